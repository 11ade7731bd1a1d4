using System.CommandLine;
using Trialist.Web;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist serve</c>: runs the site until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to listen on, separated by semicolons.",
            HelpName = "URL",
            DefaultValueFactory = _ => TrialistWebOptions.DefaultUrls,
        };
        var publicUrl = new Option<string?>("--public-url")
        {
            Description = "The address under which people reach the site, where a proxy stands in front; else TRIALIST_PUBLIC_URL.",
            HelpName = "URL",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("TRIALIST_PUBLIC_URL") is { Length: > 0 } named ? named : null,
        };
        var command = new Command("serve", "Run the site and the API.") { urls, publicUrl };
        command.SetAction((parsed, cancellation) =>
            // People read standard output; the log goes to standard error, one JSON object a line.
            TrialistWeb.RunAsync(
                new TrialistWebOptions { DataFolder = DataFolder.Of(parsed), Urls = parsed.GetValue(urls)!, PublicUrl = parsed.GetValue(publicUrl), Log = Console.Error },
                Console.WriteLine,
                cancellation));
        return command;
    }
}

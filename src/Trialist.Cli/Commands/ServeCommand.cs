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
        var command = new Command("serve", "Run the site and the API.") { urls };
        command.SetAction((parsed, cancellation) =>
            // People read standard output; the log goes to standard error, one JSON object a line.
            TrialistWeb.RunAsync(
                new TrialistWebOptions { DataFolder = DataFolder.Of(parsed), Urls = parsed.GetValue(urls)!, Log = Console.Error },
                Console.WriteLine,
                cancellation));
        return command;
    }
}

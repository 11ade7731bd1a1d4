using System.CommandLine;
using Trialist.Registry;

namespace Trialist.Cli;

/// <summary>Where the registry is kept: <c>--data DIR</c>, else <c>TRIALIST_DATA</c>, else <c>~/.local/share/trialist</c>.</summary>
internal static class DataFolder
{
    public static Option<string?> Option { get; } = new("--data")
    {
        Description = "Data folder; else TRIALIST_DATA, else ~/.local/share/trialist.",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>As <see cref="Of"/>, for commands that need studies: a folder without a registry is not silently made one.</summary>
    public static string OfExisting(ParseResult parsed) => Of(parsed) is var folder && StudyRegistry.Exists(folder) ? folder
        : File.Exists(folder) ? throw new TrialistException($"'{folder}' is a file: a data folder is needed.")
        : throw new TrialistException($"There is no registry in '{folder}' yet: load one with 'trialist import', 'trialist sync' or 'trialist serve'.");

    public static string Of(ParseResult parsed) => Known(parsed) ?? throw new UsageException("No home folder was found: name the data folder with --data DIR or TRIALIST_DATA.");

    /// <summary>As <see cref="Of"/>; null where no data folder is named and there is no home folder.</summary>
    public static string? Known(ParseResult parsed)
    {
        var named = parsed.GetValue(Option) ?? Environment.GetEnvironmentVariable("TRIALIST_DATA");
        if (!string.IsNullOrWhiteSpace(named))
        {
            return Path.GetFullPath(named);
        }

        var share = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return share.Length > 0 ? Path.Combine(share, "trialist") : null;
    }
}

using System.CommandLine;
using Trialist.Cli.Commands;

namespace Trialist.Cli;

internal static class Program
{
    private static Task<int> Main(string[] args) => CommandLine.RunAsync(Root(), args.Length == 0 ? ["--help"] : args);

    // One line a command, in the order in which a new user meets them.
    private static RootCommand Root() => new("Trialist: a registry of clinical studies, a finder, and an engine that reads eligibility criteria. Not a medical device.")
    {
        DataFolder.Option,
        ImportCommand.Create(),
        SyncCommand.Create(),
        ShowCommand.Create(),
        ReindexCommand.Create(),
        VocabularyCommand.Create(),
        LocalCommand.Create(),
        BackupCommand.Create(),
        RestoreCommand.Create(),
        ServeCommand.Create(),
        SearchCommand.Create(),
        CriteriaCommand.Create(),
        MatchCommand.Create(),
        ScreenCommand.Create(),
        EvaluateCommand.Create(),
        BenchCommand.Create(),
    };
}

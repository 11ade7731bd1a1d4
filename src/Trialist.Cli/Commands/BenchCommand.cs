using System.CommandLine;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist bench</c>: measures the product on this machine, beside rivals.</summary>
internal static class BenchCommand
{
    public static Command Create() => new("bench", "Measure speed on this machine, beside rivals.")
    {
        BenchSearchCommand.Create(),
        BenchImportCommand.Create(),
        BenchMatchCommand.Create(),
        BenchWebCommand.Create(),
        BenchCriteriaCommand.Create(),
        BenchApiCommand.Create(),
    };
}

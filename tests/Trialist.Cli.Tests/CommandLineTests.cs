using System.CommandLine;

namespace Trialist.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("fine", 0)]
    [InlineData("fails", 1)]
    [InlineData("misused", 2)]
    [InlineData("no-such-command", 2)]
    [InlineData("fine --no-such-option", 2)]
    [InlineData("--help", 0)]
    public async Task Call_EndsWithTheCodeOfItsOutcome(string line, int code) =>
        Assert.Equal(code, await CommandLine.RunAsync(Root(), line.Split(' ')));

    private static RootCommand Root()
    {
        var fine = new Command("fine");
        fine.SetAction(_ => 0);
        var fails = new Command("fails");
        fails.SetAction(int (_) => throw new TrialistException("It could not be done."));
        var misused = new Command("misused");
        misused.SetAction(int (_) => throw new UsageException("It was called wrongly."));
        return [fine, fails, misused];
    }
}

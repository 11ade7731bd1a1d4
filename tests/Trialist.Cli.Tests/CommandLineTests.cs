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
    [InlineData("words heart -failure", 0)]
    [InlineData("words heart --statsu RECRUITING", 2)]
    [InlineData("words -- heart --statsu", 0)]
    [InlineData("--help", 0)]
    public async Task Call_EndsWithTheCodeOfItsOutcome(string line, int code) =>
        Assert.Equal(code, await CommandLine.RunAsync(Root(), line.Split(' ')));

    [Theory]
    [InlineData("fine --count x", "'x' is not a whole number, which --count takes")]
    [InlineData("fine --count", "--count takes N")]
    [InlineData("fine --pair 1", "--pair takes N M")]
    [InlineData("fine --pair 1 b", "'b' is not a whole number, which --pair takes")]
    [InlineData("fine --name", "--name takes a value")]
    [InlineData("needs", "'needs' takes FILE")]
    public void WrongCall_IsSaidInTheWordsOfTheHelp(string line, string expected) => Assert.Equal(expected, ParseErrorSentence.Of(Root().Parse(line).Errors[0]));

    private static RootCommand Root()
    {
        var fine = new Command("fine")
        {
            new Option<int?>("--count") { HelpName = "N" },
            new Option<int[]?>("--pair") { HelpName = "N M", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true },
            new Option<string>("--name"),
        };
        fine.SetAction(_ => 0);
        var fails = new Command("fails");
        fails.SetAction(int (_) => throw new TrialistException("It could not be done."));
        var misused = new Command("misused");
        misused.SetAction(int (_) => throw new UsageException("It was called wrongly."));
        var words = new Command("words") { new Argument<string[]>("WORDS") };
        words.SetAction(_ => 0);
        return [fine, words, fails, misused, new Command("needs") { new Argument<string>("FILE") }];
    }
}

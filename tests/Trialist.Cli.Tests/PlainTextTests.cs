using Spectre.Console;

namespace Trialist.Cli;

/// <summary>What a record holds cannot steer the terminal.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("plain words, ≥ 18 µg", "plain words, ≥ 18 µg")]
    [InlineData("two\nlines\tand a tab", "two\nlines\tand a tab")]
    [InlineData("\u001b[2Jgone\u0007", "�[2Jgone�")]
    [InlineData("\u009b31m", "�31m")]
    [InlineData("abc\u202ecba\u2066", "abc�cba�")]
    public void Text_LosesWhatSteersATerminal(string text, string expected) => Assert.Equal(expected, PlainText.Of(text));

    [Fact]
    public void Console_WritesNoSignsOfARecord()
    {
        var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Standard, Out = new AnsiConsoleOutput(written) });
        console.Pipeline.Attach(new PlainText());

        console.MarkupLineInterpolated($"[bold]{"title \u001b]0;name\u0007"}[/]");
        console.Write(new Table().AddColumn("a").AddRow(Markup.Escape("cell \u001b[2J")));

        Assert.Contains("\u001b[1m", written.ToString(), StringComparison.Ordinal); // the console's own bold
        Assert.DoesNotContain("\u001b]", written.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[2J", written.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u0007", written.ToString(), StringComparison.Ordinal);
    }
}

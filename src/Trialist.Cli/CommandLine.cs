using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Spectre.Console;
using Trialist.Registry;
using Trialist.Registry.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Cli;

/// <summary>The one place where a call becomes an exit code: 0 done, 1 the work failed, 2 called wrongly.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int CalledWrongly = 2;
    private const int Interrupted = 130; // 128 + SIGINT, the shell's convention

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        AnsiConsole.Console.Pipeline.Attach(new PlainText());
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            // A word that fits nowhere explains more than the command that is then missing.
            var error = parsed.UnmatchedTokens is [var word, ..] ? $"'{word}' is not a command or option here" : ParseErrorSentence.Of(parsed.Errors[0]);
            return Say(CalledWrongly, $"{error}. Try '{PathOf(parsed)} --help'.");
        }

        if (Misspelt(parsed) is { } option)
        {
            return Say(CalledWrongly, $"'{option}' is not an option here; what is no option stands behind '--'. Try '{PathOf(parsed)} --help'.");
        }

        try
        {
            UseInstalledVocabularies(parsed);
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException e)
        {
            return Say(CalledWrongly, e.Message);
        }
        catch (OperationCanceledException)
        {
            return Say(Interrupted, "Interrupted.");
        }
        catch (Exception e) when (SentenceFor(e) is { } sentence)
        {
            return Say(Failed, sentence);
        }
    }

    // A command that takes any words takes '--statsu' for one of them.
    private static string? Misspelt(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))
        .Select(token => token.Value).FirstOrDefault();

    // Before any command reads a word; the packs themselves are read when the lexicon is first needed.
    private static void UseInstalledVocabularies(ParseResult parsed)
    {
        if (DataFolder.Known(parsed) is { } folder && new VocabularyFolder(folder) is { IsEmpty: false } vocabularies)
        {
            Lexicon.Install(vocabularies.ReadTerms);
        }
    }

    private static string? SentenceFor(Exception e) => e switch
    {
        TrialistException => e.Message,
        AggregateException several => SentenceFor(several.InnerExceptions[0]),
        FileNotFoundException { FileName: { } file } => $"There is no file '{file}'.",
        IOException failure when FullDisk.IsReasonOf(failure) => "The disk is full; what was stored before is kept.",
        DirectoryNotFoundException or IOException or UnauthorizedAccessException => e.Message,
        // Anything else is our bug: the stack trace must be seen.
        _ => null,
    };

    private static string PathOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult command; result = result.Parent)
        {
            names.Insert(0, command.Command.Name);
        }

        return string.Join(' ', names);
    }

    private static int Say(int code, string sentence)
    {
        Console.Error.WriteLine(PlainText.Of($"trialist: {sentence}"));
        return code;
    }
}

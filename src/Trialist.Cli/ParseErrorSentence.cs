using System.CommandLine.Parsing;
using System.Globalization;

namespace Trialist.Cli;

/// <summary>What is wrong with a call, in the words of its help instead of those of the language it is written in.</summary>
internal static class ParseErrorSentence
{
    private static readonly Type[] Whole = [typeof(int), typeof(int?), typeof(int[])];

    /// <summary>A clause without full stop.</summary>
    public static string Of(ParseError error) => (error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult, error.SymbolResult) switch
    {
        ({ } option, _) when option.Tokens.Count < option.Option.Arity.MinimumNumberOfValues => $"{option.Option.Name} takes {option.Option.HelpName ?? "a value"}",
        ({ } option, _) when NoNumber(option) is { } word => $"'{word}' is not a whole number, which {option.Option.Name} takes",
        (null, ArgumentResult { Parent: CommandResult command, Tokens.Count: 0 } argument) => $"'{command.Command.Name}' takes {argument.Argument.HelpName ?? argument.Argument.Name}",
        _ => error.Message.TrimEnd('.'),
    };

    private static string? NoNumber(OptionResult option) => Whole.Contains(option.Option.ValueType)
        ? option.Tokens.FirstOrDefault(token => !int.TryParse(token.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))?.Value
        : null;
}

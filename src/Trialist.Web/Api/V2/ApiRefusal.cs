using Trialist.Search.Pieces;

namespace Trialist.Web.Api.V2;

/// <summary>A request that is answered with an error; one place turns it into the registry's plain text.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="text">The whole body; of one that repeats very long input, the middle is left out.</param>
internal sealed class ApiRefusal(int status, string text) : Exception(Short(text))
{
    // What is wrong stands before the input that is repeated, what was expected behind it.
    private const int LongestStart = 1_000;
    private const int LongestEnd = 500;

    public int Status { get; } = status;

    /// <summary>What may have been meant, for clients that ask for strictness; null where nothing can be said.</summary>
    public string? Hint { get; private init; }

    public static ApiRefusal BadRequest(string text) => new(StatusCodes.Status400BadRequest, text);

    /// <summary>The same refusal, with the name that is written nearly so, or some of the names that there are.</summary>
    public ApiRefusal Meaning(string written, IEnumerable<string> names) => new(Status, Message) { Hint = NearestName.Sentence(written, names) };

    /// <summary>The same refusal, with the place in an expression.</summary>
    public ApiRefusal At(int column) => new(Status, Message) { Hint = Hint is null ? $"at column {column}" : $"at column {column}; {Hint}" };

    public static ApiRefusal NotFound(string text) => new(StatusCodes.Status404NotFound, text);

    private static string Short(string text) => text.Length <= LongestStart + LongestEnd ? text : $"{text[..LongestStart]} … {text[^LongestEnd..]}";
}

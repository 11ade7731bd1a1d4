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

    public static ApiRefusal BadRequest(string text) => new(StatusCodes.Status400BadRequest, text);

    public static ApiRefusal NotFound(string text) => new(StatusCodes.Status404NotFound, text);

    private static string Short(string text) => text.Length <= LongestStart + LongestEnd ? text : $"{text[..LongestStart]} … {text[^LongestEnd..]}";
}

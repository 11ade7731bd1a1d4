namespace Trialist.Web.Api.V2;

/// <summary>A request that is answered with an error; one place turns it into the registry's plain text.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="text">The whole body.</param>
internal sealed class ApiRefusal(int status, string text) : Exception(text)
{
    public int Status { get; } = status;

    public static ApiRefusal BadRequest(string text) => new(StatusCodes.Status400BadRequest, text);

    public static ApiRefusal NotFound(string text) => new(StatusCodes.Status404NotFound, text);
}

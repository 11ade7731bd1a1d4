namespace Trialist.Web.Api.V2;

/// <summary>Whether a client wants to hear of what the registry silently ignores: <c>Prefer: handling=strict</c> (RFC 7240).</summary>
internal static class StrictPreference
{
    private const string Handling = "handling=";

    /// <summary>True when the first preference about handling asks for strictness.</summary>
    public static bool IsIn(HttpRequest request)
    {
        var first = request.Headers["Prefer"].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries)).FirstOrDefault(one => one.StartsWith(Handling, StringComparison.OrdinalIgnoreCase));
        return first?[Handling.Length..].Split(';')[0].Trim().Trim('"').Equals("strict", StringComparison.OrdinalIgnoreCase) == true;
    }
}

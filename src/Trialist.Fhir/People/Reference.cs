namespace Trialist.Fhir.People;

/// <summary>Literal references in the one form in which they can be compared: <c>Patient/1</c>, <c>urn:uuid:…</c> or <c>#local</c>.</summary>
internal static class Reference
{
    public static string Normalise(string reference)
    {
        if (reference.StartsWith('#') || reference.StartsWith("urn:", StringComparison.Ordinal))
        {
            return reference;
        }

        var history = reference.IndexOf("/_history/", StringComparison.Ordinal);
        var path = history >= 0 ? reference.AsSpan(0, history) : reference.AsSpan();
        var last = path.LastIndexOf('/');
        if (last <= 0)
        {
            return path.ToString();
        }

        var before = path[..last].LastIndexOf('/');
        return path[(before + 1)..].ToString();
    }
}

namespace Trialist.Web.Studies;

/// <summary>Eligibility text cut at its headings.</summary>
/// <param name="Inclusion">What must hold; null when no heading names it.</param>
/// <param name="Exclusion">What must not hold; null when no heading names it.</param>
/// <param name="Other">Words before the first heading, or the whole text when there is none.</param>
internal sealed record CriteriaSections(string? Inclusion, string? Exclusion, string? Other)
{
    public static CriteriaSections Of(string text)
    {
        var parts = new Dictionary<string, List<string>>(StringComparer.Ordinal) { ["other"] = [], ["in"] = [], ["ex"] = [] };
        var current = parts["other"];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var words = line.Trim().TrimEnd(':').Trim().ToLowerInvariant();
            current = words switch
            {
                "inclusion criteria" or "key inclusion criteria" or "inclusion" => parts["in"],
                "exclusion criteria" or "key exclusion criteria" or "exclusion" => parts["ex"],
                _ => current,
            };
            if (words is not ("inclusion criteria" or "key inclusion criteria" or "inclusion" or "exclusion criteria" or "key exclusion criteria" or "exclusion"))
            {
                current.Add(line);
            }
        }

        return new CriteriaSections(Joined("in"), Joined("ex"), Joined("other"));

        string? Joined(string part) => string.Join('\n', parts[part]) is var joined && joined.Trim().Length > 0 ? joined : null;
    }
}

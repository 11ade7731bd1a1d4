namespace Trialist.Registry.Differences;

/// <summary>The registry's values as people write them, and small turns of phrase.</summary>
internal static class Wording
{
    /// <summary>"ACTIVE_NOT_RECRUITING" as "active, not recruiting"; "PHASE2" as "phase 2".</summary>
    public static string Say(string? value) => value switch
    {
        null => "not given",
        "ACTIVE_NOT_RECRUITING" => "active, not recruiting",
        "NA" => "not applicable",
        "EARLY_PHASE1" => "early phase 1",
        _ when value.StartsWith("PHASE", StringComparison.Ordinal) => $"phase {value["PHASE".Length..]}",
        _ when value.All(letter => char.IsAsciiLetterUpper(letter) || letter == '_') => value.Replace('_', ' ').ToLowerInvariant(),
        _ => value,
    };

    public static string Say(PartialDate? date) => date?.InWords() ?? "not given";

    /// <summary>Adds "The X changed from A to B.", "The X is now given: B." or "The X is no longer given (it was A)."</summary>
    public static void AddValue(List<StudyChange> changes, string part, string what, string? before, string? after)
    {
        if (string.Equals(before, after, StringComparison.Ordinal))
        {
            return;
        }

        changes.Add(new StudyChange(part, (before, after) switch
        {
            (null, { } now) => $"{what} is now given: {Say(now)}.",
            ({ } then, null) => $"{what} is no longer given (it was {Say(then)}).",
            ({ } then, { } now) => $"{what} changed from {Say(then)} to {Say(now)}.",
            _ => "",
        }));
    }

    /// <summary>"1 site", "3 sites".</summary>
    public static string Count(int count, string thing) => $"{count:N0} {thing}{(count == 1 ? "" : "s")}";
}

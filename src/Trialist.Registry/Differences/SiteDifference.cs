namespace Trialist.Registry.Differences;

/// <summary>Sites that came, went, or changed their status. A site is known by its facility and city: the registry gives it no number.</summary>
internal static class SiteDifference
{
    private const int MostNamed = 25; // a study with thousands of sites must not fill the page

    public static void Add(List<StudyChange> changes, ValueList<Site> before, ValueList<Site> after)
    {
        var then = Group(before);
        var now = Group(after);
        AddNamed(changes, "added", Missing(now, then));
        AddNamed(changes, "removed", Missing(then, now));
        AddStatuses(changes, then, now);
    }

    private static Dictionary<string, List<Site>> Group(ValueList<Site> sites) =>
        sites.GroupBy(NameOf, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.OrdinalIgnoreCase);

    // Several sites may bear one name ("Research Site"): only their number can be compared then.
    private static List<string> Missing(Dictionary<string, List<Site>> here, Dictionary<string, List<Site>> there) => here
        .SelectMany(group => Enumerable.Repeat(group.Key, Math.Max(0, group.Value.Count - (there.GetValueOrDefault(group.Key)?.Count ?? 0))))
        .Order(StringComparer.Ordinal)
        .ToList();

    private static void AddNamed(List<StudyChange> changes, string verb, List<string> names)
    {
        if (names.Count > 0)
        {
            changes.Add(new StudyChange("Sites", $"{Wording.Count(names.Count, "site")} {(names.Count == 1 ? "was" : "were")} {verb}.", Shortened(names)));
        }
    }

    private static void AddStatuses(List<StudyChange> changes, Dictionary<string, List<Site>> then, Dictionary<string, List<Site>> now)
    {
        var moved =
            from entry in now
            let old = then.GetValueOrDefault(entry.Key)
            where old is [_] && entry.Value is [_] && old[0].Status != entry.Value[0].Status
            group entry.Key by (From: old[0].Status, To: entry.Value[0].Status);
        foreach (var move in moved)
        {
            var names = move.Order(StringComparer.Ordinal).ToList();
            changes.Add(new StudyChange(
                "Sites", $"{Wording.Count(names.Count, "site")} went from {Wording.Say(move.Key.From)} to {Wording.Say(move.Key.To)}.", Shortened(names)));
        }
    }

    private static ValueList<string> Shortened(List<string> names) =>
        names.Count <= MostNamed ? names.ToValueList() : names.Take(MostNamed).Append($"and {names.Count - MostNamed:N0} more").ToValueList();

    private static string NameOf(Site site) =>
        string.Join(", ", new[] { site.Facility, site.City, site.State, site.Country }.OfType<string>()) is { Length: > 0 } name ? name : "an unnamed site";
}

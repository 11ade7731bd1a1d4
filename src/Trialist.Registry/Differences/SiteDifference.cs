namespace Trialist.Registry.Differences;

/// <summary>Sites that came, went, or changed. A site is known by its facility and city: the registry gives it no number.</summary>
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
        AddDetails(changes, "contacts", site => site.Contacts, then, now);
        AddDetails(changes, "postal code or position", site => (site.Zip, site.Latitude, site.Longitude), then, now);
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
            where old?.Count == entry.Value.Count
            from move in Moves(old, entry.Value)
            group entry.Key by move;
        foreach (var move in moved)
        {
            var names = move.Order(StringComparer.Ordinal).ToList();
            var sites = Wording.Count(names.Count, "site");
            var (one, many) = (names.Count == 1, names.Count > 1);
            changes.Add(new StudyChange("Sites", move.Key switch
            {
                (null, { } to) => $"{sites} now {(one ? "gives its" : "give their")} status: {Wording.Say(to)}.",
                ({ } from, null) => $"{sites} no longer {(one ? "gives its" : "give their")} status ({(many ? "they were" : "it was")} {Wording.Say(from)}).",
                var (from, to) => $"{sites} went from {Wording.Say(from)} to {Wording.Say(to)}.",
            }, Shortened(names)));
        }
    }

    // Sites of one name cannot be told apart: what both times have in common stayed.
    private static IEnumerable<(string? From, string? To)> Moves(List<Site> old, List<Site> current)
    {
        var (then, now) = (Counted(old), Counted(current));
        return Beyond(then, now).Zip(Beyond(now, then));

        static Dictionary<string, int> Counted(List<Site> sites) => sites.CountBy(site => site.Status ?? "", StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

        static IEnumerable<string?> Beyond(Dictionary<string, int> here, Dictionary<string, int> there) =>
            here.SelectMany(status => Enumerable.Repeat(status.Key.Length == 0 ? null : status.Key, Math.Max(0, status.Value - there.GetValueOrDefault(status.Key))));
    }

    private static void AddDetails<T>(List<StudyChange> changes, string what, Func<Site, T> detail, Dictionary<string, List<Site>> then, Dictionary<string, List<Site>> now)
    {
        var names = now
            .Where(entry => then.GetValueOrDefault(entry.Key) is { } old && old.Count == entry.Value.Count && !old.Select(detail).SequenceEqual(entry.Value.Select(detail)))
            .Select(entry => entry.Key)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (names.Count > 0)
        {
            changes.Add(new StudyChange("Sites", $"The {what} of {Wording.Count(names.Count, "site")} changed.", Shortened(names)));
        }
    }

    private static ValueList<string> Shortened(List<string> names) =>
        names.Count <= MostNamed ? names.ToValueList() : names.Take(MostNamed).Append($"and {names.Count - MostNamed:N0} more").ToValueList();

    private static string NameOf(Site site) =>
        string.Join(", ", new[] { site.Facility, site.City, site.State, site.Country }.OfType<string>()) is { Length: > 0 } name ? name : "an unnamed site";
}

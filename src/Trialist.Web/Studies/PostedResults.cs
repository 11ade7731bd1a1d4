using System.Text.Json;

namespace Trialist.Web.Studies;

/// <summary>The posted results of a study in short: how many started, finished and had serious adverse events in each group, and what was measured.</summary>
internal sealed record PostedResults(IReadOnlyList<PostedResults.Group> Groups, IReadOnlyList<PostedResults.Measure> Primary, int OtherMeasures)
{
    /// <summary>Most groups and values shown; the whole is in the registry.</summary>
    private const int MostRows = 12;

    internal sealed record Group(string Title, string? Started, string? Completed, string? Serious);

    internal sealed record Measure(string Title, string? TimeFrame, string? Kind, string? Unit, IReadOnlyList<Value> Values);

    internal sealed record Value(string Group, string Figure);

    /// <summary>Reads the results section of a record; null when there is none.</summary>
    public static PostedResults? Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        if (!document.RootElement.TryGetProperty("resultsSection", out var results) || results.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var measures = Items(results, "outcomeMeasuresModule", "outcomeMeasures").ToList();
        var primary = measures.Where(measure => Text(measure, "type") == "PRIMARY").ToList();
        return new PostedResults(ReadGroups(results), [.. primary.Take(MostRows).Select(ReadMeasure)], measures.Count - primary.Count);
    }

    private static List<Group> ReadGroups(JsonElement results)
    {
        var period = Items(results, "participantFlowModule", "periods").FirstOrDefault();
        var serious = Items(results, "adverseEventsModule", "eventGroups")
            .GroupBy(group => Text(group, "title") ?? "").ToDictionary(group => group.Key, group => group.First());
        return
        [
            .. Items(results, "participantFlowModule", "groups").Take(MostRows).Select(group => new Group(
                Text(group, "title") ?? "Group",
                Achieved(period, "STARTED", Text(group, "id")),
                Achieved(period, "COMPLETED", Text(group, "id")),
                serious.TryGetValue(Text(group, "title") ?? "", out var events) && Text(events, "seriousNumAffected") is { } affected
                    ? $"{affected} of {Text(events, "seriousNumAtRisk") ?? "?"}" : null)),
        ];
    }

    private static string? Achieved(JsonElement period, string milestone, string? group) =>
        period.ValueKind != JsonValueKind.Object ? null
        : Items(period, "milestones").Where(entry => Text(entry, "type") == milestone)
            .SelectMany(entry => Items(entry, "achievements"))
            .Where(entry => Text(entry, "groupId") == group).Select(entry => Text(entry, "numSubjects")).FirstOrDefault();

    private static Measure ReadMeasure(JsonElement measure)
    {
        var titles = Items(measure, "groups").Where(group => Text(group, "id") is not null)
            .GroupBy(group => Text(group, "id")!).ToDictionary(group => group.Key, group => Text(group.First(), "title") ?? group.Key);
        var figures =
            from category in Items(measure, "classes").Take(1).SelectMany(entry => Items(entry, "categories")).Take(1)
            from value in Items(category, "measurements")
            let figure = Text(value, "value")
            where figure is not null
            select new Value(titles.GetValueOrDefault(Text(value, "groupId") ?? "", Text(value, "groupId") ?? ""), figure + Spread(value));
        return new Measure(Text(measure, "title") ?? "Outcome", Text(measure, "timeFrame"), Text(measure, "paramType"), Text(measure, "unitOfMeasure"), [.. figures.Take(MostRows)]);
    }

    private static string Spread(JsonElement value) =>
        (Text(value, "lowerLimit"), Text(value, "upperLimit"), Text(value, "spread")) switch
        {
            ({ } lower, { } upper, _) => $" ({lower} to {upper})",
            (_, _, { } spread) => $" (± {spread})",
            _ => "",
        };

    private static JsonElement[] Items(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return [];
            }
        }

        return element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().ToArray() : [];
    }

    // Figures come as strings or as numbers; both are shown as written.
    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
            : null;
}

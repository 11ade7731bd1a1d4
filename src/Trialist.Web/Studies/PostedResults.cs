using System.Text.Json;
using Trialist.Web.Words;

namespace Trialist.Web.Studies;

/// <summary>The posted results of a study in short: how many started, finished and had serious adverse events in each group, and what was measured.</summary>
internal sealed record PostedResults(IReadOnlyList<PostedResults.Group> Groups, IReadOnlyList<PostedResults.Measure> Primary, int OtherMeasures)
{
    /// <summary>Most groups and values shown; the whole is in the registry.</summary>
    private const int MostRows = 12;

    internal sealed record Group(string Title, string? Started, string? Completed, string? Serious);

    /// <summary>One outcome measure: the first of its figures, how many more there are, and where there is none, what the record says of that.</summary>
    internal sealed record Measure(string Title, string? TimeFrame, string? Kind, string? Unit, IReadOnlyList<Value> Values, int MoreValues, string? WhyNone);

    /// <summary>A figure of a group, in the row of the measure that it belongs to; a measure without rows has null.</summary>
    internal sealed record Value(string? Row, string Group, string Figure);

    /// <summary>Reads the results section of a record; null when there is none.</summary>
    public static PostedResults? Read(JsonElement record)
    {
        if (!record.TryGetProperty("resultsSection", out var results) || results.ValueKind != JsonValueKind.Object)
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
            (from entry in Items(measure, "classes")
             from category in Items(entry, "categories")
             let row = string.Join(", ", new[] { Text(entry, "title"), Text(category, "title") }.Where(title => !string.IsNullOrWhiteSpace(title)))
             from value in Items(category, "measurements")
             let figure = FigureOf(value)
             where figure is not null
             select new Value(row.Length > 0 ? row : null, titles.GetValueOrDefault(Text(value, "groupId") ?? "", Text(value, "groupId") ?? ""), figure)).ToList();
        return new Measure(
            Text(measure, "title") ?? "Outcome", Text(measure, "timeFrame"), Text(measure, "paramType"), Text(measure, "unitOfMeasure"),
            [.. figures.Take(MostRows)], Math.Max(0, figures.Count - MostRows), figures.Count == 0 ? WhyNone(measure) : null);
    }

    private static string WhyNone(JsonElement measure)
    {
        var said = Text(measure, "populationDescription");
        if (Text(measure, "reportingStatus") == "NOT_POSTED")
        {
            var expected = PartialDate.TryParse(Text(measure, "anticipatedPostingDate"), out var date) ? $" They are expected in {date.MonthInWords()}." : "";
            return $"The figures are not posted yet.{expected}{(said is null ? "" : " " + said)}";
        }

        return said ?? "No figures were posted, and the record does not say why.";
    }

    // "NA" with a comment says why there is no number.
    private static string? FigureOf(JsonElement value) =>
        Text(value, "value") is { } figure ? figure + Spread(value) + (Text(value, "comment") is { } comment ? $" ({comment})" : "") : Text(value, "comment");

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

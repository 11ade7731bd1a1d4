using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Trialist.Registry.Import.Legacy;

/// <content>Adverse events: the XML repeats totals as events, v2 keeps them with the groups.</content>
internal static partial class LegacyResults
{
    private const string TotalPrefix = "Total, "; // "Total, serious adverse events", the first event of the category "Total"

    private static JsonObject Events(XElement? events)
    {
        var serious = events?.Element("serious_events");
        var other = events?.Element("other_events");
        return new JsonObject()
            .With("frequencyThreshold", other.Text("frequency_threshold"))
            .With("timeFrame", events.Text("time_frame"))
            .With("description", events.Text("desc"))
            .With("eventGroups", events?.Element("group_list").List("group", group => new JsonObject()
                .With("id", GroupId(group))
                .With("title", group.Text("title"))
                .With("description", group.Text("description"))
                .With("seriousNumAffected", Total(serious, group, "subjects_affected"))
                .With("seriousNumAtRisk", Total(serious, group, "subjects_at_risk"))
                .With("otherNumAffected", Total(other, group, "subjects_affected"))
                .With("otherNumAtRisk", Total(other, group, "subjects_at_risk"))))
            .With("seriousEvents", EventList(serious))
            .With("otherEvents", EventList(other));
    }

    private static JsonArray? EventList(XElement? part)
    {
        if (part?.Element("category_list") is not { } categories)
        {
            return null;
        }

        var events =
            from category in categories.Elements("category")
            from happening in category.Element("event_list")?.Elements("event") ?? []
            where !IsTotal(happening)
            select (JsonNode)new JsonObject()
                .With("term", happening.Text("sub_title"))
                .With("organSystem", category.Text("title"))
                .With("sourceVocabulary", (string?)happening.Element("sub_title")?.Attribute("vocab") ?? part.Text("default_vocab"))
                .With("assessmentType", happening.Code("assessment") ?? part.Code("default_assessment"))
                .With("notes", happening.Text("description"))
                .With("stats", happening.List("counts", counts => new JsonObject()
                    .With("groupId", GroupId(counts))
                    .With("numEvents", Number(counts, "events"))
                    .With("numAffected", Number(counts, "subjects_affected"))
                    .With("numAtRisk", Number(counts, "subjects_at_risk"))));
        return new JsonArray(events.ToArray());
    }

    private static JsonValue? Total(XElement? part, XElement group, string attribute) =>
        part?.Descendants("event").FirstOrDefault(IsTotal)?.Elements("counts").FirstOrDefault(counts => GroupId(counts) == GroupId(group)) is { } total
            ? Number(total, attribute)
            : null;

    private static bool IsTotal(XElement happening) => happening.Text("sub_title")?.StartsWith(TotalPrefix, StringComparison.Ordinal) == true;

    private static JsonValue? Number(XElement element, string attribute) =>
        int.TryParse((string?)element.Attribute(attribute), out var number) ? JsonValue.Create(number) : null;
}

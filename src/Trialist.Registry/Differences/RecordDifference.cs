using System.Text.Json;

namespace Trialist.Registry.Differences;

/// <summary>Which parts of two whole records differ beyond what sentences tell. The stamps of an update are no content.</summary>
internal static class RecordDifference
{
    private static readonly HashSet<string> Stamps = new(StringComparer.Ordinal)
    {
        "versionHolder", "lastUpdateSubmitDate", "lastUpdatePostDateStruct", "statusVerifiedDate",
    };

    // Modules whose name, taken apart into words, would not say what they hold.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["contactsLocationsModule"] = "contacts and locations",
        ["armsInterventionsModule"] = "arms and treatments",
        ["sponsorCollaboratorsModule"] = "sponsor and collaborators",
        ["ipdSharingStatementModule"] = "data sharing",
        ["conditionBrowseModule"] = "the registry's terms for the conditions",
        ["interventionBrowseModule"] = "the registry's terms for the treatments",
        ["miscInfoModule"] = "the registry's notes",
        ["moreInfoModule"] = "remarks on the results",
        ["participantFlowModule"] = "results: participants",
        ["baselineCharacteristicsModule"] = "results: baseline",
        ["outcomeMeasuresModule"] = "results: outcomes",
        ["adverseEventsModule"] = "results: adverse events",
    };

    /// <summary>The parts with a difference that is not told, as people say them, in the order of the later record; empty when only the stamps differ.</summary>
    /// <param name="before">The earlier record.</param>
    /// <param name="after">The later record.</param>
    /// <param name="told">Names of the parts that sentences tell of, as in <see cref="ToldFields"/>.</param>
    public static ValueList<string> PartsOf(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after, IReadOnlySet<string> told)
    {
        using var then = JsonDocument.Parse(before);
        using var now = JsonDocument.Parse(after);
        return Differing(then.RootElement, now.RootElement)
            .SelectMany(section => section.Name.EndsWith("Section", StringComparison.Ordinal) ? Differing(section.Before, section.After) : [section])
            .Where(module => Differing(module.Before, module.After).Any(field => !ToldFields.AreTold(module.Name, field.Name, told)))
            .Select(module => Say(module.Name))
            .Distinct(StringComparer.Ordinal)
            .ToValueList();
    }

    // A member on one side only differs from nothing; what is no object is compared as a whole, under the empty name.
    private static IEnumerable<(string Name, JsonElement Before, JsonElement After)> Differing(JsonElement before, JsonElement after)
    {
        if (before.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined) || after.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
        {
            return Same(before, after) ? [] : [("", before, after)];
        }

        return Members(after).Concat(Members(before)).Distinct(StringComparer.Ordinal)
            .Where(name => !Stamps.Contains(name))
            .Select(name => (name, Member(before, name), Member(after, name)))
            .Where(member => !Same(member.Item2, member.Item3));
    }

    private static IEnumerable<string> Members(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(member => member.Name) : [];

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    private static bool Same(JsonElement before, JsonElement after) =>
        before.ValueKind == JsonValueKind.Undefined || after.ValueKind == JsonValueKind.Undefined
            ? before.ValueKind == after.ValueKind
            : JsonElement.DeepEquals(before, after);

    private static string Say(string name)
    {
        if (Names.TryGetValue(name, out var known))
        {
            return known;
        }

        var bare = name.EndsWith("Module", StringComparison.Ordinal) ? name[..^"Module".Length] : name;
        return string.Concat(bare.Select(letter => char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
    }
}

using Trialist.Testing;

namespace Trialist.Specs.Matching;

/// <summary>Reads docs/reference/seed-persons.md: records from its tables, expectations from its lists.</summary>
internal static class SeedPersonsPage
{
    public sealed record Case(string Title, Person Person, IReadOnlyDictionary<string, string[]> Expected);

    private sealed record Row(string Kind, string What, string Recorded, string When);

    public static IReadOnlyList<Case> Cases { get; } = Read();

    private static List<Case> Read()
    {
        List<Case> cases = [];
        List<Row> first = [];
        foreach (var section in File.ReadAllText(Repository.PathOf("docs", "reference", "seed-persons.md")).Split("\n## ").Skip(1))
        {
            var lines = section.Split('\n');
            var rows = lines.Where(line => line.StartsWith('|')).Skip(2).Select(ToRow).ToList();
            first = first.Count == 0 ? rows : first;
            var all = ReferenceEquals(first, rows) ? rows : Changed(first, rows);
            cases.Add(new Case(lines[0].Trim(), PersonOf(all), lines.Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(Expectation).ToDictionary(StringComparer.Ordinal)));
        }

        return cases;
    }

    private static Row ToRow(string line) => line.Trim('|', ' ').Split('|').Select(cell => cell.Trim()).ToArray() is var cells ? new Row(cells[0], cells[1], cells[2], cells.Length > 3 ? cells[3] : "") : null!;

    private static KeyValuePair<string, string[]> Expectation(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var values = line[(colon + 1)..].Trim();
        return new(line[2..colon], values == "nothing" ? [] : values.Split(", "));
    }

    // A row takes the place of all rows of the first person about the same thing; "nothing" leaves the place empty.
    private static List<Row> Changed(List<Row> first, List<Row> rows)
    {
        var kept = rows.Any(row => row.Kind == "everything") ? [] : first.Where(one => !rows.Any(row => row.What == one.What)).ToList();
        return [.. kept, .. rows.Where(row => row.Recorded != "nothing")];
    }

    private static Person PersonOf(List<Row> rows) => new()
    {
        BirthDate = rows.Find(row => row.What == "birth date") is { } birth ? PartialDate.Parse(birth.Recorded) : null,
        Sex = rows.Find(row => row.What == "sex") is { } sex ? Enum.Parse<Sex>(sex.Recorded, ignoreCase: true) : null,
        Facts = rows.Where(row => row.Kind != "person").Select(FactOf).ToValueList(),
    };

    private static Fact FactOf(Row row)
    {
        var type = Enum.Parse<LeafType>(row.Kind, ignoreCase: true);
        var date = row.When.Length > 0 ? PartialDate.Parse(row.When) : (PartialDate?)null;
        var fact = new Fact(type, new Concept(row.What), "page") { Date = date };
        var recorded = row.Recorded;
        if (recorded.IndexOf('(', StringComparison.Ordinal) is var open and > 0)
        {
            var words = recorded[(open + 1)..^1].Split(' ', 2);
            fact = fact with { Qualifiers = [new Qualifier(Enum.Parse<QualifierKind>(words[0], ignoreCase: true), words[1])] };
            recorded = recorded[..open].Trim();
        }

        return recorded switch
        {
            "no" => fact with { Presence = Presence.Absent },
            "present" => fact,
            "active" => fact with { Status = FactStatus.Active, Start = date, Date = null },
            "past" => fact with { Status = FactStatus.Past, Start = date, Date = null },
            _ => WithValue(fact, recorded.Split(' ')),
        };
    }

    // "30 U/L of 0 to 40" holds the laboratory's own range.
    private static Fact WithValue(Fact fact, string[] words)
    {
        var unit = words.Length > 1 ? words[1] : null;
        var range = words is [_, _, "of", var low, "to", var high] ? new Bounds(new Bound(decimal.Parse(low), true), new Bound(decimal.Parse(high), true), unit) : null;
        return fact with { Value = new Quantity(decimal.Parse(words[0]), unit), ReferenceRange = range };
    }
}

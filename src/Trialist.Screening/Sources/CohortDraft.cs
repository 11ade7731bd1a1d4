using System.Globalization;
using Trialist.Terminology;

namespace Trialist.Screening.Sources;

/// <summary>A person while the cells of a line are read.</summary>
internal sealed class CohortDraft(int line)
{
    private readonly List<Fact> facts = [];
    private string? id;
    private PartialDate? birth;
    private int? age;
    private Sex? sex;
    private PartialDate? date;

    public void Take(CohortColumn column, string cell)
    {
        switch (column.Kind)
        {
            case CohortColumnKind.Id:
                id = cell;
                break;
            case CohortColumnKind.BirthDate:
                birth = Date(column, cell);
                break;
            case CohortColumnKind.Age:
                age = int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years <= 150 ? years : throw Bad(column, "an age in years");
                break;
            case CohortColumnKind.Sex:
                sex = cell.ToLowerInvariant() switch { "f" or "female" or "woman" => Sex.Female, "m" or "male" or "man" => Sex.Male, "unknown" or "other" => null, _ => throw Bad(column, "female or male") };
                break;
            case CohortColumnKind.Date:
                date = cell.Length == 0 ? null : Date(column, cell);
                break;
            case CohortColumnKind.List:
                TakeList(column, cell);
                break;
            case CohortColumnKind.Value:
                TakeValue(column, cell);
                break;
            case CohortColumnKind.YesNo:
                TakeYesNo(column, cell);
                break;
        }
    }

    public Person ToPerson() => new() { Id = id ?? $"{line}", BirthDate = birth, AgeYears = birth is null ? age : null, Sex = sex, Facts = TestMeanings.Default.AddedTo(facts).ToValueList() };

    // "type 2 diabetes; no hepatitis b": a leading "no" denies.
    private void TakeList(CohortColumn column, string cell)
    {
        foreach (var entry in cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var denied = entry.StartsWith("no ", StringComparison.OrdinalIgnoreCase);
            var name = denied ? entry[3..].Trim() : entry;
            var concept = Lexicon.Default.Find(name).FirstOrDefault(found => found.LeafType is not null)?.Concept ?? new Concept(name.ToLowerInvariant());
            facts.Add(Said(column, concept, denied ? Presence.Absent : Presence.Present));
        }
    }

    private void TakeValue(CohortColumn column, string cell)
    {
        if (cell.ToLowerInvariant() is "unknown" or "na" or "n/a")
        {
            return;
        }

        var fact = new Fact(column.Type, column.Concept!, Source(column)) { Date = date };
        var number = cell.TrimStart('<', '>', '=', '≤', '≥', ' ');
        if (!decimal.TryParse(number, NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value))
        {
            throw Bad(column, "a number, or one with <, ≤, > or ≥ before it");
        }

        var bound = new Bound(value, cell[0] is '≤' or '≥' || cell.StartsWith("<=", StringComparison.Ordinal) || cell.StartsWith(">=", StringComparison.Ordinal));
        facts.Add(cell[0] switch
        {
            '<' or '≤' => fact with { ValueWithin = new Bounds(null, bound, column.Unit) },
            '>' or '≥' => fact with { ValueWithin = new Bounds(bound, null, column.Unit) },
            _ => fact with { Value = new Quantity(value, column.Unit) },
        });
    }

    private void TakeYesNo(CohortColumn column, string cell)
    {
        Presence? presence = cell.ToLowerInvariant() switch
        {
            "yes" or "y" or "true" or "1" or "present" or "positive" => Presence.Present,
            "no" or "n" or "false" or "0" or "absent" or "negative" => Presence.Absent,
            "possible" or "uncertain" => Presence.Uncertain,
            "unknown" or "na" or "n/a" => null,
            _ => throw Bad(column, "yes, no, possible or unknown"),
        };
        if (presence is { } said)
        {
            facts.Add(Said(column, column.Concept!, said));
        }
    }

    private Fact Said(CohortColumn column, Concept concept, Presence presence) => new(column.Type, concept, Source(column))
    {
        Presence = presence,
        Date = date,
        Status = presence == Presence.Present && column.Type is LeafType.Condition or LeafType.Treatment ? FactStatus.Active : FactStatus.Unstated,
    };

    private string Source(CohortColumn column) => $"line {line}, {column.Heading}";

    private PartialDate Date(CohortColumn column, string cell) =>
        PartialDate.TryParse(cell, out var parsed) ? parsed : throw Bad(column, "a date as yyyy, yyyy-MM or yyyy-MM-dd");

    // The value itself stays out of the message: it may name a person.
    private TrialistException Bad(CohortColumn column, string expected) =>
        new($"The cohort table cannot be read: line {line}, column '{column.Heading}' does not hold {expected}.");
}

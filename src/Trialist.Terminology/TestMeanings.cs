using Trialist.Terminology.Meanings;
using Trialist.Terminology.Tables;

namespace Trialist.Terminology;

/// <summary>
/// What the results of tests say of diseases: who is negative for the surface antigen has no active hepatitis B. Readers of records add such facts to those that are written.
/// Immutable; safe to share between threads.
/// </summary>
public sealed class TestMeanings
{
    private readonly Dictionary<string, List<TestMeaning>> byTest = new(StringComparer.Ordinal);

    private TestMeanings(TsvTable table, Lexicon lexicon)
    {
        foreach (var row in table.Rows)
        {
            var result = row["result"];
            var entry = lexicon.ByName(EntryKind.Condition, row["concept"]) ?? lexicon.ByName(EntryKind.Matter, row["concept"]) ?? throw row.Wrong($"'{row["concept"]}' is no condition or matter of the lexicon");
            var meaning = new TestMeaning(
                result is "positive" or "negative" or "denied" or "present" ? null : LimitsOf(row, result),
                result is "positive",
                entry.Concept,
                Enum.Parse<Presence>(row["presence"], ignoreCase: true),
                row["status"] is { Length: > 0 } status ? status : null) { Type = entry.LeafType ?? LeafType.Condition };
            if (!byTest.TryGetValue(row["name"], out var rows))
            {
                byTest[row["name"]] = rows = [];
            }

            rows.Add(meaning);
        }
    }

    /// <summary>The meanings that ship with the product.</summary>
    public static TestMeanings Default { get; } = new(EmbeddedTables.Read("meanings"), Lexicon.Default);

    /// <summary>The facts, with what their tests say of diseases behind them.</summary>
    public IReadOnlyList<Fact> AddedTo(IReadOnlyList<Fact> facts)
    {
        List<Fact>? all = null;
        foreach (var fact in facts)
        {
            foreach (var meant in Of(fact))
            {
                (all ??= [.. facts]).Add(meant);
            }
        }

        return all ?? facts;
    }

    /// <summary>What else a fact says, with its source and day; empty for nearly all facts.</summary>
    public IEnumerable<Fact> Of(Fact fact)
    {
        if (fact.Type is not (LeafType.Biomarker or LeafType.Measurement or LeafType.Score or LeafType.Condition or LeafType.Pregnancy) || fact.Presence == Presence.Uncertain || !byTest.TryGetValue(fact.Concept.Name, out var meanings) ||
            fact.Qualifiers.Any(one => one.Kind == QualifierKind.Subject))
        {
            return [];
        }

        return meanings.Where(meaning => Holds(meaning, fact)).Select(meaning => new Fact(meaning.Type, meaning.Concept, fact.Source)
        {
            Presence = meaning.Presence,
            Date = fact.Date,
            Status = meaning.Presence == Presence.Present && meaning.Status is not null ? FactStatus.Active : FactStatus.Unstated,
            Qualifiers = meaning is { Presence: Presence.Absent, Status: { } status } ? [new Qualifier(QualifierKind.Status, status)] : [],
        });
    }

    private static bool Holds(TestMeaning meaning, Fact fact)
    {
        if (meaning.Limits is { } limits)
        {
            return fact is { Presence: Presence.Present, Value: { } value } &&
                (limits.Unit is { } unit ? Units.Convert(value, unit) is { } converted && limits.Admits(converted.Quantity.Value) : value.Unit is null && limits.Admits(value.Value));
        }

        if (fact.Type == LeafType.Pregnancy)
        {
            return fact is { Presence: Presence.Present, Status: not (FactStatus.Past or FactStatus.Planned) };
        }

        if (fact.Type == LeafType.Condition)
        {
            return fact is { Presence: Presence.Absent, Qualifiers.IsEmpty: true };
        }

        var said = fact.Qualifiers.FirstOrDefault(one => one.Kind == QualifierKind.Result).Value;
        return meaning.IsPositive ? fact.Presence == Presence.Present && said is "positive" or "detectable" : fact.Presence == Presence.Absent ? said is null or "negative" or "undetectable" : said is "negative" or "undetectable";
    }

    private static Bounds LimitsOf(TsvRow row, string result)
    {
        var parts = result.Split(' ');
        var bound = parts.Length is 2 or 3 && decimal.TryParse(parts[1], out var number) ? new Bound(number, true) : throw row.Wrong($"'{result}' is not a result");
        var unit = parts.Length == 3 ? parts[2] : null;
        return parts[0] switch
        {
            "<=" => new Bounds(null, bound, unit),
            ">=" => new Bounds(bound, null, unit),
            _ => throw row.Wrong($"'{result}' is not a result"),
        };
    }
}

using Trialist.Search.Pieces;
using Trialist.Terminology;
using Trialist.Terminology.Measures;

namespace Trialist.Search.Eligibility;

/// <summary>The terms of all studies by concept, so that a question asks only the studies that speak of it. Immutable once built; thread-safe.</summary>
public sealed class CriteriaTable
{
    private readonly Dictionary<string, List<Entry>> byConcept = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> units = new(StringComparer.Ordinal);

    /// <summary>Builds the table.</summary>
    /// <param name="studies">Each study once, with its terms.</param>
    public CriteriaTable(IEnumerable<(NctId Id, IReadOnlyList<CriterionTerm> Terms)> studies)
    {
        foreach (var (id, terms) in studies)
        {
            Studies++;
            foreach (var term in terms)
            {
                if (!byConcept.TryGetValue(term.Name, out var entries))
                {
                    byConcept[term.Name] = entries = [];
                }

                entries.Add(new Entry(id.Number, term.Type, term.Wanted, term.Decides, term.Bounds is { } bounds ? Shared(bounds) : null));
            }
        }
    }

    /// <summary>How many studies were read.</summary>
    public int Studies { get; }

    /// <summary>True when the criteria of a study speak of a concept, or the lexicon knows it.</summary>
    public bool Knows(Concept concept) => byConcept.ContainsKey(concept.Name) || Lexicon.Default.ByName(concept.Name) is not null;

    /// <summary>The concept of some criteria whose name is written nearly as this one; null where none is.</summary>
    public string? Nearest(Concept concept) => NearestName.Find(concept.Name, byConcept.Keys);

    private readonly record struct Entry(int Study, LeafType Type, bool Wanted, bool Decides, Bounds? Bounds);

    /// <summary>What each study answers; studies that are silent are not listed.</summary>
    public IReadOnlyDictionary<int, CriteriaAnswer> Ask(CriteriaQuestion question)
    {
        var answers = new Dictionary<int, CriteriaAnswer>();
        foreach (var (name, relation) in Names(question))
        {
            foreach (var entry in byConcept.GetValueOrDefault(name) ?? [])
            {
                if (question.Type is { } type && entry.Type != type)
                {
                    continue;
                }

                var answer = question.Value is { } value ? Answer(entry, value, question.Concept.Name) : Answer(entry, relation);
                answers[entry.Study] = answers.TryGetValue(entry.Study, out var before) ? Stronger(before, answer) : answer;
            }
        }

        return answers;
    }

    private enum Relation
    {
        Same,
        Broader,
        Narrower,
    }

    // Who is kept out for any cancer is kept out for breast cancer; who is kept out for breast cancer may have another.
    private static IEnumerable<(string Name, Relation Relation)> Names(CriteriaQuestion question)
    {
        (string, Relation) own = (question.Concept.Name, Relation.Same);
        return question.Value is not null || Lexicon.Default.ByName(question.Concept.Name) is not { } entry
            ? [own]
            : [own, .. Lexicon.Default.Broader(entry).Select(above => (above.Name, Relation.Broader)), .. Lexicon.Default.Narrower(entry).Select(below => (below.Name, Relation.Narrower))];
    }

    private static CriteriaAnswer Answer(Entry entry, Relation relation) => (relation, entry.Wanted) switch
    {
        (Relation.Same, true) => entry.Decides ? CriteriaAnswer.Required : CriteriaAnswer.Allowed,
        (Relation.Same, false) => entry is { Decides: true, Bounds: null } ? CriteriaAnswer.Excluded : CriteriaAnswer.Unknown,
        (Relation.Broader, true) => CriteriaAnswer.Allowed,
        (Relation.Broader, false) => entry is { Decides: true, Bounds: null } ? CriteriaAnswer.Excluded : CriteriaAnswer.Unknown,
        (_, true) => CriteriaAnswer.Allowed,
        (_, false) => CriteriaAnswer.Unknown,
    };

    private static CriteriaAnswer Answer(Entry entry, Quantity value, string concept)
    {
        if (entry.Bounds is not { } bounds || Within(bounds, value, concept) is not { } within)
        {
            return CriteriaAnswer.Unknown;
        }

        return within == entry.Wanted ? CriteriaAnswer.Allowed : entry.Decides ? CriteriaAnswer.Excluded : CriteriaAnswer.Unknown;
    }

    // Null when the value cannot be compared: a multiple of normal, or a unit that does not fit.
    private static bool? Within(Bounds bounds, Quantity value, string concept)
    {
        if (bounds.Unit == value.Unit || (bounds.Unit is null && value.Unit is null))
        {
            return bounds.Admits(value.Value);
        }

        if (bounds.Unit is null || value.Unit is null)
        {
            return null;
        }

        var analyte = Lexicon.Default.ByName(EntryKind.Analyte, concept)?.Analyte;
        if (bounds.Unit is Units.UpperLimitOfNormal or Units.LowerLimitOfNormal)
        {
            return analyte is null ? null : WithinMultiple(bounds, value, analyte);
        }

        return Units.Convert(value, bounds.Unit, analyte) is { } converted ? bounds.Admits(converted.Quantity.Value) : null;
    }

    // The laboratory is not known: both ends of where laboratories put the limit must agree.
    private static bool? WithinMultiple(Bounds bounds, Quantity value, AnalyteProfile analyte)
    {
        if ((bounds.Unit == Units.UpperLimitOfNormal ? analyte.UpperLimits : analyte.LowerLimits) is not var (low, high) || Units.Convert(value, analyte.Unit, analyte) is not { } converted)
        {
            return null;
        }

        var atLow = bounds.Admits(converted.Quantity.Value / low);
        return atLow == bounds.Admits(converted.Quantity.Value / high) ? atLow : null;
    }

    // What keeps out wins; then what cannot be told; what is required is also allowed.
    private static CriteriaAnswer Stronger(CriteriaAnswer one, CriteriaAnswer other) => Rank(one) >= Rank(other) ? one : other;

    private static int Rank(CriteriaAnswer answer) => answer switch
    {
        CriteriaAnswer.Excluded => 4,
        CriteriaAnswer.Required => 3,
        CriteriaAnswer.Unknown => 2,
        CriteriaAnswer.Allowed => 1,
        CriteriaAnswer.Silent => 0,
    };

    private Bounds Shared(Bounds bounds)
    {
        if (bounds.Unit is not { } unit)
        {
            return bounds;
        }

        if (!units.TryGetValue(unit, out var shared))
        {
            units[unit] = shared = unit;
        }

        return bounds with { Unit = shared };
    }
}

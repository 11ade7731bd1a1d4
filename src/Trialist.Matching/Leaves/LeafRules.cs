using System.Runtime.CompilerServices;

namespace Trialist.Matching.Leaves;

/// <summary>Chooses the rule of a leaf by its type.</summary>
internal static class LeafRules
{
    private static readonly Bounds AboveNormal = new(new Bound(1, false), null, "[ULN]");
    private static readonly Bounds BelowNormal = new(null, new Bound(1, false), "[LLN]");
    private static readonly Bounds NotAboveNormal = new(null, new Bound(1, true), "[ULN]");
    private static readonly Bounds NotBelowNormal = new(new Bound(1, true), null, "[LLN]");

    // The same leaves are asked of one person after the other; without its limit in words a leaf goes with itself.
    private static readonly ConditionalWeakTable<Predicate.Leaf, Predicate.Leaf> Bare = [];

    /// <summary>The finding of a leaf without its exception.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="exempted">Kinds of what the leaf names that do not count; null when there are none.</param>
    /// <param name="person">The person.</param>
    public static Finding Decide(Predicate.Leaf leaf, Predicate? exempted, PreparedPerson person)
    {
        if (SexRule.NotApplicable(leaf, person) is { } notApplicable)
        {
            return notApplicable;
        }

        switch (leaf.Type)
        {
            case LeafType.Age:
                return AgeRule.Decide(leaf, person);
            case LeafType.Sex:
                return SexRule.Decide(leaf, person);
            case LeafType.HealthyVolunteer when leaf.Concept == VolunteerRule.NoVolunteers:
                return VolunteerRule.Decide(person);
            case LeafType.Measurement when leaf.Bounds is { } bounds && person.Vocabulary.KindsOf(leaf.Concept) is { Count: > 0 } kinds && ValueRule.Decide(leaf, bounds, person) is var plain:
                return plain.Truth != Truth.Unknown || (bounds.Min is null) == (bounds.Max is null) ? plain : OfKinds(leaf, bounds, kinds, person);
            case LeafType.Measurement or LeafType.Score or LeafType.LifeExpectancy or LeafType.Lines or LeafType.Count or LeafType.Biomarker when leaf.Bounds is { } bounds:
                return ValueRule.Decide(leaf, bounds, person);
            case LeafType.Measurement or LeafType.Biomarker when AgainstNormal(leaf, person) is { } finding:
                return finding;
            default:
                return OccurrenceRule.Decide(leaf, exempted, person);
        }
    }

    // "Transaminases at most 3 × ULN" holds when ALT and AST both do; "above 3 × ULN" when either does.
    private static Finding OfKinds(Predicate.Leaf leaf, Bounds bounds, IReadOnlyList<Concept> kinds, PreparedPerson person)
    {
        var findings = kinds.Select(kind => ValueRule.Decide(leaf with { Concept = kind }, bounds, person)).ToList();
        var truth = findings.Select(finding => finding.Truth).Aggregate(bounds.Max is null ? Kleene.Or : Kleene.And);
        var deciding = findings.Where(finding => finding.Truth == truth).ToList();
        return new Finding(truth)
        {
            Facts = [.. deciding.SelectMany(finding => finding.Facts)],
            Missing = truth == Truth.Unknown ? [.. findings.SelectMany(finding => finding.Missing)] : [],
            Borderline = deciding.Any(finding => finding.Borderline),
            Assumed = deciding.Select(finding => finding.Assumed).FirstOrDefault(assumed => assumed is not null),
            Note = deciding[0].Note,
        };
    }

    /// <summary>True when a word of the leaf, such as "elevated", may be a limit against normal.</summary>
    public static bool AsksAgainstNormal(Predicate.Leaf leaf) => leaf.Qualifiers.Any(IsLimit);

    /// <summary>The limits that such a leaf comes to for whoever has a value: all of them have to hold.</summary>
    public static IReadOnlyList<Predicate.Leaf> AgainstNormal(Predicate.Leaf leaf) =>
        leaf.Qualifiers.FirstOrDefault(IsLimit) is { Value: not null } word ? [.. Limits(word.Value).Select(limit => Without(word, leaf) with { Bounds = limit })] : [];

    // "Elevated creatinine" is a limit in words: above the upper limit of normal.
    private static Finding? AgainstNormal(Predicate.Leaf leaf, PreparedPerson person)
    {
        foreach (var qualifier in leaf.Qualifiers)
        {
            if (IsLimit(qualifier) && Limits(qualifier.Value) is var limits &&
                person.About(leaf).Exists(static one => one.Fact is { Value: not null } or { ValueWithin: not null }))
            {
                var bare = Bare.GetValue(leaf, one => Without(qualifier, one));
                var first = ValueRule.Decide(bare, limits[0], person);
                return limits.Length == 1 || first.Truth == Truth.False ? first : ValueRule.Decide(bare, limits[1], person) is { Truth: var second } other && second < first.Truth ? other : first;
            }
        }

        return null;
    }

    private static bool IsLimit(Qualifier qualifier) => qualifier.Kind == QualifierKind.Result && Limits(qualifier.Value).Length > 0;

    private static Predicate.Leaf Without(Qualifier word, Predicate.Leaf leaf) => leaf with { Qualifiers = leaf.Qualifiers.Where(other => other != word).ToValueList() };

    private static Bounds[] Limits(string word) => word switch
    {
        "elevated" or "high" or "increased" => [AboveNormal],
        "decreased" or "low" or "reduced" => [BelowNormal],
        "normal" => [NotAboveNormal, NotBelowNormal],
        _ => [],
    };
}

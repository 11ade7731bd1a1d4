namespace Trialist.Matching;

/// <summary>The limits that the record states beside its text: age, sex and healthy volunteers. A limit that is not given, or admits all, is no row.</summary>
internal static class StructuredLimits
{
    private static readonly Concept Age = new("age");

    public static List<CriterionVerdict> Judge(EligibilityRules rules, PreparedPerson person)
    {
        List<CriterionVerdict> verdicts = [];
        foreach (var (id, predicate) in Of(rules))
        {
            var evaluation = ReferenceMatcher.Evaluate(predicate, CriterionKind.Inclusion, person);
            verdicts.Add(new CriterionVerdict(id, CriterionKind.Inclusion, evaluation.Truth, Reading.Full, evaluation.Reasons.Select(reason => reason with { Span = null }).ToValueList()));
        }

        return verdicts;
    }

    /// <summary>The limits as predicates.</summary>
    public static IEnumerable<(string Id, Predicate Predicate)> Of(EligibilityRules rules)
    {
        var min = AgeLimit.Parse(rules.MinimumAge);
        var max = AgeLimit.Parse(rules.MaximumAge);
        if (OfAge(rules, min, max) is { } age)
        {
            yield return ("S.age", age);
        }

        if (rules.Sex is Sex.Female or Sex.Male)
        {
            yield return ("S.sex", new Predicate.Leaf(LeafType.Sex, new Concept(rules.Sex == Sex.Female ? "female" : "male")) { Span = default });
        }

        if (rules.HealthyVolunteers == false)
        {
            yield return ("S.volunteers", new Predicate.Leaf(LeafType.HealthyVolunteer, Leaves.VolunteerRule.NoVolunteers) { Span = default });
        }
    }

    /// <summary>The same limits as criteria, for what walks over criteria.</summary>
    public static IEnumerable<CriterionNode> Nodes(EligibilityRules rules) => Of(rules).Select(limit =>
        new CriterionNode(new Criterion(limit.Id, CriterionKind.Inclusion, default, "") { Reading = Reading.Full, Predicate = limit.Predicate }));

    private static Predicate? OfAge(EligibilityRules rules, Quantity? min, Quantity? max)
    {
        List<Predicate> parts = [];
        if (min is { } least && max is { } most && least.Unit == most.Unit)
        {
            parts.Add(Leaf(new Bounds(new Bound(least.Value, true), new Bound(most.Value, true), least.Unit)));
        }
        else
        {
            parts.AddRange(One(rules.MinimumAge, min, bound => new Bounds(bound, null, min?.Unit)));
            parts.AddRange(One(rules.MaximumAge, max, bound => new Bounds(null, bound, max?.Unit)));
        }

        return parts.Count switch { 0 => null, 1 => parts[0], _ => new Predicate.All(parts.ToValueList()) { Span = default } };
    }

    // An age that is given but cannot be read must not pass for no limit.
    private static IEnumerable<Predicate> One(string? written, Quantity? read, Func<Bound, Bounds> bounds) =>
        read is { } age ? [Leaf(bounds(new Bound(age.Value, true)))]
        : AgeWords.IsNone(written) ? []
        : [new Predicate.Unread($"the age '{written}' was not understood") { Span = default }];

    private static Predicate.Leaf Leaf(Bounds bounds) => new(LeafType.Age, Age) { Bounds = bounds, Span = default };
}

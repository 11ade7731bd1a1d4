namespace Trialist.Screening.Tests.Safety;

/// <summary>Makes a person who fits a study as far as it is read: a fact for each leaf of an inclusion, a denial for each of an exclusion.</summary>
internal static class FittingPerson
{
    private const int Years = 45;

    public static Person For(ReadStudy study, DateOnly asOf)
    {
        List<Fact> facts = [];
        foreach (var criterion in study.Criteria?.Criteria ?? [])
        {
            if (criterion is { Predicate: { } predicate, Kind: not CriterionKind.Note })
            {
                Add(predicate, criterion.Kind == CriterionKind.Inclusion, asOf, facts);
            }
        }

        return new Person
        {
            BirthDate = PartialDate.OfDay(asOf.AddYears(-Years)),
            Sex = study.Study.Eligibility.Sex is Sex.Male ? Sex.Male : Sex.Female,
            Facts = facts.ToValueList(),
        };
    }

    private static void Add(Predicate predicate, bool wanted, DateOnly asOf, List<Fact> facts)
    {
        switch (predicate)
        {
            case Predicate.Leaf leaf:
                facts.Add(leaf.Bounds is { } bounds ? Valued(leaf, bounds, wanted, asOf) : Stated(leaf, wanted, asOf));
                break;
            case Predicate.Not not:
                Add(not.Item, !wanted, asOf, facts);
                break;
            case Predicate.All all:
                Each(all.Items);
                break;
            case Predicate.Any any:
                Each(any.Items);
                break;
            case Predicate.AtLeast some:
                Each(some.Items);
                break;
            case Predicate.Judgement or Predicate.Unread:
                break;
        }

        void Each(ValueList<Predicate> items)
        {
            foreach (var item in items)
            {
                Add(item, wanted, asOf, facts);
            }
        }
    }

    private static Fact Valued(Predicate.Leaf leaf, Bounds bounds, bool wanted, DateOnly asOf)
    {
        var inside = bounds switch
        {
            { Min: { } min, Max: { } max } => (min.Value + max.Value) / 2,
            { Min: { } min } => min.Value + 1,
            { Max: { } max } => max.Value / 2,
            _ => 1,
        };
        var outside = bounds.Max is { } above ? above.Value + 1 : (bounds.Min?.Value ?? 0) / 2;
        return new Fact(leaf.Type, leaf.Concept, "made") { Value = new Quantity(wanted ? inside : outside, bounds.Unit), Qualifiers = leaf.Qualifiers, Date = PartialDate.OfDay(asOf.AddDays(-1)) };
    }

    private static Fact Stated(Predicate.Leaf leaf, bool wanted, DateOnly asOf) => wanted
        ? new Fact(leaf.Type, leaf.Concept, "made") { Status = FactStatus.Active, Qualifiers = leaf.Qualifiers, Start = PartialDate.OfDay(asOf.AddYears(-1)) }
        : new Fact(leaf.Type, leaf.Concept, "made") { Presence = Presence.Absent, Date = PartialDate.OfDay(asOf.AddDays(-1)) };
}

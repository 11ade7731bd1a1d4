namespace Trialist.Evaluation.Forms;

/// <summary>The shape of what the engine read.</summary>
internal static class PredicateShape
{
    /// <summary>The shape of a document of one criterion; several join as an inclusion's do.</summary>
    public static CriterionShape Of(CriteriaDocument document)
    {
        var numbers = new List<string>();
        var tree = CriterionShape.Join("all", document.Criteria.Where(criterion => criterion.Predicate is not null).Select(criterion => Tree(criterion.Predicate!, numbers)).ToList());
        return CriterionShape.Of(tree, numbers);
    }

    private static CriterionShape.Node? Tree(Predicate predicate, List<string> numbers)
    {
        switch (predicate)
        {
            case Predicate.All all:
                return CriterionShape.Join("all", Each(all.Items, numbers));
            case Predicate.Any any:
                return CriterionShape.Join("any", Each(any.Items, numbers));
            case Predicate.AtLeast atLeast:
                return CriterionShape.Join($"atLeast{atLeast.Count}", Each(atLeast.Items, numbers));
            case Predicate.Not not:
                return Tree(not.Item, numbers) is { } item ? CriterionShape.Join("not", [item]) : null;
            case Predicate.Leaf leaf:
                AddNumbers(leaf.Bounds, numbers);
                return new CriterionShape.Node.Fact(KindOf(leaf.Type));
            case Predicate.Judgement:
                return new CriterionShape.Node.Fact("judgement");
            default:
                return new CriterionShape.Node.Fact("unread");
        }
    }

    private static List<CriterionShape.Node?> Each(ValueList<Predicate> items, List<string> numbers) => [.. items.Select(item => Tree(item, numbers))];

    private static void AddNumbers(Bounds? bounds, List<string> numbers)
    {
        if (bounds is { Min: { } low, Max: { } high } && low == high)
        {
            numbers.Add(FormShape.Say("=", low.Value));
            return;
        }

        if (bounds?.Min is { } min)
        {
            numbers.Add(FormShape.Say(min.Inclusive ? ">=" : ">", min.Value));
        }

        if (bounds?.Max is { } max)
        {
            numbers.Add(FormShape.Say(max.Inclusive ? "<=" : "<", max.Value));
        }
    }

    private static string KindOf(LeafType type) => type switch
    {
        LeafType.Condition or LeafType.Biomarker or LeafType.Pregnancy or LeafType.Lactation => "finding",
        LeafType.Treatment or LeafType.Procedure or LeafType.Contraception => "treated",
        LeafType.Measurement => "value",
        LeafType.Score => "score",
        LeafType.Age => "age",
        LeafType.Sex => "sex",
        LeafType.Language => "language",
        LeafType.Allergy => "allergy",
        LeafType.Behaviour => "behaviour",
        LeafType.Participation => "participation",
        LeafType.Consent or LeafType.LifeExpectancy or LeafType.Lines or LeafType.Count or LeafType.HealthyVolunteer => "other",
        LeafType.Judgement => "judgement",
        LeafType.Unread => "unread",
    };
}

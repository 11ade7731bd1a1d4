namespace Trialist.Matching.Bulk;

/// <summary>Turns studies into programs over numbered atoms. Each distinct leaf is one atom, wherever it stands.</summary>
/// <remarks>A program is in prefix form: And and Or are followed by how many operands there are, AtLeast by how many must hold and how many there are. Negation is pushed down to the literals.</remarks>
internal sealed class StudyCompiler
{
    private readonly Dictionary<(Predicate.Leaf Leaf, Truth Favourable), int> numbers = [];

    private readonly Dictionary<Concept, Concept> concepts = [];

    public List<Predicate.Leaf> Leaves { get; } = [];

    public List<Truth> Favourables { get; } = [];

    public List<int> Code { get; } = [];

    /// <summary>Appends the study's program: true where every deciding criterion is met. Returns whether it can come out as eligible at all.</summary>
    public bool Compile(Study study, CriteriaDocument? criteria)
    {
        var nodes = criteria is null ? [] : CriterionNode.Tree(criteria);
        var deciding = StructuredLimits.Nodes(study.Eligibility).Concat(nodes).Where(node => node.Criterion.Reading is not (Reading.Judgement or Reading.Action)).ToList();
        Code.Add(Op.And);
        Code.Add(deciding.Count);
        foreach (var node in deciding)
        {
            Add(node, denied: node.Criterion.Kind == CriterionKind.Exclusion);
        }

        return nodes.Count > 0 && deciding.Count > 0;
    }

    private void Add(CriterionNode node, bool denied)
    {
        var criterion = node.Criterion;
        if (!CriterionForm.IsComputed(criterion, node.Children.Count > 0))
        {
            Code.Add(Op.Unknown);
            return;
        }

        var favourable = criterion.Kind == CriterionKind.Inclusion ? Truth.True : Truth.False;
        if (criterion.Predicate is { } own && node.Children.Count > 0)
        {
            Code.Add(denied ? Op.Or : Op.And);
            Code.Add(2);
            Add(own, favourable, denied);
        }
        else if (criterion.Predicate is { } alone)
        {
            Add(alone, favourable, denied);
            return;
        }

        var combine = CriterionForm.CombineOf(criterion);
        if (combine is Combine.AtLeast some && !ReferenceMatcher.IsSound(some.Count, node.Children.Count))
        {
            Code.Add(Op.Unknown);
            return;
        }

        Open(combine, node.Children.Count, denied);
        foreach (var child in node.Children)
        {
            Add(child, denied);
        }
    }

    private void Add(Predicate predicate, Truth favourable, bool denied)
    {
        switch (predicate)
        {
            case Predicate.Leaf leaf:
                Code.Add(Op.Literal(NumberOf(leaf, favourable), denied));
                break;
            case Predicate.Not not:
                Add(not.Item, favourable.Not(), !denied);
                break;
            case Predicate.All { Items.IsEmpty: false } all:
                AddEach(new Combine.All(), all.Items, favourable, denied);
                break;
            case Predicate.Any { Items.IsEmpty: false } any:
                AddEach(new Combine.Any(), any.Items, favourable, denied);
                break;
            case Predicate.AtLeast some when ReferenceMatcher.IsSound(some.Count, some.Items.Count):
                AddEach(new Combine.AtLeast(some.Count), some.Items, favourable, denied);
                break;
            case Predicate.All or Predicate.Any or Predicate.AtLeast or Predicate.Judgement or Predicate.Unread:
                Code.Add(Op.Unknown);
                break;
        }
    }

    private void AddEach(Combine combine, ValueList<Predicate> items, Truth favourable, bool denied)
    {
        Open(combine, items.Count, denied);
        foreach (var item in items)
        {
            Add(item, favourable, denied);
        }
    }

    // Not (at least k of n) is: at least n - k + 1 of them do not hold.
    private void Open(Combine combine, int operands, bool denied)
    {
        switch (combine)
        {
            case Combine.All:
                Code.Add(denied ? Op.Or : Op.And);
                break;
            case Combine.Any:
                Code.Add(denied ? Op.And : Op.Or);
                break;
            case Combine.AtLeast some:
                Code.Add(Op.AtLeast);
                Code.Add(denied ? operands - some.Count + 1 : some.Count);
                break;
        }

        Code.Add(operands);
    }

    private Concept Same(Concept concept)
    {
        if (!concepts.TryGetValue(concept, out var same))
        {
            concepts[concept] = same = concept;
        }

        return same;
    }

    private int NumberOf(Predicate.Leaf leaf, Truth favourable)
    {
        var key = (AtomForm.WithoutSpans(leaf), leaf.Except is null ? Truth.Unknown : favourable);
        if (!numbers.TryGetValue(key, out var number))
        {
            numbers[key] = number = Leaves.Count;
            Leaves.Add(key.Item1 with { Concept = Same(leaf.Concept) });
            Favourables.Add(favourable);
        }

        return number;
    }
}

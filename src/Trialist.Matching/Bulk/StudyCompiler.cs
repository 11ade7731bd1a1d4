using Trialist.Matching.Leaves;

namespace Trialist.Matching.Bulk;

/// <summary>Turns studies into programs over numbered atoms. Each distinct leaf is one atom, wherever it stands.</summary>
/// <remarks>
/// A program is in prefix form: And and Or are followed by how many operands there are, AtLeast by how many must hold and how many there are.
/// Negation is pushed down to the literals. An exception that waives an inclusion is one more way to meet it, and one that takes out of an
/// exclusion is one more thing to deny: both become connectives. Only an exception that names kinds of what its leaf names stays with the atom.
/// </remarks>
internal sealed class StudyCompiler(IVocabulary vocabulary)
{
    private readonly Dictionary<Predicate.Leaf, int> numbers = [];
    private readonly Dictionary<Concept, Concept> concepts = [];
    private List<int> target = [];

    public List<Predicate.Leaf> Leaves { get; } = [];

    public List<int> Code { get; } = [];

    /// <summary>Atoms in whose place others stand where they are unknown.</summary>
    public HashSet<int> Hedged { get; } = [];

    /// <summary>The programs of the exceptions that stay with their atoms, those first on which others depend.</summary>
    public List<(int Atom, int[] Exception)> Exceptions { get; } = [];

    /// <summary>Appends the study's program: true where every deciding criterion is met. Returns whether it can come out as eligible at all.</summary>
    public bool Compile(Study study, CriteriaDocument? criteria)
    {
        target = Code;
        var nodes = criteria is null ? [] : CriterionNode.Tree(criteria, study.Eligibility);
        var deciding = StructuredLimits.Nodes(study.Eligibility).Concat(nodes).Where(node => node.Criterion.Reading is not (Reading.Judgement or Reading.Action)).ToList();
        target.Add(Op.And);
        target.Add(deciding.Count);
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
            target.Add(Op.Unknown);
            return;
        }

        var favourable = criterion.Kind == CriterionKind.Inclusion ? Truth.True : Truth.False;
        if (criterion.Predicate is { } own && node.Children.Count > 0)
        {
            if (CriterionForm.GuardOf(criterion) is { } guard)
            {
                Open(denied ? Op.And : Op.Or, 2);
                Add(guard, favourable, denied);
            }

            Open(denied ? Op.Or : Op.And, 2);
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
            target.Add(Op.Unknown);
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
                Add(leaf, favourable, denied);
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
                target.Add(Op.Unknown);
                break;
        }
    }

    private void Add(Predicate.Leaf leaf, Truth favourable, bool denied)
    {
        if (leaf.Except is not { } except || Exemption.IsOfKinds(leaf, except, vocabulary))
        {
            AddAtom(leaf, denied);
            return;
        }

        // Favourable to hold: the leaf or its exception. Favourable not to hold: the leaf and not its exception.
        var waives = favourable == Truth.True;
        Open(waives == denied ? Op.And : Op.Or, 2);
        AddAtom(leaf with { Except = null }, denied);
        Add(except, Truth.True, waives ? denied : !denied);
    }

    // "Transaminases at most 3 × ULN": where no value goes by the common name, ALT and AST both, or for "above" either.
    private void AddAtom(Predicate.Leaf leaf, bool denied)
    {
        var literal = Op.Literal(NumberOf(leaf), denied);
        if (leaf is { Except: null, Type: LeafType.Measurement, Bounds: { } bounds } && (bounds.Min is null) != (bounds.Max is null) &&
            !SexRule.IsOfWomen(leaf) && vocabulary.KindsOf(leaf.Concept) is { Count: > 0 } kinds)
        {
            target.Add(Op.Else);
            Hedged.Add(NumberOf(leaf));
            target.Add(literal);
            Open((bounds.Max is null) == denied ? Op.And : Op.Or, kinds.Count);
            foreach (var kind in kinds)
            {
                target.Add(Op.Literal(NumberOf(leaf with { Concept = kind }), denied));
            }

            return;
        }

        target.Add(literal);
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
                target.Add(denied ? Op.Or : Op.And);
                break;
            case Combine.Any:
                target.Add(denied ? Op.And : Op.Or);
                break;
            case Combine.AtLeast some:
                target.Add(Op.AtLeast);
                target.Add(denied ? operands - some.Count + 1 : some.Count);
                break;
        }

        target.Add(operands);
    }

    private void Open(int op, int operands)
    {
        target.Add(op);
        target.Add(operands);
    }

    private Concept Same(Concept concept)
    {
        if (!concepts.TryGetValue(concept, out var same))
        {
            concepts[concept] = same = concept;
        }

        return same;
    }

    private int NumberOf(Predicate.Leaf leaf)
    {
        var key = AtomForm.WithoutSpans(leaf);
        if (!numbers.TryGetValue(key, out var number))
        {
            numbers[key] = number = Leaves.Count;
            Leaves.Add(key with { Concept = Same(leaf.Concept) });
            if (key.Except is { } except)
            {
                var outer = target;
                target = [];
                Add(except, Truth.True, denied: false);
                Exceptions.Add((number, [.. target]));
                target = outer;
            }
        }

        return number;
    }
}

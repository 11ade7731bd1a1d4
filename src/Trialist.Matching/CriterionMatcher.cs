namespace Trialist.Matching;

/// <summary>Judges one top criterion with everything listed under it.</summary>
internal static class CriterionMatcher
{
    public static CriterionVerdict Judge(CriterionNode node, PreparedPerson person)
    {
        List<Reason> reasons = [];
        var truth = Visit(node, person, reasons);
        var reading = node.Criterion.Reading ?? Reading.None;
        return new CriterionVerdict(node.Criterion.Id, node.Criterion.Kind, truth, reading, reasons.ToValueList()) { Correction = node.Criterion.Correction };
    }

    /// <summary>Own words and joined children.</summary>
    private static Truth Visit(CriterionNode node, PreparedPerson person, List<Reason> reasons)
    {
        var first = reasons.Count;
        var criterion = node.Criterion;
        var favourable = criterion.Kind == CriterionKind.Inclusion ? Truth.True : Truth.False;
        Truth? own = criterion.Predicate is { } predicate ? ReferenceMatcher.Visit(predicate, favourable, person, reasons) : null;
        Truth? listed = node.Children.Count > 0 ? Join(node, person, reasons) : null;
        AddUnread(criterion, node.Children.Count > 0, reasons);
        if (!CriterionForm.IsComputed(criterion, node.Children.Count > 0))
        {
            return Truth.Unknown;
        }

        var truth = (own, listed) switch
        {
            ({ } words, { } children) => words.And(children),
            ({ } words, null) => words,
            (null, { } children) => children,
            (null, null) => Truth.Unknown,
        };
        if (listed is not null && CriterionForm.GuardOf(criterion) is { } guard)
        {
            truth = ReferenceMatcher.Visit(guard, favourable, person, []).Or(truth);
        }

        if (truth != Truth.Unknown)
        {
            ReferenceMatcher.ForgetMissing(reasons, first);
        }

        return truth;
    }

    // Words that stand in no leaf still have to be seen beside the verdict that they block.
    private static void AddUnread(Criterion criterion, bool hasChildren, List<Reason> reasons)
    {
        if (criterion.Predicate is not null && CriterionForm.IsComputed(criterion, hasChildren))
        {
            return;
        }

        foreach (var (span, why) in criterion.Unread)
        {
            reasons.Add(new Reason($"not understood: {why}", Truth.Unknown, span, [], []));
        }

        if (criterion is { Predicate: null, Unread.IsEmpty: true } && !hasChildren)
        {
            reasons.Add(new Reason(criterion.Reading is Reading.Judgement ? "a clinician's judgement" : criterion.Reading is Reading.Action ? "done at enrolment" : "not understood", Truth.Unknown, criterion.Span, [], []));
        }
    }

    private static Truth Join(CriterionNode node, PreparedPerson person, List<Reason> reasons)
    {
        var truths = node.Children.Select(child => Visit(child, person, reasons)).ToList();
        return CriterionForm.CombineOf(node.Criterion) switch
        {
            Combine.All => truths.Aggregate(Kleene.And),
            Combine.Any => truths.Aggregate(Kleene.Or),
            Combine.AtLeast some => ReferenceMatcher.AtLeast(some.Count, truths),
        };
    }
}

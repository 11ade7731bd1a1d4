using Trialist.Matching.Leaves;

namespace Trialist.Matching;

/// <summary>
/// The plain matcher: one recursive walk over a predicate, for one person. It is the meaning of matching; the bulk engine is checked against it.
/// </summary>
/// <remarks>Nothing that the record does not say becomes true or false, unless the settings assume a part of it complete.</remarks>
public static class ReferenceMatcher
{
    /// <summary>Evaluates a predicate for a person, with a reason for each leaf.</summary>
    /// <param name="predicate">What the words ask.</param>
    /// <param name="kind">Inclusion or exclusion: an exception waives an inclusion and takes out of an exclusion.</param>
    /// <param name="person">The person.</param>
    public static Evaluation Evaluate(Predicate predicate, CriterionKind kind, PreparedPerson person)
    {
        List<Reason> reasons = [];
        var truth = Visit(GradedDisease.Apart(predicate), kind == CriterionKind.Inclusion ? Truth.True : Truth.False, person, reasons);
        return new Evaluation(truth, reasons.ToValueList());
    }

    /// <summary>Evaluates and appends the reasons.</summary>
    /// <param name="predicate">What the words ask.</param>
    /// <param name="favourable">The truth of this predicate that favours the person's taking part; negation turns it round.</param>
    /// <param name="person">The person.</param>
    /// <param name="reasons">Where the reasons go; null where only the truth is wanted, as for whole cohorts.</param>
    internal static Truth Visit(Predicate predicate, Truth favourable, PreparedPerson person, List<Reason>? reasons)
    {
        var first = reasons?.Count ?? 0;
        var truth = predicate switch
        {
            Predicate.All all => Join(all.Items, favourable, person, reasons, static truths => truths.Aggregate(Kleene.And)),
            Predicate.Any any => Join(any.Items, favourable, person, reasons, static truths => truths.Aggregate(Kleene.Or)),
            Predicate.AtLeast some => Join(some.Items, favourable, person, reasons, truths => AtLeast(some.Count, truths)),
            Predicate.Not not => Visit(not.Item, favourable.Not(), person, reasons).Not(),
            Predicate.Leaf leaf => VisitLeaf(leaf, favourable, person, reasons),
            Predicate.Judgement or Predicate.Unread => Open(predicate, reasons),
        };
        if (truth != Truth.Unknown && reasons is not null)
        {
            ForgetMissing(reasons, first);
        }

        return truth;
    }

    /// <summary>At least so many of the truths hold.</summary>
    internal static Truth AtLeast(int count, IReadOnlyCollection<Truth> truths)
    {
        // "At least three" of two things is a misreading, and no answer to it is sure.
        if (!IsSound(count, truths.Count))
        {
            return Truth.Unknown;
        }

        var sure = truths.Count(truth => truth == Truth.True);
        var possible = truths.Count(truth => truth != Truth.False);
        return sure >= count ? Truth.True : possible < count ? Truth.False : Truth.Unknown;
    }

    internal static bool IsSound(int count, int operands) => count >= 1 && count <= operands;

    /// <summary>Facts that cannot change the answer any more are not missing.</summary>
    internal static void ForgetMissing(List<Reason> reasons, int first)
    {
        for (var index = first; index < reasons.Count; index++)
        {
            if (!reasons[index].Missing.IsEmpty)
            {
                reasons[index] = reasons[index] with { Missing = [] };
            }
        }
    }

    private static Truth Join(
        ValueList<Predicate> items, Truth favourable, PreparedPerson person, List<Reason>? reasons, Func<IReadOnlyCollection<Truth>, Truth> join)
    {
        var truths = new List<Truth>(items.Count);
        foreach (var item in items)
        {
            truths.Add(Visit(item, favourable, person, reasons));
        }

        // A connective over nothing says nothing.
        return truths.Count == 0 ? Truth.Unknown : join(truths);
    }

    private static Truth Open(Predicate predicate, List<Reason>? reasons)
    {
        reasons?.Add(new Finding(Truth.Unknown).ToReason(predicate, predicate.Span));
        return Truth.Unknown;
    }

    private static Truth VisitLeaf(Predicate.Leaf leaf, Truth favourable, PreparedPerson person, List<Reason>? reasons)
    {
        if (leaf.Except is not { } except)
        {
            var plain = LeafRules.Decide(leaf, null, person);
            reasons?.Add(plain.ToReason(leaf, leaf.Span));
            return plain.Truth;
        }

        var ofKinds = Exemption.IsOfKinds(leaf, except, person.Vocabulary);
        var finding = LeafRules.Decide(leaf, ofKinds ? except : null, person);
        List<Reason> exception = [];
        var lifted = Visit(except, Truth.True, person, exception);
        var decided = ofKinds ? WithoutKinds(finding, lifted, exception) : Lifted(finding, lifted, favourable, exception);
        reasons?.Add(decided.ToReason(leaf, leaf.Span));
        if (!ofKinds && decided.Truth == Truth.Unknown)
        {
            reasons?.AddRange(exception);
        }

        return decided.Truth;
    }

    // The exempt facts are already taken out. What is left is lifted only when nothing else in the record points to the leaf.
    private static Finding WithoutKinds(Finding finding, Truth exception, List<Reason> reasons) =>
        finding is { Truth: Truth.Unknown, Facts.Count: 0 } && exception == Truth.True ? Lift(finding, Truth.False, reasons) : finding;

    private static Finding Lifted(Finding finding, Truth exception, Truth favourable, List<Reason> reasons)
    {
        if (finding.Truth == favourable || exception == Truth.False)
        {
            return finding;
        }

        return exception == Truth.True
            ? Lift(finding, favourable, reasons)
            : finding with { Truth = Truth.Unknown, Note = finding.Note ?? "the exception may apply" };
    }

    private static Finding Lift(Finding finding, Truth truth, List<Reason> reasons) => finding with
    {
        Truth = truth,
        Facts = [.. finding.Facts, .. reasons.Where(reason => reason.Truth == Truth.True).SelectMany(reason => reason.Facts)],
        Missing = [],
        Note = "lifted by the exception",
    };
}

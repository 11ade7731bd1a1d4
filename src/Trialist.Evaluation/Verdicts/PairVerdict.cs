namespace Trialist.Evaluation.Verdicts;

/// <summary>What the product says about a pair.</summary>
/// <param name="Kind">Inclusion or exclusion.</param>
/// <param name="Person">The person read from the note.</param>
/// <param name="Document">The criterion as read.</param>
/// <param name="Criteria">Its verdict; several where the words were cut into more than one criterion.</param>
internal sealed record PairVerdict(CriterionKind Kind, Person Person, CriteriaDocument Document, ValueList<CriterionVerdict> Criteria)
{
    /// <summary>The joint truth of the words: all parts of an inclusion, any part of an exclusion.</summary>
    public Truth Truth
    {
        get
        {
            Truth? joint = null;
            foreach (var criterion in Criteria)
            {
                joint = joint is not { } so ? criterion.Truth : Kind == CriterionKind.Exclusion ? so.Or(criterion.Truth) : so.And(criterion.Truth);
            }

            return joint ?? Truth.Unknown;
        }
    }

    /// <summary>Every leaf that was looked at.</summary>
    public IEnumerable<Reason> Reasons => Criteria.SelectMany(criterion => criterion.Because);

    /// <summary>The leaves of the criterion, whether matched or not.</summary>
    public IEnumerable<Predicate.Leaf> Leaves => Document.Criteria.Where(criterion => criterion.Predicate is not null).SelectMany(criterion => LeavesOf(criterion.Predicate!));

    private static IEnumerable<Predicate.Leaf> LeavesOf(Predicate predicate) => predicate switch
    {
        Predicate.Leaf leaf => [leaf],
        Predicate.All all => all.Items.SelectMany(LeavesOf),
        Predicate.Any any => any.Items.SelectMany(LeavesOf),
        Predicate.AtLeast some => some.Items.SelectMany(LeavesOf),
        Predicate.Not not => LeavesOf(not.Item),
        Predicate.Judgement or Predicate.Unread => [],
    };
}

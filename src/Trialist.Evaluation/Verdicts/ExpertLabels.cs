namespace Trialist.Evaluation.Verdicts;

/// <summary>
/// Says in the experts' words what the product found. Only <c>evaluate verdicts</c> uses it: the product itself stays open-world.
/// </summary>
/// <remarks>
/// The experts read a note as a nearly complete chart, so the same unknown means different things to them:
/// what an exclusion names and the note passes over in silence is <em>not excluded</em>; what an inclusion asks for and the note does not say is
/// <em>not enough information</em>; what could not concern the person at all is <em>not applicable</em>; consent and compliance, which each note promises
/// in its last sentence, are <em>included</em>.
/// </remarks>
internal static class ExpertLabels
{
    public const string Included = "included";
    public const string NotIncluded = "not included";
    public const string Excluded = "excluded";
    public const string NotExcluded = "not excluded";
    public const string NotEnough = "not enough information";
    public const string NotApplicable = "not applicable";

    /// <summary>Below this age questions about pregnancy, tobacco and alcohol do not concern a child.</summary>
    private const int Childhood = 12;

    /// <summary>From this age on pregnancy does not concern a woman.</summary>
    private const int EndOfFertility = 56;

    /// <summary>All labels, in the order of the tables.</summary>
    public static IReadOnlyList<string> All { get; } = [Included, NotIncluded, Excluded, NotExcluded, NotEnough, NotApplicable];

    /// <summary>The label of a pair.</summary>
    public static string Of(PairVerdict verdict)
    {
        if (CannotConcern(verdict))
        {
            return NotApplicable;
        }

        return verdict.Kind == CriterionKind.Exclusion ? OfExclusion(verdict) : OfInclusion(verdict);
    }

    private static string OfInclusion(PairVerdict verdict) => verdict.Truth switch
    {
        Truth.True => Included,
        Truth.False => NotIncluded,
        Truth.Unknown => IsPromised(verdict) ? Included : NotEnough,
    };

    private static string OfExclusion(PairVerdict verdict) => verdict.Truth switch
    {
        Truth.True => Excluded,
        Truth.False => NotExcluded,
        // A fact that bears on it and does not settle it, or a question that silence cannot answer, leaves it open.
        Truth.Unknown => IsOpen(verdict) ? NotEnough : NotExcluded,
    };

    private static bool CannotConcern(PairVerdict verdict)
    {
        var reasons = verdict.Reasons.ToList();
        if (reasons.Count > 0 && reasons.Exists(reason => reason.NotApplicable) && reasons.TrueForAll(reason => reason.NotApplicable || reason.Truth == Truth.Unknown))
        {
            return true;
        }

        var leaves = verdict.Leaves.ToList();
        var age = verdict.Person.AgeYears ?? (verdict.Person.AgeMonths is null ? null : 0);
        var isChild = age < Childhood;
        var isPastFertility = age >= EndOfFertility;
        return leaves.Count > 0 && leaves.TrueForAll(leaf => leaf.Type switch
        {
            LeafType.Pregnancy or LeafType.Lactation or LeafType.Contraception => isChild || isPastFertility || verdict.Person.Sex == Sex.Male,
            LeafType.Behaviour => isChild,
            _ => false,
        });
    }

    private static bool IsPromised(PairVerdict verdict) =>
        verdict.Criteria.Count > 0 && verdict.Criteria.All(criterion => criterion.Reading == Reading.Action) &&
        verdict.Person.Facts.Any(fact => fact is { Type: LeafType.Consent, Presence: Presence.Present });

    private static bool IsOpen(PairVerdict verdict) =>
        verdict.Reasons.Any(reason => reason.Truth == Truth.Unknown && !reason.Facts.IsEmpty) ||
        verdict.Leaves.Any(leaf => leaf.Type is LeafType.Pregnancy or LeafType.Lactation && verdict.Person.Sex == Sex.Female);

}

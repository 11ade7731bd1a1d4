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
    private const int EndOfFertility = 60;

    private static readonly string[] GrownUps = ["smok", "tobacco", "cigarette", "alcohol", "drug abuse", "drug use"];

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
        Truth.Unknown => IsPromised(verdict) || HoldsAsFarAsRead(verdict) ? Included : NotEnough,
    };

    private static string OfExclusion(PairVerdict verdict) => IsAboutConsent(verdict) && Promises(verdict.Person) ? NotExcluded : verdict.Truth switch
    {
        Truth.True => Excluded,
        Truth.False => NotExcluded,
        Truth.Unknown => IsOpen(verdict) ? NotEnough : NotExcluded,
    };

    private static bool CannotConcern(PairVerdict verdict)
    {
        var leaves = verdict.Leaves.ToList();
        var age = verdict.Person.AgeYears ?? (verdict.Person.AgeMonths is null ? null : 0);
        var isChild = age < Childhood;
        var cannotBePregnant = isChild || age >= EndOfFertility || verdict.Person.Sex == Sex.Male;
        return leaves.Exists(leaf => isChild && IsOfGrownUps(leaf)) ||
            (cannotBePregnant && leaves.Exists(IsOfPregnancy) && leaves.TrueForAll(leaf => IsOfPregnancy(leaf) || leaf.Type == LeafType.Sex));
    }

    private static bool IsOfPregnancy(Predicate.Leaf leaf) => leaf.Type is LeafType.Pregnancy or LeafType.Lactation or LeafType.Contraception;

    private static bool IsOfGrownUps(Predicate.Leaf leaf) =>
        leaf.Type is LeafType.Behaviour or LeafType.Condition && Array.Exists(GrownUps, word => leaf.Concept.Name.Contains(word, StringComparison.OrdinalIgnoreCase));

    // Consent, willingness and compliance: each note promises them in its last sentence.
    private static bool IsPromised(PairVerdict verdict) =>
        Promises(verdict.Person) && verdict.Criteria.Count > 0 &&
        (verdict.Criteria.All(criterion => criterion.Reading == Reading.Action) || IsAboutConsent(verdict));

    private static bool Promises(Person person) => person.Facts.Any(fact => fact is { Type: LeafType.Consent, Presence: Presence.Present });

    private static bool IsAboutConsent(PairVerdict verdict)
    {
        var leaves = verdict.Leaves.ToList();
        return leaves.Count > 0 && leaves.TrueForAll(leaf => leaf.Type == LeafType.Consent);
    }

    // What is left unread of an inclusion, when all that was read holds, is mostly ornament ("included at entry").
    private static bool HoldsAsFarAsRead(PairVerdict verdict)
    {
        var read = verdict.Reasons.Where(reason => !reason.Predicate.StartsWith("not understood", StringComparison.Ordinal)).ToList();
        return read.Count > 0 && read.TrueForAll(reason => reason.Truth == Truth.True);
    }

    // A fact that the note itself leaves open, a number that nobody wrote down, or a pregnancy that may be, leave an exclusion open.
    private static bool IsOpen(PairVerdict verdict)
    {
        var leaves = verdict.Leaves.ToList();
        return verdict.Reasons.Any(reason => reason.Truth == Truth.Unknown && reason.Facts.Any(fact => fact.Presence == Presence.Uncertain)) ||
            (leaves.Count > 0 && leaves.TrueForAll(leaf => leaf is { Type: LeafType.Measurement, Bounds: not null })) ||
            leaves.Exists(leaf => leaf.Type is LeafType.Pregnancy or LeafType.Lactation && verdict.Person.Sex == Sex.Female);
    }
}

using Trialist.Model.Eligibility;

namespace Trialist.Model.Verdicts;

/// <summary>One criterion (or structured limit) for one person.</summary>
/// <param name="Id">The criterion's id, or <c>S.age</c>, <c>S.sex</c>, <c>S.volunteers</c>.</param>
/// <param name="Kind">Inclusion or exclusion.</param>
/// <param name="Truth">Whether what the criterion says holds.</param>
/// <param name="Reading">How far the criterion was understood.</param>
/// <param name="Because">One reason for each leaf.</param>
public sealed record CriterionVerdict(string Id, CriterionKind Kind, Truth Truth, Reading Reading, ValueList<Reason> Because)
{
    /// <summary>Who put the reading right; null for the engine's own.</summary>
    public Correction? Correction { get; init; }

    /// <summary>True, false or null: the truth of an inclusion, its negation for an exclusion.</summary>
    public bool? Met => (Kind == CriterionKind.Exclusion ? Truth.Not() : Truth).ToBoolean();
}

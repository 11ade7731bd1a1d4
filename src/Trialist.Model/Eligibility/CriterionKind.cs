namespace Trialist.Model.Eligibility;

/// <summary>What part a criterion plays.</summary>
public enum CriterionKind
{
    /// <summary>Must hold.</summary>
    Inclusion,

    /// <summary>Must not hold.</summary>
    Exclusion,

    /// <summary>A heading, lead-in or remark that asks nothing.</summary>
    Note,
}

namespace Trialist.Model.Verdicts;

/// <summary>Whether a person could take part in a study, as far as is known.</summary>
public enum Verdict
{
    /// <summary>Something needed is unknown, unread or read in part.</summary>
    Undetermined,

    /// <summary>The study has criteria text and every criterion that computes is met.</summary>
    Eligible,

    /// <summary>At least one criterion or structured limit is known not to be met.</summary>
    Ineligible,
}

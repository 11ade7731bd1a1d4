namespace Trialist.Evaluation.Verdicts;

/// <summary>One patient note and one criterion, with an expert's label where there is one.</summary>
/// <param name="Id">The number of the annotation.</param>
/// <param name="Note">The note.</param>
/// <param name="Kind">Inclusion or exclusion.</param>
/// <param name="Criterion">The words of the criterion.</param>
/// <param name="Gold">The expert's label; null in a file without gold.</param>
internal sealed record VerdictPair(long Id, string Note, CriterionKind Kind, string Criterion, string? Gold);

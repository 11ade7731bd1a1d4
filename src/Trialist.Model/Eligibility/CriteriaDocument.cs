namespace Trialist.Model.Eligibility;

/// <summary>The eligibility text of one study, read: every criterion accounted for, in printed order.</summary>
/// <param name="TextLength">Length of the text in UTF-16 units.</param>
/// <param name="Criteria">All criteria and notes.</param>
/// <param name="Diagnostics">What is odd about them.</param>
public sealed record CriteriaDocument(int TextLength, ValueList<Criterion> Criteria, ValueList<Diagnostic> Diagnostics);

using Trialist.Model.Text;

namespace Trialist.Model.Eligibility;

/// <summary>Words of a criterion that were not understood.</summary>
/// <param name="Span">Where they stand.</param>
/// <param name="Reason">Why they were not, in one short sentence.</param>
public readonly record struct UnreadWords(TextSpan Span, string Reason);

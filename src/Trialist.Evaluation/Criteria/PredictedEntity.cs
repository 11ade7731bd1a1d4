namespace Trialist.Evaluation.Criteria;

/// <summary>A mention that the engine read.</summary>
/// <param name="Type"><c>Condition</c>, <c>Drug</c>, <c>Procedure</c> or <c>Measurement</c>.</param>
/// <param name="Span">Its words.</param>
internal readonly record struct PredictedEntity(string Type, TextSpan Span);

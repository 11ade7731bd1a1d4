namespace Trialist.Evaluation.Criteria;

/// <summary>A mention that an annotator marked.</summary>
/// <param name="Type"><c>Condition</c>, <c>Drug</c>, <c>Procedure</c> or <c>Measurement</c>.</param>
/// <param name="Spans">Its parts.</param>
internal sealed record GoldEntity(string Type, ValueList<TextSpan> Spans);

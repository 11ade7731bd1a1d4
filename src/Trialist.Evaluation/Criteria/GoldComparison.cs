namespace Trialist.Evaluation.Criteria;

/// <summary>A comparison that an annotator marked: a variable, an operator, one or two numbers, a unit.</summary>
/// <param name="Span">The words of the comparison, without the variable.</param>
/// <param name="Numbers">The numbers as written; empty when the value is not a number ("stage IIIB"): such a comparison is neither asked for nor held against a prediction.</param>
internal sealed record GoldComparison(TextSpan Span, ValueList<decimal> Numbers)
{
    /// <summary>Words of the variable; null when the annotator named none.</summary>
    public string? Variable { get; init; }

    /// <summary>True when the variable is an age.</summary>
    public bool IsAge { get; init; }

    /// <summary><c>GTEQ</c>, <c>GT</c>, <c>LTEQ</c>, <c>LT</c>, <c>BETWEEN</c>, <c>EQ</c>; null when not marked.</summary>
    public string? Operator { get; init; }

    /// <summary>Words of the unit, as in <c>mg/dL</c> or <c>years</c>; null when none is marked.</summary>
    public string? Unit { get; init; }
}

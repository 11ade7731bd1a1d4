namespace Trialist.Evaluation.Criteria;

/// <summary>A comparison that an annotator marked: a variable, an operator, one or two numbers, a unit.</summary>
/// <param name="Span">The words of the comparison, without the variable.</param>
/// <param name="Numbers">The numbers as written; empty when the value is not a number ("stage IIIB"): such a comparison is neither asked for nor held against a prediction.</param>
internal sealed record GoldComparison(TextSpan Span, ValueList<decimal> Numbers)
{
    /// <summary>False for a marked value of a kind that the corpus is not asked for (a life expectancy, how many there are): a prediction on it is neither found nor invented.</summary>
    public bool IsAsked { get; init; } = true;

    /// <summary>Words that the annotators gave for the variable, of every fact that the comparison belongs to; empty when they named none.</summary>
    public ValueList<string> Variables { get; init; } = [];

    /// <summary>True when the variable is an age.</summary>
    public bool IsAge { get; init; }

    /// <summary><c>GTEQ</c>, <c>GT</c>, <c>LTEQ</c>, <c>LT</c>, <c>BETWEEN</c>, <c>EQ</c>; null when not marked.</summary>
    public string? Operator { get; init; }

    /// <summary>The marked pieces of the unit in printed order, as in <c>mg</c> and <c>dL</c>; empty when none is marked.</summary>
    public ValueList<string> Units { get; init; } = [];

    /// <summary>True when a power of ten was marked as a second value, so that the pieces are only part of the unit.</summary>
    public bool HasPower { get; init; }
}

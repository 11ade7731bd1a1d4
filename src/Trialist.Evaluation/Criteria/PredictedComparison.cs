namespace Trialist.Evaluation.Criteria;

/// <summary>A bound that the engine read on an age, measurement, score or count.</summary>
/// <param name="Type">The leaf's type.</param>
/// <param name="Name">The leaf's name.</param>
/// <param name="Bounds">The bound as written, before conversion.</param>
/// <param name="Span">The words of the comparison, at most <see cref="LongestSpan"/> units.</param>
internal sealed record PredictedComparison(LeafType Type, string Name, Bounds Bounds, TextSpan Span)
{
    /// <summary>The contract's limit on the words of one comparison.</summary>
    public const int LongestSpan = 200;

    /// <summary>True when one of the bounds is the number.</summary>
    public bool Has(decimal number) => Bounds.Min?.Value == number || Bounds.Max?.Value == number;
}

namespace Trialist.Terminology.Measures;

/// <summary>A unit written in a text.</summary>
/// <param name="Start">Index of the first UTF-16 unit.</param>
/// <param name="End">Index after the last.</param>
/// <param name="Unit">The unit.</param>
/// <param name="OfPredicted">True when the words add "predicted" or "of normal": a per cent of the value expected for the person.</param>
public readonly record struct UnitMatch(int Start, int End, Unit Unit, bool OfPredicted)
{
    /// <summary>The span of the words.</summary>
    public TextSpan Span => new(Start, End);
}

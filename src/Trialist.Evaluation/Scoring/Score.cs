namespace Trialist.Evaluation.Scoring;

/// <summary>How well predictions meet gold: counts, and the figures that follow from them.</summary>
/// <param name="Found">Gold items that a prediction met, one to one.</param>
/// <param name="Predicted">All predictions that count.</param>
/// <param name="Gold">All gold items that count.</param>
public readonly record struct Score(int Found, int Predicted, int Gold)
{
    /// <summary>Share of the predictions that are right; 0 when there are none.</summary>
    public double Precision => Predicted == 0 ? 0 : (double)Found / Predicted;

    /// <summary>Share of the gold that was found; 0 when there is none.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Found / Gold;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Predicted + Gold == 0 ? 0 : 2.0 * Found / (Predicted + Gold);

    /// <summary>Adds the counts of two scores.</summary>
    public static Score operator +(Score left, Score right) =>
        new(left.Found + right.Found, left.Predicted + right.Predicted, left.Gold + right.Gold);

    /// <summary>The figures in one line.</summary>
    public override string ToString() => $"P {Precision:0.000}  R {Recall:0.000}  F1 {F1:0.000}  ({Found} of {Gold}, {Predicted} predicted)";
}

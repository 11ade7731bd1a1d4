namespace Trialist.Evaluation.Brat;

/// <summary>A text-bound annotation.</summary>
/// <param name="Type">Its type, such as <c>Condition</c>.</param>
/// <param name="Spans">Its parts, in UTF-16 units; one unless the annotation is discontinuous.</param>
/// <param name="Words">Its words as the annotation file repeats them.</param>
internal sealed record BratText(string Type, ValueList<TextSpan> Spans, string Words)
{
    /// <summary>The smallest span that covers all parts.</summary>
    public TextSpan Hull => Spans[0].Union(Spans[^1]);
}

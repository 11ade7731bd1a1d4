namespace Trialist.Notes;

/// <summary>A fact and the words of the note that say it.</summary>
/// <param name="Fact">What was understood; its source is <c>note[start,end]</c>.</param>
/// <param name="Span">The words of the fact itself, in UTF-16 units of the note.</param>
/// <param name="Cues">The words around it that deny it, doubt it, put it into the past or give it to a relative.</param>
public sealed record NoteFact(Fact Fact, TextSpan Span, ValueList<TextSpan> Cues)
{
    /// <summary>True when the unit was not written and the only plausible one was taken.</summary>
    public bool UnitAssumed { get; init; }
}

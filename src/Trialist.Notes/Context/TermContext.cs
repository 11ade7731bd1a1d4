namespace Trialist.Notes.Context;

/// <summary>What the words around a term say of it.</summary>
internal sealed record TermContext
{
    public Presence Presence { get; init; }

    public FactStatus Status { get; init; }

    /// <summary>What only is denied, such as <c>active</c> of "no active infection"; null where all of it is, or nothing.</summary>
    public string? DeniedStatus { get; init; }

    /// <summary>The relative whom it concerns; null for the person.</summary>
    public string? Relative { get; init; }

    /// <summary>True when the words are about being allergic to it.</summary>
    public bool IsAllergy { get; init; }

    /// <summary>The words that said so.</summary>
    public ValueList<TextSpan> Cues { get; init; }
}

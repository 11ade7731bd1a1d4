namespace Trialist.Notes.Mentions;

/// <summary>A term in a sentence: token indexes, half-open, and what it means.</summary>
internal sealed record Mention(int First, int End, LeafType Type, Concept Concept)
{
    /// <summary>The entry of the lexicon; null for phrases and for words that it does not know.</summary>
    public LexiconEntry? Entry { get; init; }

    /// <summary>What the phrase itself says; null where the context decides.</summary>
    public Presence? Presence { get; init; }

    /// <summary>What the phrase itself says of time.</summary>
    public FactStatus? Status { get; init; }
}

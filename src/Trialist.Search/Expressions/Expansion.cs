namespace Trialist.Search.Expressions;

/// <summary>How far the words of a term may be from what a record says, from the strictest on; each level finds all that the one before it finds.</summary>
public enum Expansion
{
    /// <summary>The words as written, with case and accents, one after another.</summary>
    None,

    /// <summary>Forms of the words: plurals, possessives, spellings, hyphens; case and accents do not matter.</summary>
    Term,

    /// <summary>Other names of the same thing as well.</summary>
    Concept,

    /// <summary>The words anywhere in the area as well. The default.</summary>
    Relaxation,

    /// <summary>One of the words is enough.</summary>
    Lossy,
}

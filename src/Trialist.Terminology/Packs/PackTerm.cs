namespace Trialist.Terminology.Packs;

/// <summary>One term of a pack.</summary>
/// <param name="Id">Its identifier within the pack, to which <see cref="Broader"/> of other terms points.</param>
/// <param name="Name">Its preferred name, in natural order.</param>
/// <param name="Kind">What it is: <see cref="EntryKind.Condition"/>, <see cref="EntryKind.Drug"/> or <see cref="EntryKind.Procedure"/>.</param>
public sealed record PackTerm(string Id, string Name, EntryKind Kind)
{
    /// <summary>Its code; null where the file gives none.</summary>
    public Code? Code { get; init; }

    /// <summary>Names of exactly the same meaning.</summary>
    public ValueList<string> Synonyms { get; init; }

    /// <summary>Names under which the vocabulary files it and that may mean something narrower: good to search with, never to decide with.</summary>
    public ValueList<string> Related { get; init; }

    /// <summary>Identifiers of the next wider terms.</summary>
    public ValueList<string> Broader { get; init; }

    /// <summary>True when its names may be looked for in running text, such as criteria; false when they are too general for it.</summary>
    public bool Mentioned { get; init; }
}

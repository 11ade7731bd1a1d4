namespace Trialist.Terminology;

/// <summary>What a phrase means: in any letters, and when its letters are those of a pattern ("MG" and "Mg" differ).</summary>
/// <param name="Any">What it means in any letters.</param>
/// <param name="Exact">What it means in certain letters.</param>
/// <param name="Spelling">The words as the tables have them.</param>
internal record struct PhraseMeaning(ValueList<LexiconEntry> Any, ValueList<PhraseMeaning.Written> Exact, string? Spelling)
{
    /// <summary>True when the words only begin longer phrases.</summary>
    public readonly bool IsEmpty => Any.IsEmpty && Exact.IsEmpty;

    /// <summary>All meanings of a phrase in one way of writing it.</summary>
    /// <param name="Pattern">The words whose capital and small letters count.</param>
    /// <param name="Entries">What they mean then.</param>
    internal readonly record struct Written(string Pattern, ValueList<LexiconEntry> Entries);
}

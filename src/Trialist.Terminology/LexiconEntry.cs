using Trialist.Terminology.Measures;

namespace Trialist.Terminology;

/// <summary>One concept of the lexicon: its standard name and codes, every way of writing it, and what is known about its values.</summary>
/// <param name="Kind">The table that it comes from.</param>
/// <param name="Concept">Standard name and codes. The codes mean the concept or something narrower, never something wider.</param>
public sealed record LexiconEntry(EntryKind Kind, Concept Concept)
{
    /// <summary>The standard name, such as <c>bilirubin.total</c>.</summary>
    public string Name => Concept.Name;

    /// <summary>The kind of leaf that a mention of it makes; null for qualifiers, anchors and idioms, which make none.</summary>
    public LeafType? LeafType { get; init; }

    /// <summary>How it reads in a sentence, such as <c>total bilirubin</c>.</summary>
    public string Label { get; init; } = Concept.Name;

    /// <summary>Every other way of writing it, without the flags of the table.</summary>
    public ValueList<string> Synonyms { get; init; }

    /// <summary>Names from installed packs that serve searching only: they may mean something narrower.</summary>
    public ValueList<string> Related { get; init; }

    /// <summary>Standard names of the next wider concepts of the same kind.</summary>
    public ValueList<string> Broader { get; init; }

    /// <summary>Units, conversions and ranges; null where the entry is no analyte.</summary>
    public AnalyteProfile? Analyte { get; init; }

    /// <summary>Ends and named values of the scale; null where the entry is no score.</summary>
    public ScoreScale? Scale { get; init; }

    /// <summary>What the words say about the concept beside them; null where the entry is no qualifier.</summary>
    public Qualifier? Qualifier { get; init; }

    /// <summary>Where the row's facts come from.</summary>
    public string Source { get; init; } = "";

    /// <summary>The spellings with their flags, as the table writes them; the lexicon is built from these.</summary>
    internal ValueList<Spelling> Spellings { get; init; }
}

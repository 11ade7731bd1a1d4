namespace Trialist.Criteria.Islands;

/// <summary>Kinds of items.</summary>
internal enum ItemKind : byte
{
    /// <summary>A word that neither table knows.</summary>
    Unknown,

    /// <summary>A term of the lexicon.</summary>
    Mention,

    /// <summary>A phrase of the cue table.</summary>
    Cue,

    /// <summary>A number, in digits or as a word.</summary>
    Number,

    /// <summary>A comparison sign.</summary>
    Comparator,

    /// <summary>A hyphen or dash.</summary>
    Dash,

    /// <summary>Another sign.</summary>
    Sign,
}

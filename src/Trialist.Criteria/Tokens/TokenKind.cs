namespace Trialist.Criteria.Tokens;

/// <summary>Kinds of tokens.</summary>
internal enum TokenKind : byte
{
    /// <summary>A run of letters and digits that begins with a letter.</summary>
    Word,

    /// <summary>A number in digits.</summary>
    Number,

    /// <summary>A comparison sign.</summary>
    Comparator,

    /// <summary>A hyphen or dash.</summary>
    Dash,

    /// <summary>Any other sign.</summary>
    Sign,
}

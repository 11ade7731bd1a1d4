namespace Trialist.Search.Expressions;

/// <summary>Kinds of tokens.</summary>
internal enum ExpressionTokenKind
{
    Word,
    Phrase,
    Open,
    Close,

    /// <summary>AND, OR, NOT, MISSING, ALL.</summary>
    Keyword,

    /// <summary>A name and square brackets: AREA[…], RANGE[…].</summary>
    Operator,
    End,
}

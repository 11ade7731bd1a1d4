namespace Trialist.Search.Queries;

/// <summary>Limits of a plain query: far above what a person types, far below what costs time.</summary>
public static class QueryLimits
{
    /// <summary>Characters of one query.</summary>
    public const int LongestQuery = 2_000;

    /// <summary>Words and phrases of one query.</summary>
    public const int MostWords = 64;

    /// <summary>Words of one quoted phrase.</summary>
    public const int LongestPhrase = 24;

    /// <summary>Parentheses inside parentheses.</summary>
    public const int DeepestNesting = 8;
}

namespace Trialist.Search.Expressions;

/// <summary>Limits of an expression: far above what real tools send, far below what a machine could be kept busy with.</summary>
public static class ExpressionLimits
{
    /// <summary>Characters. The request line of the server is no longer.</summary>
    public const int Longest = 16_000;

    /// <summary>Operators and parentheses inside one another.</summary>
    public const int Deepest = 64;

    /// <summary>Terms, phrases and operators: a list of a thousand numbers of studies, each in its area, has twice as many.</summary>
    public const int MostNodes = 4_000;

    /// <summary>Values and numbers of studies that a list may hold: more than a request line has room for.</summary>
    public const int MostValues = 4_096;

    /// <summary>Words of one term or phrase.</summary>
    public const int MostWords = 100;

    /// <summary>Words to look up, counted once for each field: what they cost before an entry is read keeps a machine busy as well.</summary>
    public const int MostLookups = 16_000;

    /// <summary>Questions to the criteria of all studies.</summary>
    public const int MostCriteriaQuestions = 10;

    /// <summary>Entries of the index that one expression may read: some tenth of a second on one core.</summary>
    public const long MostPostings = 6_000_000;
}

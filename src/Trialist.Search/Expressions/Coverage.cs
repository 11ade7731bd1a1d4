namespace Trialist.Search.Expressions;

/// <summary>How much of a value a term must match.</summary>
public enum Coverage
{
    /// <summary>Some of it.</summary>
    Contains,

    /// <summary>Its beginning.</summary>
    StartsWith,

    /// <summary>Its end.</summary>
    EndsWith,

    /// <summary>All of it.</summary>
    FullMatch,
}

namespace Trialist.Search.Expressions;

/// <summary>What the conditions of a part of an expression are about together.</summary>
public enum SearchScope
{
    /// <summary>The whole study.</summary>
    Study,

    /// <summary>One and the same site.</summary>
    Location,

    /// <summary>The study, with words found and ranked as the finder does, and all else only narrowing; the registry's own language does not have it.</summary>
    Finder,
}

namespace Trialist.Matching.Bulk;

/// <summary>How a criterion is made of its atoms.</summary>
internal enum CriterionJoin : byte
{
    /// <summary>By a program that has to be run.</summary>
    Program,

    /// <summary>All of its literals, or the one it has: the first that is false decides.</summary>
    All,

    /// <summary>Any of its literals: the first that is true decides.</summary>
    Any,
}

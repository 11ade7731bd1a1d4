namespace Trialist.Criteria.Islands;

/// <summary>What the words between two facts that stand side by side say of them.</summary>
internal enum Relation : byte
{
    /// <summary>Nothing that is known.</summary>
    None,

    /// <summary>The second is the care of the first: "asthma treated with steroids".</summary>
    Care,

    /// <summary>"with".</summary>
    With,
}

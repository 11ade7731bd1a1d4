namespace Trialist.Matching.Bulk;

/// <summary>What a leaf is for a person with facts that are related to it.</summary>
internal enum Outcome : byte
{
    /// <summary>As for somebody of whom nothing is known.</summary>
    Silent,

    /// <summary>True.</summary>
    True,

    /// <summary>False.</summary>
    False,

    /// <summary>The facts leave it open.</summary>
    Open,

    /// <summary>The facts both affirm and deny it; which of them came later decides.</summary>
    Contradicted,
}

using Trialist.Matching.Leaves;

namespace Trialist.Matching.Bulk;

/// <summary>What the facts of one person testify about a leaf, each as one bit, so that many are joined by one operation; it follows <see cref="OccurrenceRule"/>.</summary>
[Flags]
internal enum Testimonies : byte
{
    /// <summary>No fact bears on the leaf.</summary>
    None = 0,

    /// <summary>One affirms it.</summary>
    Affirms = 1,

    /// <summary>One denies it.</summary>
    Denies = 2,

    /// <summary>One leaves it open, and stands against a denial: it may affirm it.</summary>
    StandsAgainst = 4,

    /// <summary>One leaves it open, and a denial stands all the same.</summary>
    Opens = 8,

    /// <summary>One is of a kind that does not count, or differs from what is asked.</summary>
    Differs = 16,
}

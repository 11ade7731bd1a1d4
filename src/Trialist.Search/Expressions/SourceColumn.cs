namespace Trialist.Search.Expressions;

/// <summary>Where a part of an expression was written. Two parts that say the same are equal wherever they stand.</summary>
/// <param name="number">Number of the character, 1 for the first; 0 for a part that nobody wrote.</param>
public readonly struct SourceColumn(int number) : IEquatable<SourceColumn>
{
    /// <summary>Number of the character, 1 for the first; null for a part that nobody wrote.</summary>
    public int? Number => number > 0 ? number : null;

    /// <inheritdoc />
    public bool Equals(SourceColumn other) => true;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SourceColumn;

    /// <inheritdoc />
    public override int GetHashCode() => 0;

    /// <summary>Always true.</summary>
    public static bool operator ==(SourceColumn left, SourceColumn right) => left.Equals(right);

    /// <summary>Always false.</summary>
    public static bool operator !=(SourceColumn left, SourceColumn right) => !left.Equals(right);
}

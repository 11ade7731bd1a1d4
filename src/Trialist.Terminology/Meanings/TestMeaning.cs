namespace Trialist.Terminology.Meanings;

/// <summary>A row of <c>meanings.tsv</c>: what one result of a test says of a disease.</summary>
/// <param name="Limits">The values meant; null where a word such as "negative" is.</param>
/// <param name="IsPositive">The word meant, where no limits are.</param>
/// <param name="Concept">The disease.</param>
/// <param name="Presence">Whether it is there.</param>
/// <param name="Status">What of it is affirmed or denied, such as <c>active</c>; null for all of it.</param>
internal sealed record TestMeaning(Bounds? Limits, bool IsPositive, Concept Concept, Presence Presence, string? Status)
{
    /// <summary>The kind of fact that it makes.</summary>
    public LeafType Type { get; init; } = LeafType.Condition;
}

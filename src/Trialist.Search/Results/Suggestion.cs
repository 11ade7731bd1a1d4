namespace Trialist.Search.Results;

/// <summary>What may be typed next.</summary>
/// <param name="Text">As most records write it.</param>
/// <param name="Studies">How many studies have it.</param>
public sealed record Suggestion(string Text, int Studies);

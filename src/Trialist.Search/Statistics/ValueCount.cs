namespace Trialist.Search.Statistics;

/// <summary>How many studies have a value.</summary>
/// <param name="Value">The value as the record has it.</param>
/// <param name="Studies">Studies that have it at least once.</param>
public sealed record ValueCount(string Value, int Studies);

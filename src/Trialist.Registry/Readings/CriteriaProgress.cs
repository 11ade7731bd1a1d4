namespace Trialist.Registry.Readings;

/// <summary>How far the reading of criteria has come.</summary>
/// <param name="Read">Studies read so far.</param>
/// <param name="Total">Studies to read.</param>
public readonly record struct CriteriaProgress(int Read, int Total);

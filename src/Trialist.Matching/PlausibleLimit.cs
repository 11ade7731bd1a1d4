namespace Trialist.Matching;

/// <summary>Where a limit of normal lies when the laboratory's own is not known.</summary>
/// <param name="Low">The lowest in use.</param>
/// <param name="High">The highest in use.</param>
/// <param name="Unit">The unit of both, in UCUM.</param>
public readonly record struct PlausibleLimit(decimal Low, decimal High, string Unit);

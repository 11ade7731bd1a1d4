namespace Trialist.Registry.Readings;

/// <summary>A criteria document as the store keeps it.</summary>
/// <param name="NctId">The study.</param>
/// <param name="Version">Number of the version of the study that was read.</param>
/// <param name="Json">The document as JSON; empty for a study without criteria text.</param>
/// <param name="Terms">What searching needs of it.</param>
public sealed record KeptCriteria(NctId NctId, int Version, ReadOnlyMemory<byte> Json, ReadOnlyMemory<byte> Terms);

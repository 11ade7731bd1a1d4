namespace Trialist.Search.Results;

/// <summary>A study and how well it fits what was asked.</summary>
/// <param name="NctId">The registry's number.</param>
/// <param name="Score">Larger fits better; comparable within one ranking only.</param>
public sealed record RankedStudy(NctId NctId, double Score);

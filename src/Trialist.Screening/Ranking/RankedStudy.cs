namespace Trialist.Screening.Ranking;

/// <summary>A study's place among all, before reasons are given.</summary>
/// <param name="Study">Its number in the list of studies.</param>
/// <param name="NctId">Its id, which orders equals.</param>
/// <param name="Score">From 0 to 1.</param>
/// <param name="DistanceKm">To the nearest site; null when not known.</param>
internal readonly record struct RankedStudy(int Study, NctId NctId, double Score, double? DistanceKm);

namespace Trialist.Search.Results;

/// <summary>Where the nearest site of a study is.</summary>
/// <param name="City">City; empty when not given.</param>
/// <param name="Region">State or region; empty when not given.</param>
/// <param name="Country">Country; empty when not given.</param>
/// <param name="DistanceKm">Kilometres to it.</param>
/// <param name="Open">True when it takes people now.</param>
public sealed record NearestSite(string City, string Region, string Country, double DistanceKm, bool Open);

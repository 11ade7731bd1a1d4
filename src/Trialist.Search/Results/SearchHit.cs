namespace Trialist.Search.Results;

/// <summary>A study found.</summary>
/// <param name="Row">What a result row shows.</param>
/// <param name="Score">How well it matches; comparable within one search only.</param>
public sealed record SearchHit(StudyRow Row, double Score)
{
    /// <summary>The registry's number.</summary>
    public NctId NctId => NctId.Parse(Row.NctId);

    /// <summary>Kilometres to the nearest site; null when no place was asked for or no site is on the map.</summary>
    public double? DistanceKm { get; init; }

    /// <summary>The nearest site; null where <see cref="DistanceKm"/> is.</summary>
    public NearestSite? Nearest { get; init; }

    /// <summary>The nearest site that takes people now; null when there is none.</summary>
    public NearestSite? NearestOpen { get; init; }

    /// <summary>Texts of the study in which words of the query stand.</summary>
    public ValueList<Highlight> Highlights { get; init; }
}

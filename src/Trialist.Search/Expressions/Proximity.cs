namespace Trialist.Search.Expressions;

/// <summary>Lets the score of a study fall with the distance of its nearest site from a point.</summary>
/// <param name="Latitude">Degrees north of the point.</param>
/// <param name="Longitude">Degrees east of the point.</param>
/// <param name="Shape">How it falls.</param>
/// <param name="ScaleKm">The distance beyond the offset at which <paramref name="Decay"/> of the score is left.</param>
/// <param name="OffsetKm">The distance within which nothing is lost.</param>
/// <param name="Decay">The share that is left at the scale, between 0 and 1.</param>
public sealed record Proximity(double Latitude, double Longitude, DecayShape Shape, double ScaleKm, double OffsetKm, double Decay)
{
    /// <summary>Scores are left as they are when more studies are found: the registry's own limit.</summary>
    public const int MostStudies = 10_000;

    /// <summary>The share of the score that is left at a distance.</summary>
    public double ShareAt(double km)
    {
        var beyond = Math.Max(0, km - OffsetKm) / ScaleKm;
        return Shape switch
        {
            DecayShape.Gauss => Math.Pow(Decay, beyond * beyond),
            DecayShape.Exp => Math.Pow(Decay, beyond),
            DecayShape.Linear => Math.Max(0, 1 - ((1 - Decay) * beyond)),
        };
    }
}

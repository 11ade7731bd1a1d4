namespace Trialist.Search.Places;

/// <summary>A place that sites stand at.</summary>
internal sealed record SitePlace(string Country, string Region, string City, string Zip, float Latitude, float Longitude)
{
    private readonly (double X, double Y, double Z) vector = float.IsInfinity(Latitude) ? default : PlaceDistances.Vector(Latitude, Longitude);

    public bool IsOnMap => !float.IsInfinity(Latitude);

    public double X => vector.X;

    public double Y => vector.Y;

    public double Z => vector.Z;
}

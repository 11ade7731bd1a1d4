namespace Trialist.Model.Studies;

/// <summary>A place on the map.</summary>
/// <param name="Name">As people write it: "Hangzhou, China"; may be empty for bare coordinates.</param>
/// <param name="Latitude">Degrees north; null when not known.</param>
/// <param name="Longitude">Degrees east; null when not known.</param>
public sealed record Place(string Name, double? Latitude, double? Longitude);

namespace Trialist.Model.Studies;

/// <summary>A place where a study runs.</summary>
/// <param name="Facility">Name of the hospital or practice; null when not given.</param>
/// <param name="Status">The site's recruitment status, such as <c>RECRUITING</c>; null when not given.</param>
/// <param name="City">City; null when not given.</param>
/// <param name="State">State or region; null when not given.</param>
/// <param name="Zip">Postal code; null when not given.</param>
/// <param name="Country">Country; null when not given.</param>
/// <param name="Latitude">Degrees north; null when not known.</param>
/// <param name="Longitude">Degrees east; null when not known.</param>
/// <param name="Contacts">Whom to ask at this site.</param>
public sealed record Site(
    string? Facility, string? Status, string? City, string? State, string? Zip, string? Country,
    double? Latitude, double? Longitude, ValueList<Contact> Contacts);

namespace Trialist.Fhir.Resources;

/// <summary>As much of an Address as a distance needs; never street or postal code.</summary>
internal sealed class FhirAddress
{
    public string? City { get; set; }

    public string? State { get; set; }

    public string? Country { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    /// <summary>True when the address is no longer in use.</summary>
    public bool Old { get; set; }
}

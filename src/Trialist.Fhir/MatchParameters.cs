namespace Trialist.Fhir;

/// <summary>The <c>Parameters</c> resource of the MITRE clinical trial matching service: what the client asks for beside the chart.</summary>
public sealed record MatchParameters
{
    /// <summary>Postal code around which to search (<c>zipCode</c>).</summary>
    public string? ZipCode { get; init; }

    /// <summary>How far the person would travel, in miles (<c>travelRadius</c>).</summary>
    public decimal? TravelRadius { get; init; }

    /// <summary>Wanted phase as the client writes it, such as <c>phase-1</c>; null for any.</summary>
    public string? Phase { get; init; }

    /// <summary>Wanted recruitment status as the client writes it; null for any.</summary>
    public string? RecruitmentStatus { get; init; }
}

namespace Trialist.Fhir.Resources;

/// <summary>One of FHIR's ways to say when: a date, a period, an age, or only words.</summary>
internal sealed class FhirTime
{
    public PartialDate? Start { get; set; }

    public PartialDate? End { get; set; }

    /// <summary>Age at the time, in completed years.</summary>
    public decimal? AgeYears { get; set; }

    /// <summary>True when the element is there at all, even as <c>true</c> or words.</summary>
    public bool Said { get; set; }
}

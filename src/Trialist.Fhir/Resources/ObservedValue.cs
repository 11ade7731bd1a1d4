namespace Trialist.Fhir.Resources;

/// <summary>What an Observation, or one component of it, reports.</summary>
internal sealed class ObservedValue
{
    public FhirConcept? Code { get; set; }

    public FhirQuantity? Quantity { get; set; }

    public FhirConcept? Concept { get; set; }

    public string? Words { get; set; }

    public bool? Flag { get; set; }

    /// <summary>valueRange, or valueRatio with a denominator of one.</summary>
    public (FhirQuantity? Low, FhirQuantity? High)? Range { get; set; }

    public List<FhirConcept> Interpretations { get; } = [];

    public List<(FhirQuantity? Low, FhirQuantity? High, FhirConcept? Kind)> ReferenceRanges { get; } = [];

    public bool DataAbsent { get; set; }

    public bool HasValue => Quantity is not null || Concept is not null || Words is not null || Flag is not null || Range is not null;
}

namespace Trialist.Fhir.Resources;

/// <summary>A condition of a relative, from FamilyMemberHistory.condition.</summary>
internal sealed class FamilyCondition
{
    public FhirConcept? Code { get; set; }
}

using Trialist.Fhir.Resources;

namespace Trialist.Fhir.People;

/// <summary>Whether a leukaemia or myeloma is in relapse or remission, which ICD-10-CM says by the fifth character of C90.0 to C95.9.</summary>
internal static class BloodCancerCourse
{
    /// <summary>The course; empty for codes that say none.</summary>
    public static Qualifier[] Of(FhirConcept code)
    {
        foreach (var coding in code.Codings)
        {
            if (coding is { System: CodeSystem.Icd10Cm, Code: ['C', '9', >= '0' and <= '5', '.', _, '1' or '2'] })
            {
                return [new Qualifier(QualifierKind.Status, coding.Code[5] == '2' ? "relapsed" : "in remission")];
            }
        }

        return [];
    }
}

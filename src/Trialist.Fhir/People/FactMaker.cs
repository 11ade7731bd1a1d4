using Trialist.Fhir.Resources;
using Trialist.Fhir.Terms;

namespace Trialist.Fhir.People;

/// <summary>Makes facts of resources: which statuses count, what each field means.</summary>
internal sealed partial class FactMaker(TermBook terms, AnswerBook answers)
{
    /// <summary>Adds the facts of one resource. <paramref name="medication"/> is the resolved medication of a request that only refers to it.</summary>
    public void Make(ResourceFields fields, FhirConcept? medication, FactSink sink)
    {
        foreach (var field in fields.Damaged)
        {
            sink.Remark(fields.Where, field, "not of the form that FHIR R4 gives it; left out.");
        }

        if (fields.Status == "entered-in-error" || fields.VerificationStatus == "entered-in-error")
        {
            sink.Remark(fields.Where, fields.Status == "entered-in-error" ? "status" : "verificationStatus", "entered in error; left out.");
            return;
        }

        switch (fields.Type)
        {
            case "Condition":
                MakeCondition(fields, sink);
                break;
            case "Observation":
                MakeObservation(fields, sink);
                break;
            case "MedicationRequest" or "MedicationStatement" or "MedicationAdministration":
                MakeMedication(fields, medication ?? fields.Code, sink);
                break;
            case "Procedure":
                MakeProcedure(fields, sink);
                break;
            case "Immunization":
                MakeImmunization(fields, sink);
                break;
            case "AllergyIntolerance":
                MakeAllergy(fields, sink);
                break;
            case "FamilyMemberHistory":
                MakeFamilyHistory(fields, sink);
                break;
            case "ResearchSubject":
                MakeParticipation(fields, sink);
                break;
            default:
                sink.Unused(fields.Type.Length == 0 ? "Resource without resourceType" : fields.Type);
                break;
        }
    }

    private static bool LacksCode(FhirConcept? code, ResourceFields fields, string field, FactSink sink)
    {
        if (code is not null && (code.Codings.Count > 0 || code.Words is not null))
        {
            return false;
        }

        sink.Remark(fields.Where, field, "neither code nor words; left out.");
        return true;
    }

    private Qualifier[] Qualify(QualifierKind kind, FhirConcept? concept) =>
        concept is not null && (concept.Words is not null || concept.Codings.Count > 0) ? [new Qualifier(kind, terms.QualifierOf(concept))] : [];

    private Qualifier[] QualifyAll(QualifierKind kind, List<FhirConcept> concepts) =>
        concepts.SelectMany(concept => Qualify(kind, concept)).Distinct().ToArray();
}

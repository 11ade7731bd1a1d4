using Trialist.Fhir.Resources;

namespace Trialist.Fhir.People;

/// <content>Medication*, Procedure, Immunization.</content>
internal sealed partial class FactMaker
{
    private void MakeMedication(ResourceFields fields, FhirConcept? medication, FactSink sink)
    {
        var isRequest = fields.Type == "MedicationRequest";
        if (LacksCode(medication, fields, fields.MedicationReference is null ? "medicationCodeableConcept" : "medicationReference", sink))
        {
            return;
        }

        if (isRequest && (fields.DoNotPerform || fields.Status == "cancelled"))
        {
            sink.Remark(fields.Where, fields.DoNotPerform ? "doNotPerform" : "status", "never given; left out.");
            return;
        }

        if (fields is { Type: "MedicationAdministration", Status: "not-done" })
        {
            sink.Remark(fields.Where, "status", "not given; left out.");
            return;
        }

        if (medication!.Words is { } words && terms.OfPhrase(words) is { Denied: true } none)
        {
            // "No corticosteroids" in a list of medications.
            sink.Add(new Fact(LeafType.Treatment, none.Concept, fields.Where) { Presence = fields.Status == "not-taken" ? Presence.Uncertain : Presence.Absent, Date = fields.Recorded ?? fields.When?.Start, Qualifiers = none.Qualifiers });
            return;
        }

        var start = fields.When?.Start ?? fields.Supply?.Start ?? (isRequest ? fields.Recorded : null);
        var end = fields.When?.End ?? (isRequest ? fields.Supply?.End : null);
        // A single administration begins and ends on its day.
        end ??= fields.Type == "MedicationAdministration" ? fields.When?.Start : null;
        foreach (var (concept, route) in terms.OfMedication(medication!, fields.Route))
        {
            sink.Add(new Fact(LeafType.Treatment, concept, fields.Where)
            {
                Presence = fields.Status == "not-taken" ? Presence.Absent : fields.Status == "unknown" ? Presence.Uncertain : Presence.Present,
                Status = MedicationStatus(fields),
                Date = fields.Recorded ?? start,
                Start = start,
                End = end,
                Qualifiers = route is null ? [] : [new Qualifier(QualifierKind.Route, route)],
            });
        }
    }

    // https://hl7.org/fhir/R4/valueset-medicationrequest-status.html, -intent, valueset-medication-statement-status.html, valueset-medication-admin-status.html
    private static FactStatus MedicationStatus(ResourceFields fields) => fields.Status switch
    {
        "draft" or "intended" => FactStatus.Planned,
        "active" or "on-hold" when fields.Type == "MedicationRequest" && fields.Intent is "proposal" or "plan" or "option" => FactStatus.Planned,
        "active" or "in-progress" => FactStatus.Active,
        "completed" or "stopped" => FactStatus.Past,
        _ => FactStatus.Unstated,
    };

    private void MakeProcedure(ResourceFields fields, FactSink sink)
    {
        if (LacksCode(fields.Code, fields, "code", sink))
        {
            return;
        }

        // "Not done" on a day is about that day; without one it is a word on the person.
        var isDenied = fields is { Status: "not-done", When: null };
        if (fields.Status == "not-done" && !isDenied)
        {
            sink.Remark(fields.Where, "status", "not done; left out.");
            return;
        }

        var term = terms.Of(fields.Code!);
        var radiation = fields.HasProfile("mcode-cancer-related-radiation-procedure") || fields.HasProfile("mcode-radiotherapy-course-summary");
        var start = fields.When?.Start;
        sink.Add(new Fact(
            radiation || term.Type == LeafType.Treatment ? LeafType.Treatment : LeafType.Procedure,
            radiation && term.Type is null ? new Concept("radiotherapy", term.Concept.Codes) : term.Concept,
            fields.Where)
        {
            Presence = And(isDenied ? Presence.Absent : fields.Status == "unknown" ? Presence.Uncertain : Presence.Present, term.Denied ? Presence.Absent : null),
            Status = fields.Status switch
            {
                "preparation" => FactStatus.Planned,
                "in-progress" or "on-hold" => FactStatus.Active,
                "completed" or "stopped" => FactStatus.Past,
                _ => FactStatus.Unstated,
            },
            Date = start,
            Start = start,
            End = fields.When?.End ?? start,
            Qualifiers = [.. QualifyAll(QualifierKind.Site, fields.BodySites)],
        });
    }

    private void MakeImmunization(ResourceFields fields, FactSink sink)
    {
        if (LacksCode(fields.Code, fields, "vaccineCode", sink))
        {
            return;
        }

        if (fields.Status == "not-done")
        {
            sink.Remark(fields.Where, "status", "not done; left out.");
            return;
        }

        sink.Add(new Fact(LeafType.Treatment, terms.OfVaccine(fields.Code!).Concept, fields.Where)
        {
            Status = FactStatus.Past,
            Date = fields.When?.Start,
            Start = fields.When?.Start,
            End = fields.When?.Start,
        });
    }
}

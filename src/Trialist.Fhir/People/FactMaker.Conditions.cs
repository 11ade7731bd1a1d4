using Trialist.Fhir.Resources;

namespace Trialist.Fhir.People;

/// <content>Condition, AllergyIntolerance, FamilyMemberHistory, ResearchSubject.</content>
internal sealed partial class FactMaker
{
    private void MakeCondition(ResourceFields fields, FactSink sink)
    {
        if (LacksCode(fields.Code, fields, "code", sink))
        {
            return;
        }

        var code = fields.Code!;
        if (terms.OfHistory(code) is { } past)
        {
            // "History of cardiac arrest" is no cardiac arrest now, however active the entry of the list is.
            sink.Add(new Fact(past.Type is LeafType.Procedure or LeafType.Treatment ? past.Type.Value : LeafType.Condition, past.Concept, fields.Where)
            {
                Presence = PresenceOf(fields.VerificationStatus),
                Status = FactStatus.Past,
                Date = fields.Recorded,
            });
            return;
        }

        var term = terms.Of(code);
        foreach (var denied in terms.OfDenials(code))
        {
            sink.Add(new Fact(denied.Type ?? LeafType.Condition, denied.Concept, fields.Where) { Presence = And(PresenceOf(fields.VerificationStatus), Presence.Absent), Date = fields.Recorded, Qualifiers = denied.Qualifiers });
        }

        foreach (var (marker, isThere) in term.Markers)
        {
            sink.Add(new Fact(LeafType.Biomarker, marker, fields.Where)
            {
                Presence = PresenceOf(fields.VerificationStatus) != Presence.Present ? Presence.Uncertain : isThere ? Presence.Present : Presence.Absent,
                Date = fields.Recorded,
                Qualifiers = isThere && marker.Name.EndsWith(" positive", StringComparison.Ordinal) ? [new Qualifier(QualifierKind.Result, "positive")] : [],
            });
        }

        if (term.Type is null && terms.OfDenials(code).Count > 0)
        {
            return;
        }

        var special = answers.SpecialOf(code);
        var ended = fields.Abatement is { Said: true };
        sink.Add(new Fact(special?.Type ?? (term.Type is LeafType.Biomarker or LeafType.Behaviour or LeafType.Pregnancy or LeafType.Lactation or LeafType.Allergy ? term.Type.Value : LeafType.Condition),
            special is null ? term.Concept : new Concept(special.Name, term.Concept.Codes), fields.Where)
        {
            Presence = And(PresenceOf(fields.VerificationStatus), special?.Presence ?? (term.Denied ? Presence.Absent : null)),
            Status = special?.Status ?? (term is { IsPast: true, Denied: false } ? FactStatus.Past : ConditionStatus(fields.ClinicalStatus, ended)),
            Date = fields.Recorded ?? fields.Onset?.Start,
            Start = fields.Onset?.Start,
            End = fields.Abatement?.End ?? fields.Abatement?.Start,
            Qualifiers = Qualify(QualifierKind.Severity, fields.Severity)
                .Concat(fields.Stages.Select(CancerStage.Of).OfType<Qualifier>())
                .Concat(QualifyAll(QualifierKind.Site, fields.BodySites))
                .Concat(StatusWords(fields.ClinicalStatus))
                .Concat(BloodCancerCourse.Of(code))
                .Concat(special is null ? term.Qualifiers : [])
                .Distinct().ToValueList(),
        });
        if (fields.Morphology is { } morphology && (morphology.Codings.Count > 0 || morphology.Words is not null))
        {
            sink.Add(new Fact(LeafType.Condition, terms.Of(morphology).Concept, fields.Where)
            {
                Presence = PresenceOf(fields.VerificationStatus),
                Status = ConditionStatus(fields.ClinicalStatus, ended),
                Start = fields.Onset?.Start,
            });
        }
    }

    // https://hl7.org/fhir/R4/valueset-condition-ver-status.html
    private static Presence PresenceOf(string? verification) => verification switch
    {
        "refuted" => Presence.Absent,
        "unconfirmed" or "provisional" or "differential" => Presence.Uncertain,
        _ => Presence.Present,
    };

    private static Presence And(Presence said, Presence? coded) =>
        coded is null || said != Presence.Present ? (coded == Presence.Absent && said == Presence.Absent ? Presence.Uncertain : said) : coded.Value;

    // https://hl7.org/fhir/R4/valueset-condition-clinical.html
    private static FactStatus ConditionStatus(string? clinical, bool ended) => clinical switch
    {
        "active" or "recurrence" or "relapse" => FactStatus.Active,
        "inactive" or "remission" or "resolved" => FactStatus.Past,
        _ => ended ? FactStatus.Past : FactStatus.Unstated,
    };

    private static Qualifier[] StatusWords(string? clinical) => clinical switch
    {
        "recurrence" => [new Qualifier(QualifierKind.Status, "recurrent")],
        "relapse" => [new Qualifier(QualifierKind.Status, "relapsed")],
        "remission" => [new Qualifier(QualifierKind.Status, "in remission")],
        _ => [],
    };

    private void MakeAllergy(ResourceFields fields, FactSink sink)
    {
        if (LacksCode(fields.Code, fields, "code", sink))
        {
            return;
        }

        var term = terms.OfAllergen(fields.Code!);
        var special = answers.SpecialOf(fields.Code!);
        sink.Add(new Fact(LeafType.Allergy, special is { Type: LeafType.Allergy } ? new Concept(special.Name, term.Concept.Codes) : term.Concept, fields.Where)
        {
            Presence = And(PresenceOf(fields.VerificationStatus), special?.Presence ?? (term.Denied ? Presence.Absent : null)),
            Status = ConditionStatus(fields.ClinicalStatus, ended: false),
            Date = fields.Recorded,
            Start = fields.Onset?.Start,
            Qualifiers = fields.Criticality is "high" ? [new Qualifier(QualifierKind.Severity, "severe")] : [],
        });
    }

    private void MakeFamilyHistory(ResourceFields fields, FactSink sink)
    {
        var relative = fields.Relationship is { } relationship ? terms.QualifierOf(relationship) : "relative";
        foreach (var condition in fields.FamilyConditions)
        {
            if (!LacksCode(condition.Code, fields, "condition.code", sink))
            {
                sink.Add(new Fact(LeafType.Condition, terms.Of(condition.Code!).Concept, fields.Where)
                {
                    Date = fields.Recorded,
                    Qualifiers = [new Qualifier(QualifierKind.Subject, relative)],
                });
            }
        }
    }

    // https://hl7.org/fhir/R4/valueset-research-subject-status.html
    private static void MakeParticipation(ResourceFields fields, FactSink sink) =>
        sink.Add(new Fact(LeafType.Participation, new Concept("clinical study"), fields.Where)
        {
            Start = fields.When?.Start,
            End = fields.When?.End,
            Status = fields.Status switch
            {
                "on-study" or "on-study-intervention" or "on-study-observation" or "follow-up" => FactStatus.Active,
                "withdrawn" or "off-study" => FactStatus.Past,
                _ => FactStatus.Planned,
            },
            Presence = fields.Status is "ineligible" or "not-registered" or "screening" or "candidate" or "eligible" or "potential-candidate"
                ? Presence.Uncertain
                : Presence.Present,
        });
}

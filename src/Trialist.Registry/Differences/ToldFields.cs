using System.Collections.Frozen;

namespace Trialist.Registry.Differences;

/// <summary>Fields of a record whose changes have sentences of their own, each with the part that these sentences are about.</summary>
internal static class ToldFields
{
    private static readonly FrozenDictionary<string, string> Parts = new (string Part, string[] Fields)[]
    {
        ("Status", ["statusModule.overallStatus", "statusModule.lastKnownStatus", "statusModule.whyStopped"]),
        ("Dates", ["statusModule.startDateStruct", "statusModule.primaryCompletionDateStruct", "statusModule.completionDateStruct"]),
        ("Enrolment", ["designModule.enrollmentInfo"]),
        ("Sites", ["contactsLocationsModule.locations"]),
        ("Contacts", ["contactsLocationsModule.centralContacts", "contactsLocationsModule.overallOfficials"]),
        ("Eligibility",
        [
            "eligibilityModule.eligibilityCriteria", "eligibilityModule.minimumAge", "eligibilityModule.maximumAge", "eligibilityModule.stdAges",
            "eligibilityModule.sex", "eligibilityModule.genderBased", "eligibilityModule.healthyVolunteers", "eligibilityModule.studyPopulation",
        ]),
        ("Design", ["designModule.studyType", "designModule.phases", "designModule.designInfo"]),
        ("Arms", ["armsInterventionsModule.armGroups"]),
        ("Treatments", ["armsInterventionsModule.interventions"]),
        ("Conditions", ["conditionsModule.conditions"]),
        ("Keywords", ["conditionsModule.keywords"]),
        ("Outcomes", ["outcomesModule.primaryOutcomes", "outcomesModule.secondaryOutcomes", "outcomesModule.otherOutcomes"]),
        ("Sponsor", ["sponsorCollaboratorsModule.leadSponsor", "sponsorCollaboratorsModule.collaborators"]),
        ("Title", ["identificationModule.briefTitle", "identificationModule.officialTitle", "identificationModule.acronym"]),
        ("Identifiers", ["identificationModule.secondaryIdInfos"]),
        ("Description", ["descriptionModule.briefSummary", "descriptionModule.detailedDescription"]),
        ("References", ["referencesModule.references", "referencesModule.seeAlsoLinks"]),
        // All that comes or goes with results.
        ("Results",
        [
            "hasResults", "participantFlowModule", "baselineCharacteristicsModule", "outcomeMeasuresModule", "adverseEventsModule", "moreInfoModule",
            "statusModule.resultsFirstPostDateStruct", "statusModule.resultsFirstSubmitDate", "statusModule.resultsFirstSubmitQcDate", "statusModule.resultsWaived",
        ]),
    }.SelectMany(part => part.Fields.Select(field => (field, part.Part))).ToFrozenDictionary(entry => entry.field, entry => entry.Part, StringComparer.Ordinal);

    /// <summary>True when a change of a field, or of the module that holds it, is told by sentences about one of the parts.</summary>
    public static bool AreTold(string module, string field, IReadOnlySet<string> told) =>
        (Parts.GetValueOrDefault(module) ?? Parts.GetValueOrDefault($"{module}.{field}")) is { } part && told.Contains(part);
}

using System.Text;

namespace Trialist.Web.Tests;

/// <summary>Studies that hold what the demo registry does not: hostile text, posted results, documents, an alias, hardly any field.</summary>
internal static class SampleStudies
{
    public const string Rich = "NCT01000001";
    public const string Bare = "NCT01000002";
    public const string OldIdOfRich = "NCT00000009";

    public const string Changed = "NCT01000003";

    public const string Odd = "NCT01000004";

    public static IEnumerable<ReadOnlyMemory<byte>> All => [Json(RichJson), Json(BareJson), Json(Version("NOT_YET_RECRUITING", "2024-01-01"))];

    /// <summary>Not among <see cref="All"/>: the API's shape cannot hold its values.</summary>
    public static ReadOnlyMemory<byte> WithOddValues => Json(OddJson);

    public static IEnumerable<ReadOnlyMemory<byte>> Later => [Json(Version("RECRUITING", "2024-06-01"))];

    private const string RichJson = """
        { "protocolSection": {
            "identificationModule": { "nctId": "NCT01000001", "nctIdAliases": ["NCT00000009"], "briefTitle": "Tablets </script><script>alert(1)</script> & rest", "orgStudyIdInfo": { "id": "T-1" },
              "secondaryIdInfos": [ { "id": "2020-000001-11", "type": "EUDRACT_NUMBER" } ] },
            "statusModule": { "overallStatus": "RECRUITING", "statusVerifiedDate": "2021-03", "startDateStruct": { "date": "2021-02-01", "type": "ACTUAL" }, "completionDateStruct": { "date": "2027", "type": "ESTIMATED" } },
            "sponsorCollaboratorsModule": { "leadSponsor": { "name": "Example Institute", "class": "OTHER" }, "collaborators": [ { "name": "Example Works", "class": "INDUSTRY" } ] },
            "descriptionModule": { "briefSummary": "People with a value \\> 5 take part.\n\n* first\n* second <b>bold</b> [a link](javascript:alert(1))" },
            "conditionsModule": { "conditions": ["Example Disease"] },
            "designModule": { "studyType": "INTERVENTIONAL", "phases": ["PHASE2", "PHASE3"], "designInfo": { "allocation": "RANDOMIZED", "interventionModel": "PARALLEL", "primaryPurpose": "TREATMENT", "maskingInfo": { "masking": "DOUBLE", "whoMasked": ["PARTICIPANT", "INVESTIGATOR"] } }, "enrollmentInfo": { "count": 1204, "type": "ACTUAL" } },
            "armsInterventionsModule": { "armGroups": [ { "label": "Tablet", "type": "EXPERIMENTAL", "interventionNames": ["Drug: Tablet"] }, { "label": "Dummy", "type": "PLACEBO_COMPARATOR" } ], "interventions": [ { "type": "DRUG", "name": "Tablet", "otherNames": ["T-1"] } ] },
            "outcomesModule": { "primaryOutcomes": [ { "measure": "Days without pain", "timeFrame": "12 weeks" } ] },
            "eligibilityModule": { "eligibilityCriteria": "Inclusion Criteria:\n\n1. Age \\>= 18\n2. Pain:\n   * daily\n   * for 3 months\n\nExclusion Criteria:\n\n* Pregnancy", "minimumAge": "18 Years", "sex": "FEMALE", "healthyVolunteers": true },
            "contactsLocationsModule": { "centralContacts": [ { "name": "Study desk", "phone": "+1 555 0100", "email": "desk@example.org" } ],
              "locations": [ { "facility": "North Hospital", "status": "RECRUITING", "city": "Oslo", "country": "Norway" }, { "facility": "South Hospital", "status": "COMPLETED", "city": "Bergen", "country": "Norway" }, { "facility": "West Hospital", "city": "Malmö", "country": "Sweden" } ] },
            "referencesModule": { "references": [ { "pmid": "12345", "type": "RESULT", "citation": "A paper." } ], "seeAlsoLinks": [ { "label": "Home", "url": "javascript:alert(1)" }, { "label": "Site", "url": "https://example.org/" } ] } },
          "resultsSection": {
            "participantFlowModule": { "groups": [ { "id": "FG000", "title": "Tablet" }, { "id": "FG001", "title": "Dummy" } ], "periods": [ { "milestones": [ { "type": "STARTED", "achievements": [ { "groupId": "FG000", "numSubjects": "602" }, { "groupId": "FG001", "numSubjects": "602" } ] } ] } ] },
            "outcomeMeasuresModule": { "outcomeMeasures": [ { "type": "PRIMARY", "title": "Days without pain", "paramType": "MEAN", "unitOfMeasure": "days", "groups": [ { "id": "OG000", "title": "Tablet" } ], "classes": [ { "categories": [ { "measurements": [ { "groupId": "OG000", "value": "4.2", "spread": "1.1" } ] } ] } ] } ] },
            "adverseEventsModule": { "eventGroups": [ { "id": "EG000", "title": "Tablet", "seriousNumAffected": 7, "seriousNumAtRisk": 602 } ] } },
          "documentSection": { "largeDocumentModule": { "largeDocs": [ { "label": "Study Protocol", "date": "2020-05-01", "filename": "Prot_000.pdf" } ] } },
          "hasResults": true }
        """;

    private const string BareJson = """{ "protocolSection": { "identificationModule": { "nctId": "NCT01000002" } } }""";

    private const string OddJson = """
        { "protocolSection": { "identificationModule": { "nctId": "NCT01000004", "briefTitle": "A study with odd values" }, "statusModule": { "overallStatus": "WEIRD", "startDateStruct": { "date": "2020-99-99" } },
          "eligibilityModule": { "eligibilityCriteria": 12, "minimumAge": "18 Years", "maximumAge": "999 Years" } } }
        """;

    private static string Version(string status, string updated) => $$"""
        { "protocolSection": { "identificationModule": { "nctId": "NCT01000003", "briefTitle": "A study that changed" },
          "statusModule": { "overallStatus": "{{status}}", "lastUpdatePostDateStruct": { "date": "{{updated}}" } } } }
        """;

    private static ReadOnlyMemory<byte> Json(string text) => Encoding.UTF8.GetBytes(text);
}

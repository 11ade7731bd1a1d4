namespace Trialist.Search.Tests.Expressions;

/// <summary>Invented records that differ where expressions look.</summary>
internal static class SampleRecords
{
    public static IReadOnlyList<string> All { get; } =
    [
        """
        { "protocolSection": {
            "identificationModule": { "nctId": "NCT99000001", "nctIdAliases": ["NCT99009999"], "briefTitle": "Pembrolizumab for Breast Cancer", "acronym": "WUG-1" },
            "statusModule": { "overallStatus": "RECRUITING", "startDateStruct": { "date": "2022-05-10" }, "studyFirstPostDateStruct": { "date": "2022-04-01" }, "lastUpdatePostDateStruct": { "date": "2024-01-15" } },
            "sponsorCollaboratorsModule": { "leadSponsor": { "name": "Merck Sharp & Dohme LLC", "class": "INDUSTRY" }, "collaborators": [ { "name": "Example Institute", "class": "NIH" } ] },
            "conditionsModule": { "conditions": ["Breast Cancer", "Cancer of the Lung"], "keywords": ["immunotherapy"] },
            "designModule": { "studyType": "INTERVENTIONAL", "phases": ["PHASE2", "PHASE3"], "enrollmentInfo": { "count": 120 } },
            "armsInterventionsModule": { "interventions": [ { "type": "DRUG", "name": "Pembrolizumab", "otherNames": ["Keytruda", "MK-3475"] } ] },
            "eligibilityModule": { "sex": "FEMALE", "minimumAge": "18 Years", "maximumAge": "75 Years", "stdAges": ["ADULT", "OLDER_ADULT"], "healthyVolunteers": false },
            "contactsLocationsModule": { "locations": [
              { "facility": "Pine Tree Hospital", "status": "RECRUITING", "city": "Portland", "state": "Maine", "country": "United States", "geoPoint": { "lat": 43.66, "lon": -70.26 } },
              { "facility": "Charles Clinic", "status": "COMPLETED", "city": "Boston", "state": "Massachusetts", "country": "United States", "geoPoint": { "lat": 42.36, "lon": -71.06 } } ] } },
          "resultsSection": { "adverseEventsModule": { "seriousEvents": [ { "term": "Febrile neutropenia", "stats": [ { "groupId": "EG000", "numAffected": 7 } ] } ] } },
          "hasResults": true }
        """,
        """
        { "protocolSection": {
            "identificationModule": { "nctId": "NCT99000002", "briefTitle": "Heart and lung disease in children" },
            "statusModule": { "overallStatus": "COMPLETED", "startDateStruct": { "date": "2022" }, "studyFirstPostDateStruct": { "date": "2019-01-01" } },
            "sponsorCollaboratorsModule": { "leadSponsor": { "name": "Merck", "class": "INDUSTRY" } },
            "conditionsModule": { "conditions": ["Disease of the heart"] },
            "designModule": { "studyType": "OBSERVATIONAL", "enrollmentInfo": { "count": 5 } },
            "armsInterventionsModule": { "interventions": [ { "type": "DRUG", "name": "pembrolizumab" } ] },
            "eligibilityModule": { "sex": "ALL", "minimumAge": "6 Months", "maximumAge": "17 Years", "stdAges": ["CHILD"] },
            "contactsLocationsModule": { "locations": [
              { "status": "WITHDRAWN", "city": "Portland", "state": "Oregon", "country": "United States", "geoPoint": { "lat": 45.52, "lon": -122.68 } },
              { "status": "RECRUITING", "city": "Augusta", "state": "Maine", "country": "United States" } ] } },
          "hasResults": false }
        """,
        """
        { "protocolSection": {
            "identificationModule": { "nctId": "NCT99000003", "briefTitle": "Heart disease and Covid-19" },
            "statusModule": { "overallStatus": "NOT_YET_RECRUITING", "startDateStruct": { "date": "2023-02" }, "studyFirstPostDateStruct": { "date": "2023-01-02" } },
            "descriptionModule": {}, "oversightModule": { "isFdaRegulatedDrug": null },
            "conditionsModule": { "conditions": ["COVID-19", "Crohn's Disease"] },
            "designModule": { "studyType": "INTERVENTIONAL", "phases": ["NA"] },
            "eligibilityModule": { "healthyVolunteers": true } } }
        """,
        """{ "protocolSection": { "identificationModule": { "nctId": "NCT99000004", "briefTitle": "Registry of cancer, tumours and breast" }, "conditionsModule": { "conditions": ["Cancer", "covid19"] } } }""",
    ];
}

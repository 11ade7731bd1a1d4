namespace Trialist.Specs.Demo;

/// <summary>The values that ClinicalTrials.gov allows, as its API description (2.0.5) lists them; those that the demo registry can use.</summary>
internal static class RegistryValues
{
    private static readonly string[] StudyStatus =
    [
        "ACTIVE_NOT_RECRUITING", "COMPLETED", "ENROLLING_BY_INVITATION", "NOT_YET_RECRUITING", "RECRUITING", "SUSPENDED", "TERMINATED", "WITHDRAWN",
        "AVAILABLE", "NO_LONGER_AVAILABLE", "TEMPORARILY_NOT_AVAILABLE", "APPROVED_FOR_MARKETING", "WITHHELD", "UNKNOWN",
    ];

    private static readonly string[] SiteStatus =
        ["ACTIVE_NOT_RECRUITING", "COMPLETED", "ENROLLING_BY_INVITATION", "NOT_YET_RECRUITING", "RECRUITING", "SUSPENDED", "TERMINATED", "WITHDRAWN", "AVAILABLE"];

    private static readonly string[] AgencyClass = ["NIH", "FED", "OTHER_GOV", "INDIV", "INDUSTRY", "NETWORK", "AMBIG", "OTHER", "UNKNOWN"];
    private static readonly string[] DateType = ["ACTUAL", "ESTIMATED"];
    private static readonly string[] OfficialRole = ["STUDY_CHAIR", "STUDY_DIRECTOR", "PRINCIPAL_INVESTIGATOR", "SUB_INVESTIGATOR"];

    /// <summary>How a kind of intervention is written before its name in an arm.</summary>
    public static IReadOnlyDictionary<string, string> InterventionPrefix { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["BEHAVIORAL"] = "Behavioral",
        ["BIOLOGICAL"] = "Biological",
        ["COMBINATION_PRODUCT"] = "Combination Product",
        ["DEVICE"] = "Device",
        ["DIAGNOSTIC_TEST"] = "Diagnostic Test",
        ["DIETARY_SUPPLEMENT"] = "Dietary Supplement",
        ["DRUG"] = "Drug",
        ["GENETIC"] = "Genetic",
        ["PROCEDURE"] = "Procedure",
        ["RADIATION"] = "Radiation",
        ["OTHER"] = "Other",
    };

    /// <summary>The values allowed at a path of the record.</summary>
    public static IReadOnlyDictionary<string, string[]> ByPath { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["protocolSection.identificationModule.organization.class"] = AgencyClass,
        ["protocolSection.identificationModule.secondaryIdInfos.type"] = ["NIH", "FDA", "VA", "CDC", "AHRQ", "SAMHSA", "OTHER_GRANT", "EUDRACT_NUMBER", "CTIS", "REGISTRY", "OTHER"],
        ["protocolSection.statusModule.overallStatus"] = StudyStatus,
        ["protocolSection.statusModule.lastKnownStatus"] = StudyStatus,
        ["protocolSection.statusModule.startDateStruct.type"] = DateType,
        ["protocolSection.statusModule.primaryCompletionDateStruct.type"] = DateType,
        ["protocolSection.statusModule.completionDateStruct.type"] = DateType,
        ["protocolSection.statusModule.studyFirstPostDateStruct.type"] = DateType,
        ["protocolSection.statusModule.lastUpdatePostDateStruct.type"] = DateType,
        ["protocolSection.sponsorCollaboratorsModule.leadSponsor.class"] = AgencyClass,
        ["protocolSection.sponsorCollaboratorsModule.collaborators.class"] = AgencyClass,
        ["protocolSection.sponsorCollaboratorsModule.responsibleParty.type"] = ["SPONSOR", "PRINCIPAL_INVESTIGATOR", "SPONSOR_INVESTIGATOR"],
        ["protocolSection.designModule.studyType"] = ["EXPANDED_ACCESS", "INTERVENTIONAL", "OBSERVATIONAL"],
        ["protocolSection.designModule.phases"] = ["NA", "EARLY_PHASE1", "PHASE1", "PHASE2", "PHASE3", "PHASE4"],
        ["protocolSection.designModule.designInfo.allocation"] = ["RANDOMIZED", "NON_RANDOMIZED", "NA"],
        ["protocolSection.designModule.designInfo.interventionModel"] = ["SINGLE_GROUP", "PARALLEL", "CROSSOVER", "FACTORIAL", "SEQUENTIAL"],
        ["protocolSection.designModule.designInfo.primaryPurpose"] =
            ["TREATMENT", "PREVENTION", "DIAGNOSTIC", "ECT", "SUPPORTIVE_CARE", "SCREENING", "HEALTH_SERVICES_RESEARCH", "BASIC_SCIENCE", "DEVICE_FEASIBILITY", "OTHER"],
        ["protocolSection.designModule.designInfo.observationalModel"] =
            ["COHORT", "CASE_CONTROL", "CASE_ONLY", "CASE_CROSSOVER", "ECOLOGIC_OR_COMMUNITY", "FAMILY_BASED", "DEFINED_POPULATION", "NATURAL_HISTORY", "OTHER"],
        ["protocolSection.designModule.designInfo.timePerspective"] = ["RETROSPECTIVE", "PROSPECTIVE", "CROSS_SECTIONAL", "OTHER"],
        ["protocolSection.designModule.designInfo.maskingInfo.masking"] = ["NONE", "SINGLE", "DOUBLE", "TRIPLE", "QUADRUPLE"],
        ["protocolSection.designModule.designInfo.maskingInfo.whoMasked"] = ["PARTICIPANT", "CARE_PROVIDER", "INVESTIGATOR", "OUTCOMES_ASSESSOR"],
        ["protocolSection.designModule.bioSpec.retention"] = ["NONE_RETAINED", "SAMPLES_WITH_DNA", "SAMPLES_WITHOUT_DNA"],
        ["protocolSection.designModule.enrollmentInfo.type"] = DateType,
        ["protocolSection.armsInterventionsModule.armGroups.type"] = ["EXPERIMENTAL", "ACTIVE_COMPARATOR", "PLACEBO_COMPARATOR", "SHAM_COMPARATOR", "NO_INTERVENTION", "OTHER"],
        ["protocolSection.armsInterventionsModule.interventions.type"] = [.. InterventionPrefix.Keys],
        ["protocolSection.eligibilityModule.sex"] = ["FEMALE", "MALE", "ALL"],
        ["protocolSection.eligibilityModule.stdAges"] = ["CHILD", "ADULT", "OLDER_ADULT"],
        ["protocolSection.eligibilityModule.samplingMethod"] = ["PROBABILITY_SAMPLE", "NON_PROBABILITY_SAMPLE"],
        ["protocolSection.contactsLocationsModule.centralContacts.role"] = [.. OfficialRole, "CONTACT"],
        ["protocolSection.contactsLocationsModule.overallOfficials.role"] = OfficialRole,
        ["protocolSection.contactsLocationsModule.locations.status"] = SiteStatus,
        ["protocolSection.contactsLocationsModule.locations.contacts.role"] = [.. OfficialRole, "CONTACT"],
        ["protocolSection.referencesModule.references.type"] = ["BACKGROUND", "RESULT", "DERIVED"],
        ["protocolSection.ipdSharingStatementModule.ipdSharing"] = ["YES", "NO", "UNDECIDED"],
        ["protocolSection.ipdSharingStatementModule.infoTypes"] = ["STUDY_PROTOCOL", "SAP", "ICF", "CSR", "ANALYTIC_CODE"],
        ["resultsSection.outcomeMeasuresModule.outcomeMeasures.type"] = ["PRIMARY", "SECONDARY", "OTHER_PRE_SPECIFIED", "POST_HOC"],
        ["resultsSection.outcomeMeasuresModule.outcomeMeasures.paramType"] =
            ["GEOMETRIC_MEAN", "GEOMETRIC_LEAST_SQUARES_MEAN", "LEAST_SQUARES_MEAN", "LOG_MEAN", "MEAN", "MEDIAN", "NUMBER", "COUNT_OF_PARTICIPANTS", "COUNT_OF_UNITS"],
        ["resultsSection.outcomeMeasuresModule.outcomeMeasures.dispersionType"] =
            ["STANDARD_DEVIATION", "STANDARD_ERROR", "INTER_QUARTILE_RANGE", "FULL_RANGE", "CONFIDENCE_95", "GEOMETRIC_COEFFICIENT"],
        ["resultsSection.outcomeMeasuresModule.outcomeMeasures.reportingStatus"] = ["NOT_POSTED", "POSTED"],
        ["resultsSection.outcomeMeasuresModule.outcomeMeasures.analyses.nonInferiorityType"] = ["SUPERIORITY", "NON_INFERIORITY", "EQUIVALENCE", "OTHER"],
    };
}

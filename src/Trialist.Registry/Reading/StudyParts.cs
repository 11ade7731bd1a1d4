using System.Text.Json;

namespace Trialist.Registry.Reading;

/// <summary>The modules of a v2 record, one method each.</summary>
internal static partial class StudyParts
{
    internal const double GreatestLatitude = 90;
    internal const double GreatestLongitude = 180;

    public static Study Read(NctId nctId, JsonElement root)
    {
        var protocol = root.Part("protocolSection");
        var derived = root.Part("derivedSection");
        var identification = protocol.Part("identificationModule");
        var status = protocol.Part("statusModule");
        var sponsors = protocol.Part("sponsorCollaboratorsModule");
        var description = protocol.Part("descriptionModule");
        var conditions = protocol.Part("conditionsModule");
        var arms = protocol.Part("armsInterventionsModule");
        var outcomes = protocol.Part("outcomesModule");
        var contacts = protocol.Part("contactsLocationsModule");
        var references = protocol.Part("referencesModule");
        return new Study(nctId, identification.Text("briefTitle") ?? "")
        {
            OfficialTitle = identification.Text("officialTitle"),
            Acronym = identification.Text("acronym"),
            OrgStudyId = identification.Part("orgStudyIdInfo").Text("id"),
            SecondaryIds = identification.List("secondaryIdInfos", SecondaryIdOf),
            Aliases = AliasesOf(identification),
            Status = status.Text("overallStatus"),
            WhyStopped = status.Text("whyStopped"),
            Dates = DatesOf(status),
            Sponsor = OrganizationOf(sponsors.Part("leadSponsor")),
            Collaborators = sponsors.List("collaborators", OrganizationOf),
            BriefSummary = description.Text("briefSummary"),
            DetailedDescription = description.Text("detailedDescription"),
            Conditions = conditions.Texts("conditions"),
            Keywords = conditions.Texts("keywords"),
            Design = DesignOf(protocol.Part("designModule")),
            Arms = arms.List("armGroups", ArmOf),
            Interventions = arms.List("interventions", InterventionOf),
            PrimaryOutcomes = outcomes.List("primaryOutcomes", OutcomeOf),
            SecondaryOutcomes = outcomes.List("secondaryOutcomes", OutcomeOf),
            OtherOutcomes = outcomes.List("otherOutcomes", OutcomeOf),
            Eligibility = EligibilityOf(protocol.Part("eligibilityModule")),
            CentralContacts = contacts.List("centralContacts", ContactOf),
            Officials = contacts.List("overallOfficials", ContactOf),
            Sites = contacts.List("locations", SiteOf),
            References = references.List("references", ReferenceOf),
            Links = references.List("seeAlsoLinks", LinkOf),
            ConditionMesh = derived.Part("conditionBrowseModule").List("meshes", MeshOf),
            ConditionAncestors = derived.Part("conditionBrowseModule").List("ancestors", MeshOf),
            InterventionMesh = derived.Part("interventionBrowseModule").List("meshes", MeshOf),
            InterventionAncestors = derived.Part("interventionBrowseModule").List("ancestors", MeshOf),
            HasResults = root.Flag("hasResults") ?? root.Part("resultsSection").ValueKind == JsonValueKind.Object,
        };
    }

    private static SecondaryId? SecondaryIdOf(JsonElement item) =>
        item.Text("id") is { } id ? new SecondaryId(id, item.Text("type"), item.Text("domain")) : null;

    private static ValueList<NctId> AliasesOf(JsonElement identification) =>
        identification.Texts("nctIdAliases").Select(text => NctId.TryParse(text, out var id) ? id : default).Where(id => id != default).ToValueList();

    private static StudyDates DatesOf(JsonElement status)
    {
        var start = status.Part("startDateStruct");
        var primaryCompletion = status.Part("primaryCompletionDateStruct");
        var completion = status.Part("completionDateStruct");
        return new StudyDates
        {
            Start = start.Date("date"),
            StartEstimated = IsEstimated(start),
            PrimaryCompletion = primaryCompletion.Date("date"),
            PrimaryCompletionEstimated = IsEstimated(primaryCompletion),
            Completion = completion.Date("date"),
            CompletionEstimated = IsEstimated(completion),
            FirstPosted = status.Part("studyFirstPostDateStruct").Date("date"),
            ResultsFirstPosted = status.Part("resultsFirstPostDateStruct").Date("date"),
            LastUpdatePosted = status.Part("lastUpdatePostDateStruct").Date("date"),
            StatusVerified = status.Date("statusVerifiedDate"),
        };
    }

    private static bool IsEstimated(JsonElement date) => string.Equals(date.Text("type"), "ESTIMATED", StringComparison.Ordinal);

    private static Organization? OrganizationOf(JsonElement item) =>
        item.Text("name") is { } name ? new Organization(name, item.Text("class")) : null;

    private static StudyDesign DesignOf(JsonElement module)
    {
        var design = module.Part("designInfo");
        var masking = design.Part("maskingInfo");
        var enrollment = module.Part("enrollmentInfo");
        return new StudyDesign
        {
            StudyType = module.Text("studyType"),
            Phases = module.Texts("phases"),
            Allocation = design.Text("allocation"),
            InterventionModel = design.Text("interventionModel"),
            InterventionModelDescription = design.Text("interventionModelDescription"),
            PrimaryPurpose = design.Text("primaryPurpose"),
            Masking = masking.Text("masking"),
            MaskingDescription = masking.Text("maskingDescription"),
            WhoMasked = masking.Texts("whoMasked"),
            ObservationalModel = design.Text("observationalModel"),
            TimePerspective = design.Text("timePerspective"),
            Enrollment = enrollment.Count("count"),
            EnrollmentType = enrollment.Text("type"),
        };
    }
}

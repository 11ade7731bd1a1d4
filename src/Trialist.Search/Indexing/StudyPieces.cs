namespace Trialist.Search.Indexing;

/// <summary>The registry's data pieces of a study: name of the piece and each of its values.</summary>
internal static class StudyPieces
{
    /// <summary>Hands over every piece that the typed fields hold, with its value and the number of its site (-1 for none); empty values are left out.</summary>
    /// <remarks>For studies without a record, as tests and collections of texts have them; <see cref="RecordPieces"/> reads all pieces.</remarks>
    public static void Read(Study study, Action<string, string, int> add)
    {
        void Given(string piece, string? value, int site)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                add(piece, value, site);
            }
        }

        Pairs(study, (piece, value) => Given(piece, value, -1));
        EnumPairs(study, (piece, value) => Given(piece, value, -1));
        Sites(study, Given);
    }

    private static void Pairs(Study study, Action<string, string?> add)
    {
        add("NCTId", study.NctId.ToString());
        foreach (var alias in study.Aliases)
        {
            add("NCTIdAlias", alias.ToString());
        }

        add("Acronym", study.Acronym);
        add("BriefTitle", study.BriefTitle);
        add("OfficialTitle", study.OfficialTitle);
        add("OrgStudyId", study.OrgStudyId);
        foreach (var id in study.SecondaryIds)
        {
            add("SecondaryId", id.Id);
        }

        add("BriefSummary", study.BriefSummary);
        add("DetailedDescription", study.DetailedDescription);
        add("EligibilityCriteria", study.Eligibility.Text);
        add("StudyPopulation", study.Eligibility.StudyPopulation);
        foreach (var condition in study.Conditions)
        {
            add("Condition", condition);
        }

        foreach (var keyword in study.Keywords)
        {
            add("Keyword", keyword);
        }

        Treatments(study, add);
        Outcomes(study, add);
        Organizations(study, add);
        Mesh(study, add);
    }

    private static void Treatments(Study study, Action<string, string?> add)
    {
        foreach (var intervention in study.Interventions)
        {
            add("InterventionName", intervention.Name);
            add("InterventionDescription", intervention.Description);
            foreach (var name in intervention.OtherNames)
            {
                add("InterventionOtherName", name);
            }
        }

        foreach (var arm in study.Arms)
        {
            add("ArmGroupLabel", arm.Label);
            add("ArmGroupDescription", arm.Description);
        }
    }

    private static void Outcomes(Study study, Action<string, string?> add)
    {
        (string Kind, ValueList<Outcome> Outcomes)[] lists = [("Primary", study.PrimaryOutcomes), ("Secondary", study.SecondaryOutcomes), ("Other", study.OtherOutcomes)];
        foreach (var (kind, outcomes) in lists)
        {
            foreach (var outcome in outcomes)
            {
                add(kind + "OutcomeMeasure", outcome.Measure);
                add(kind + "OutcomeDescription", outcome.Description);
            }
        }
    }

    private static void Organizations(Study study, Action<string, string?> add)
    {
        add("LeadSponsorName", study.Sponsor?.Name);
        foreach (var collaborator in study.Collaborators)
        {
            add("CollaboratorName", collaborator.Name);
        }

        foreach (var official in study.Officials)
        {
            add("OverallOfficialName", official.Name);
            add("OverallOfficialAffiliation", official.Affiliation);
        }

        foreach (var contact in study.CentralContacts)
        {
            add("CentralContactName", contact.Name);
        }
    }

    private static void Mesh(Study study, Action<string, string?> add)
    {
        (string Piece, ValueList<MeshTerm> Terms)[] lists =
        [
            ("ConditionMeshTerm", study.ConditionMesh), ("ConditionAncestorTerm", study.ConditionAncestors),
            ("InterventionMeshTerm", study.InterventionMesh), ("InterventionAncestorTerm", study.InterventionAncestors),
        ];
        foreach (var (piece, terms) in lists)
        {
            foreach (var term in terms)
            {
                add(piece, term.Term);
            }
        }
    }

    private static void Sites(Study study, Action<string, string?, int> add)
    {
        for (var i = 0; i < study.Sites.Count; i++)
        {
            var site = study.Sites[i];
            add("LocationFacility", site.Facility, i);
            add("LocationStatus", site.Status, i);
            add("LocationCity", site.City, i);
            add("LocationState", site.State, i);
            add("LocationZip", site.Zip, i);
            add("LocationCountry", site.Country, i);
            foreach (var contact in site.Contacts)
            {
                add("LocationContactName", contact.Name, i);
            }
        }
    }

    private static void EnumPairs(Study study, Action<string, string?> add)
    {
        add("OverallStatus", study.Status);
        add("StudyType", study.Design.StudyType);
        add("Sex", study.Eligibility.Sex?.ToString().ToUpperInvariant());
        add("DesignAllocation", study.Design.Allocation);
        add("DesignInterventionModel", study.Design.InterventionModel);
        add("DesignMasking", study.Design.Masking);
        add("DesignObservationalModel", study.Design.ObservationalModel);
        add("DesignPrimaryPurpose", study.Design.PrimaryPurpose);
        add("DesignTimePerspective", study.Design.TimePerspective);
        add("LeadSponsorClass", study.Sponsor?.Class);
        (string Piece, IEnumerable<string?> Values)[] lists =
        [
            ("Phase", study.Design.Phases), ("StdAge", study.Eligibility.StandardAges), ("DesignWhoMasked", study.Design.WhoMasked),
            ("CollaboratorClass", study.Collaborators.Select(collaborator => collaborator.Class)),
            ("InterventionType", study.Interventions.Select(intervention => intervention.Type)), ("ArmGroupType", study.Arms.Select(arm => arm.Type)),
            ("OverallOfficialRole", study.Officials.Select(official => official.Role)),
        ];
        foreach (var (piece, values) in lists)
        {
            foreach (var value in values.Distinct(StringComparer.Ordinal))
            {
                add(piece, value);
            }
        }
    }
}

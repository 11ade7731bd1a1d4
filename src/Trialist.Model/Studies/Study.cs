namespace Trialist.Model.Studies;

/// <summary>The fields of a ClinicalTrials.gov v2 record that the product uses. The whole record stays beside it as raw JSON.</summary>
/// <param name="NctId">The registry's number.</param>
/// <param name="BriefTitle">The short title; empty when the record has none.</param>
public sealed record Study(NctId NctId, string BriefTitle)
{
    /// <summary>The title of the protocol; null when not given.</summary>
    public string? OfficialTitle { get; init; }

    /// <summary>Short name of the study; null when it has none.</summary>
    public string? Acronym { get; init; }

    /// <summary>The sponsor's own number; null when not given.</summary>
    public string? OrgStudyId { get; init; }

    /// <summary>Other numbers.</summary>
    public ValueList<SecondaryId> SecondaryIds { get; init; }

    /// <summary>Ids that this record had before.</summary>
    public ValueList<NctId> Aliases { get; init; }

    /// <summary>The registry's status, such as <c>RECRUITING</c>; null when not given.</summary>
    public string? Status { get; init; }

    /// <summary>Why it stopped, in the sponsor's words; null when not said.</summary>
    public string? WhyStopped { get; init; }

    /// <summary>Dates.</summary>
    public StudyDates Dates { get; init; } = new();

    /// <summary>Who is responsible; null when not given.</summary>
    public Organization? Sponsor { get; init; }

    /// <summary>Who helps.</summary>
    public ValueList<Organization> Collaborators { get; init; }

    /// <summary>What the study is about, in a few sentences; null when not given.</summary>
    public string? BriefSummary { get; init; }

    /// <summary>The long description; null when not given.</summary>
    public string? DetailedDescription { get; init; }

    /// <summary>Conditions in the sponsor's words.</summary>
    public ValueList<string> Conditions { get; init; }

    /// <summary>Keywords in the sponsor's words.</summary>
    public ValueList<string> Keywords { get; init; }

    /// <summary>How it is built.</summary>
    public StudyDesign Design { get; init; } = new();

    /// <summary>Groups of participants.</summary>
    public ValueList<Arm> Arms { get; init; }

    /// <summary>What is given or done.</summary>
    public ValueList<Intervention> Interventions { get; init; }

    /// <summary>What decides success.</summary>
    public ValueList<Outcome> PrimaryOutcomes { get; init; }

    /// <summary>What else is measured.</summary>
    public ValueList<Outcome> SecondaryOutcomes { get; init; }

    /// <summary>Further measures.</summary>
    public ValueList<Outcome> OtherOutcomes { get; init; }

    /// <summary>Who may take part.</summary>
    public EligibilityRules Eligibility { get; init; } = new();

    /// <summary>Contacts for the whole study.</summary>
    public ValueList<Contact> CentralContacts { get; init; }

    /// <summary>Responsible officials.</summary>
    public ValueList<Contact> Officials { get; init; }

    /// <summary>Where it runs.</summary>
    public ValueList<Site> Sites { get; init; }

    /// <summary>Publications.</summary>
    public ValueList<Reference> References { get; init; }

    /// <summary>Pages elsewhere.</summary>
    public ValueList<Link> Links { get; init; }

    /// <summary>MeSH terms of the conditions.</summary>
    public ValueList<MeshTerm> ConditionMesh { get; init; }

    /// <summary>Broader MeSH terms of the conditions.</summary>
    public ValueList<MeshTerm> ConditionAncestors { get; init; }

    /// <summary>MeSH terms of the interventions.</summary>
    public ValueList<MeshTerm> InterventionMesh { get; init; }

    /// <summary>Broader MeSH terms of the interventions.</summary>
    public ValueList<MeshTerm> InterventionAncestors { get; init; }

    /// <summary>True when the record has results.</summary>
    public bool HasResults { get; init; }
}

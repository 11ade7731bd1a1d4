using Trialist.Search.Places;

namespace Trialist.Search.Filters;

/// <summary>What hits must also be. Values of one filter are alternatives; filters are joined. An empty filter lets everything pass.</summary>
/// <remarks>A study that does not say is left out by a filter on values (status, phase …) but kept by a limit that it does not state (age, sex): not stated is not "no".</remarks>
public sealed record StudyFilters
{
    /// <summary>The registry's statuses, such as <c>RECRUITING</c>.</summary>
    public ValueList<string> Statuses { get; init; }

    /// <summary>Phases, such as <c>PHASE2</c>.</summary>
    public ValueList<string> Phases { get; init; }

    /// <summary>Study types, such as <c>INTERVENTIONAL</c>.</summary>
    public ValueList<string> StudyTypes { get; init; }

    /// <summary>Sex of the person: studies for all sexes pass as well; null for any.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Age of the person in completed years; null for any.</summary>
    public int? AgeYears { get; init; }

    /// <summary>Age groups: <c>CHILD</c>, <c>ADULT</c>, <c>OLDER_ADULT</c>.</summary>
    public ValueList<string> AgeGroups { get; init; }

    /// <summary>True for studies that take healthy volunteers, false for those that do not; null for any.</summary>
    public bool? HealthyVolunteers { get; init; }

    /// <summary>Classes of sponsor or collaborators, such as <c>INDUSTRY</c>.</summary>
    public ValueList<string> FunderClasses { get; init; }

    /// <summary>Countries with a site, as the registry writes them.</summary>
    public ValueList<string> Countries { get; init; }

    /// <summary>Region with a site, within the only country of <see cref="Countries"/>; null for any.</summary>
    public string? Region { get; init; }

    /// <summary>City with a site, within country and region; null for any.</summary>
    public string? City { get; init; }

    /// <summary>Country or region with a site, beside those above; null for any.</summary>
    public PlaceArea? Inside { get; init; }

    /// <summary>True for studies with results, false for those without; null for any.</summary>
    public bool? HasResults { get; init; }

    /// <summary>Years of start; empty for any.</summary>
    public ValueList<int> StartYears { get; init; }

    /// <summary>First year of start; null for any.</summary>
    public int? StartFrom { get; init; }

    /// <summary>Last year of start; null for any.</summary>
    public int? StartTo { get; init; }

    /// <summary>Last updated on or after this day; null for any.</summary>
    public DateOnly? UpdatedSince { get; init; }

    /// <summary>First posted on or after this day; null for any.</summary>
    public DateOnly? PostedSince { get; init; }

    /// <summary>Condition branches by MeSH heading, such as <c>Neoplasms</c>.</summary>
    public ValueList<string> ConditionBranches { get; init; }

    /// <summary>Questions to the criteria, with what every study answers; all must be answered as wanted.</summary>
    public ValueList<CriteriaFilter> Criteria { get; init; }

    /// <summary>Only these studies; empty for all.</summary>
    public ValueList<NctId> Ids { get; init; }
}

namespace Trialist.Search.Facets;

/// <summary>Names of the facets, which are also the names of the filters.</summary>
public static class FacetName
{
    /// <summary>Overall status; <see cref="NotStated"/> for studies without one.</summary>
    public const string Status = "status";

    /// <summary>The value of studies that state none; no value of the registry.</summary>
    public const string NotStated = "NOT_STATED";

    /// <summary>Phase.</summary>
    public const string Phase = "phase";

    /// <summary>Study type.</summary>
    public const string StudyType = "studyType";

    /// <summary>Sex of a person whom the study takes: <c>FEMALE</c> or <c>MALE</c>; studies for all count for both.</summary>
    public const string Sex = "sex";

    /// <summary>Standard age group.</summary>
    public const string AgeGroup = "ageGroup";

    /// <summary>Healthy volunteers: <c>true</c> or <c>false</c>.</summary>
    public const string HealthyVolunteers = "healthyVolunteers";

    /// <summary>Class of sponsor or collaborator.</summary>
    public const string Funder = "funder";

    /// <summary>Country with a site.</summary>
    public const string Country = "country";

    /// <summary>Has results: <c>true</c> or <c>false</c>.</summary>
    public const string Results = "results";

    /// <summary>Year of start.</summary>
    public const string StartYear = "startYear";

    /// <summary>Branch of conditions.</summary>
    public const string ConditionBranch = "conditionBranch";

    /// <summary>Exact age (a filter only).</summary>
    public const string Age = "age";

    /// <summary>Place (a filter only).</summary>
    public const string Near = "near";

    /// <summary>Dates of posting and update (a filter only).</summary>
    public const string Dates = "dates";

    /// <summary>Questions to the criteria (a filter only).</summary>
    public const string Criteria = "criteria";

    /// <summary>Named studies (a filter only).</summary>
    public const string Ids = "ids";
}

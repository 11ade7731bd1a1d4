using Trialist.Search.Facets;
using Trialist.Web.Words;

namespace Trialist.Web.Finding;

/// <summary>Filters and their values in people's words.</summary>
internal static class FacetWords
{
    public static string Name(string name) => name switch
    {
        SearchParameter.Text => "Words",
        SearchParameter.Condition => "Condition",
        SearchParameter.Treatment => "Treatment",
        SearchParameter.Location => "Place name",
        SearchParameter.Title => "Title",
        SearchParameter.Sponsor => "Sponsor",
        SearchParameter.Outcome => "Outcome",
        SearchParameter.Id => "Identifier",
        SearchParameter.Terms => "Other terms",
        SearchParameter.Eligibility => "Criteria text",
        SearchParameter.Criteria => "Criteria",
        SearchParameter.Near => "Near",
        SearchParameter.Within => "Within",
        FacetName.Status => "Status",
        FacetName.Phase => "Phase",
        FacetName.StudyType => "Study type",
        FacetName.Sex => "Sex",
        FacetName.Age => "Age",
        FacetName.AgeGroup => "Age group",
        FacetName.HealthyVolunteers => "Healthy volunteers",
        FacetName.Funder => "Funder",
        FacetName.Country => "Country",
        SearchParameter.Region => "Region",
        SearchParameter.City => "City",
        FacetName.Results => "Results",
        FacetName.StartYear => "Start year",
        SearchParameter.StartFrom => "Starts from",
        SearchParameter.StartTo => "Starts until",
        SearchParameter.UpdatedSince or FacetName.Dates => "Changed since",
        FacetName.ConditionBranch => "Kind of condition",
        SearchParameter.Ids => "Studies",
        SearchParameter.Synonyms => "Synonyms",
        SearchParameter.Sort => "Order",
        SearchParameter.Page => "Page",
        SearchParameter.Limit => "Studies a page",
        _ => name,
    };

    public static string Value(string name, string value) => name switch
    {
        FacetName.Status when value.Equals(FacetName.NotStated, StringComparison.OrdinalIgnoreCase) => "Status not stated",
        FacetName.Status => RegistryWords.Of("status", value.ToUpperInvariant()).Label,
        FacetName.Phase => RegistryWords.Of("phase", value.ToUpperInvariant()).Label,
        FacetName.StudyType => RegistryWords.Of("studyType", value.ToUpperInvariant()).Label,
        FacetName.Sex => RegistryWords.Of("sex", value.ToUpperInvariant()).Label,
        FacetName.AgeGroup => RegistryWords.Of("ageGroup", value.ToUpperInvariant()).Label,
        FacetName.Funder => RegistryWords.Of("funder", value.ToUpperInvariant()).Label,
        FacetName.HealthyVolunteers => value == "true" ? "Welcome" : "Not taken",
        FacetName.Results => value == "true" ? "With results" : "Without results",
        FacetName.ConditionBranch => ConditionBranch.Find(value)?.Label ?? value,
        FacetName.Age => $"{value} years",
        SearchParameter.Within => value == "any" ? "any distance" : value.Replace("km", " km", StringComparison.Ordinal).Replace("mi", " miles", StringComparison.Ordinal),
        SearchParameter.Synonyms => "off",
        _ => value,
    };

    /// <summary>The registry's own value, where the words differ from it.</summary>
    public static string? OwnValue(string name, string value) => value == FacetName.NotStated || Value(name, value) == value ? null : $"In the registry: {value}";
}

using System.Collections.Frozen;
using Trialist.Search.Facets;

namespace Trialist.Web.Finding;

/// <summary>Names of the parameters of a search, the same on pages, in the API and in feeds. Filters bear the names of the facets.</summary>
internal static class SearchParameter
{
    public const string Text = "q";
    public const string Condition = "cond";
    public const string Treatment = "intr";
    public const string Location = "locn";
    public const string Title = "titles";
    public const string Sponsor = "spons";
    public const string Outcome = "outc";
    public const string Id = "id";
    public const string Terms = "term";
    public const string Eligibility = "elig";
    public const string Criteria = FacetName.Criteria;
    public const string Near = "near";
    public const string Within = "within";
    public const string Status = FacetName.Status;
    public const string Phase = FacetName.Phase;
    public const string StudyType = FacetName.StudyType;
    public const string Sex = FacetName.Sex;
    public const string Age = FacetName.Age;
    public const string AgeGroup = FacetName.AgeGroup;
    public const string HealthyVolunteers = FacetName.HealthyVolunteers;
    public const string Funder = FacetName.Funder;
    public const string Country = FacetName.Country;
    public const string Region = "region";
    public const string City = "city";
    public const string Results = FacetName.Results;
    public const string StartYear = FacetName.StartYear;
    public const string StartFrom = "startFrom";
    public const string StartTo = "startTo";
    public const string UpdatedSince = "updatedSince";
    public const string ConditionBranch = FacetName.ConditionBranch;
    public const string Ids = "ids";
    public const string Sort = "sort";
    public const string Page = "page";
    public const string Limit = "limit";
    public const string Synonyms = "synonyms";

    public static readonly FrozenSet<string> Known = new[]
    {
        Text, Condition, Treatment, Location, Title, Sponsor, Outcome, Id, Terms, Eligibility, Criteria, Near, Within, Status, Phase, StudyType, Sex, Age, AgeGroup, HealthyVolunteers,
        Funder, Country, Region, City, Results, StartYear, StartFrom, StartTo, UpdatedSince, ConditionBranch, Ids, Sort, Page, Limit, Synonyms,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those that are no words to search for, in the order in which a page names them.</summary>
    public static readonly string[] Filters =
    [
        Criteria, Near, Within, Age, Sex, Status, Phase, StudyType, AgeGroup, HealthyVolunteers, Funder, Country, Region, City, Results, StartYear, StartFrom, StartTo, UpdatedSince, ConditionBranch, Ids,
    ];

    /// <summary>Those that narrow a search, in the order in which a page names them.</summary>
    public static readonly string[] Narrowing = [Condition, Treatment, Location, Title, Sponsor, Outcome, Id, Terms, Eligibility, .. Filters, Synonyms];

    /// <summary>Those that the advanced form holds.</summary>
    public static readonly string[] Advanced = [Condition, Treatment, Terms, Title, Sponsor, Outcome, Id, Eligibility, Criteria, Location, StartFrom, StartTo, UpdatedSince];

    private static readonly FrozenDictionary<string, string> ByAnyCase = Known.ToFrozenDictionary(name => name, name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name as it is written here, whatever its case; the name itself when it is not known.</summary>
    public static string Canonical(string name) => ByAnyCase.GetValueOrDefault(name, name);

    /// <summary>True where several values may stand, repeated or joined by commas. Countries are only repeated: some hold a comma.</summary>
    public static bool IsList(string name) => name is Status or Phase or StudyType or AgeGroup or Funder or StartYear or Ids;

    /// <summary>True where the parameter may be repeated.</summary>
    public static bool IsRepeated(string name) => IsList(name) || name is Criteria or Country or ConditionBranch;
}

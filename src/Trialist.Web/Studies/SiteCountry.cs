namespace Trialist.Web.Studies;

/// <summary>The sites of a study in one country, open ones first.</summary>
/// <param name="Country">The country as the record names it.</param>
/// <param name="Sites">Its sites.</param>
internal sealed record SiteCountry(string Country, IReadOnlyList<Model.Studies.Site> Sites)
{
    public int Open => Sites.Count(site => RecruitmentStatus.Of(site.Status) == Recruitment.Open);

    /// <summary>Groups sites by country: countries with open sites first, then by number of sites.</summary>
    public static IReadOnlyList<SiteCountry> Group(Study study) =>
        [.. study.Sites
            .GroupBy(site => site.Country ?? "Country not stated")
            .Select(group => new SiteCountry(group.Key, [.. group
                .OrderByDescending(site => RecruitmentStatus.Of(site.Status) == Recruitment.Open)
                .ThenBy(site => site.State ?? "", StringComparer.Ordinal).ThenBy(site => site.City ?? "", StringComparer.Ordinal)]))
            .OrderByDescending(country => country.Open > 0).ThenByDescending(country => country.Sites.Count).ThenBy(country => country.Country, StringComparer.Ordinal)];
}

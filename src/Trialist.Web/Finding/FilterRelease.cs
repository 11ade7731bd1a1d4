using Trialist.Search.Facets;

namespace Trialist.Web.Finding;

/// <summary>The address of a search without one of its filters, which may stand for several parameters.</summary>
internal static class FilterRelease
{
    public static string Of(SearchRequest asked, string filter)
    {
        string[] names = filter switch
        {
            FacetName.Near => [SearchParameter.Near, SearchParameter.Within],
            FacetName.StartYear => [SearchParameter.StartYear, SearchParameter.StartFrom, SearchParameter.StartTo],
            FacetName.Dates => [SearchParameter.UpdatedSince],
            FacetName.Country => [SearchParameter.Country, SearchParameter.Region, SearchParameter.City],
            _ => [filter],
        };
        return asked.Without(names);
    }
}

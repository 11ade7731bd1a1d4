using Trialist.Registry;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Search;
using Trialist.Search.Expressions;
using Trialist.Search.Facets;
using Trialist.Search.Filters;
using Trialist.Search.Queries;
using Trialist.Search.Results;
using Trialist.Web.Finding;

namespace Trialist.Web.Pages;

internal sealed class SearchModel(StudyRegistry registry) : PageModel
{
    private const int PagesEachSide = 2;

    /// <summary>Facets in the order of the page.</summary>
    private static readonly string[] Shown =
    [
        FacetName.Status, FacetName.Phase, FacetName.StudyType, FacetName.Sex, FacetName.AgeGroup, FacetName.HealthyVolunteers, FacetName.Funder, FacetName.Country, FacetName.Results, FacetName.StartYear, FacetName.ConditionBranch,
    ];

    public SearchRequest Asked { get; private set; } = null!;

    public SearchPage Found { get; private set; } = new(0, []);

    /// <summary>False where the words were refused, so that nothing was searched for.</summary>
    public bool IsSearched { get; private set; }

    /// <summary>The facets that have something to choose or to mend.</summary>
    public IEnumerable<Facet> Facets => Shown.Select(name => Found.Facets.FirstOrDefault(facet => facet.Name == name)).OfType<Facet>()
        .Where(facet => facet.Values.Count > 0 || Asked.Errors.ContainsKey(facet.Name));

    /// <summary>How many studies are found without any filter, where nothing is found and no single filter is to blame; else 0.</summary>
    public int WithoutFilters { get; private set; }

    /// <summary>The filters and words that are set, each with the address that lets it go.</summary>
    public IReadOnlyList<ActiveChoice> Active { get; private set; } = [];

    public int LastPage => Math.Max(1, (Math.Min(Found.Total, StudyQuery.DeepestHit) + Asked.PerPage - 1) / Math.Max(1, Asked.PerPage));

    public IEnumerable<int> PageNumbers =>
        Enumerable.Range(Math.Max(1, Asked.Page - PagesEachSide), PagesEachSide * 2 + 1).Where(page => page <= LastPage);

    /// <summary>True when the advanced fields hold something and so must be seen.</summary>
    public bool AdvancedIsUsed => SearchParameter.Advanced.Any(name => Asked[name] is not null || Asked.Errors.ContainsKey(name));

    /// <summary>What is asked for in the registry's expression language; null when nothing is, or it cannot be said.</summary>
    public string? Expression { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var index = await registry.IndexAsync(cancellation);
        Asked = await SearchRequest.ReadAsync(Request.Query, index, registry, cancellation);
        try
        {
            Found = index.Search(Asked.Query);
            IsSearched = true;
            WithoutFilters = Found.Total == 0 && Found.FilterLosses.IsEmpty && SearchParameter.Filters.Any(name => Asked[name] is not null)
                ? index.Search(Asked.Query with { Filters = new StudyFilters(), Near = null, Sort = StudySort.Relevance, Offset = 0, Limit = 0, WithFacets = false }).Total
                : 0;
            Expression = StudyQueryExpression.Of(Asked.Query)?.ToString();
        }
        catch (QueryRefusedException e)
        {
            // The field is marked and the rest of the form kept; nothing is searched for, since the words that matter are not known.
            Asked.Refuse(e.Parameter, e.Message);
        }

        if (Asked.Errors.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        Active = [.. ActiveChoice.Of(Asked)];
    }
}

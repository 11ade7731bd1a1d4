using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Registry;
using Trialist.Search;
using Trialist.Search.Facets;
using Trialist.Search.Results;

namespace Trialist.Web.Pages;

internal sealed class ConditionsModel(StudyRegistry registry) : PageModel
{
    private const int EachPair = 50;

    public static readonly string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public IReadOnlyList<FacetValue> Branches { get; private set; } = [];

    public char? Letter { get; private set; }

    public IReadOnlyList<Suggestion> Names { get; private set; } = [];

    public async Task OnGetAsync(string? letter, CancellationToken cancellation)
    {
        var index = await registry.IndexAsync(cancellation);
        Branches = [.. index.Search(new StudyQuery { Limit = 0, WithFacets = true }).Facets.Where(facet => facet.Name == FacetName.ConditionBranch).SelectMany(facet => facet.Values)];
        if (letter is [var first, ..] && Letters.Contains(char.ToUpperInvariant(first), StringComparison.Ordinal))
        {
            Letter = char.ToUpperInvariant(first);
            // The index gives names from two letters on.
            Names = [.. Letters.SelectMany(second => index.Suggest(SuggestionKind.Condition, $"{Letter}{second}", EachPair).ToArray()).DistinctBy(name => name.Text).OrderBy(name => name.Text, StringComparer.OrdinalIgnoreCase)];
        }
    }
}

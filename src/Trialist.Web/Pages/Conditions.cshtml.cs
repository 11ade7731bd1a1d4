using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Registry;
using Trialist.Search;
using Trialist.Search.Facets;
using Trialist.Search.Results;

namespace Trialist.Web.Pages;

internal sealed class ConditionsModel(StudyRegistry registry) : PageModel
{
    private const int NamesOnAPage = 500;

    public static readonly string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ#";

    public IReadOnlyList<FacetValue> Branches { get; private set; } = [];

    public char? Letter { get; private set; }

    /// <summary>The names of the letter that this page shows.</summary>
    public IReadOnlyList<Suggestion> Names { get; private set; } = [];

    public int AllNames { get; private set; }

    public int PageNumber { get; private set; } = 1;

    public int LastPage => Math.Max(1, (AllNames + NamesOnAPage - 1) / NamesOnAPage);

    public async Task OnGetAsync(string? letter, CancellationToken cancellation)
    {
        var index = await registry.IndexAsync(cancellation);
        Branches = [.. index.Search(new StudyQuery { Limit = 0, WithFacets = true }).Facets.Where(facet => facet.Name == FacetName.ConditionBranch).SelectMany(facet => facet.Values)];
        if (letter is [var first, ..] && Letters.Contains(char.ToUpperInvariant(first), StringComparison.Ordinal))
        {
            Letter = char.ToUpperInvariant(first);
            var all = index.ConditionsUnder(first);
            AllNames = all.Count;
            PageNumber = int.TryParse(Request.Query["page"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, LastPage) : 1;
            Names = [.. all.Skip((PageNumber - 1) * NamesOnAPage).Take(NamesOnAPage)];
        }
    }
}

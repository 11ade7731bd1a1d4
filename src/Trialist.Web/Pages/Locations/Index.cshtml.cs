using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Registry;
using Trialist.Search.Places;
using Trialist.Web.Finding;
using Trialist.Web.Maps;

namespace Trialist.Web.Pages.Locations;

internal sealed class IndexModel(StudyRegistry registry) : PageModel
{
    /// <summary>Stands in an address for a region that the records do not name.</summary>
    public const string NoRegion = "-";

    public IReadOnlyList<LocationNode> Trail { get; private set; } = [];

    public IReadOnlyList<LocationNode> Inside { get; private set; } = [];

    public CountryMap? Map { get; private set; }

    public string Title => Trail.Count == 0 ? "Trials by location" : $"Trials in {string.Join(", ", Trail.Reverse().Select(node => node.Name).Where(name => name.Length > 0))}";

    public string Heading => Trail.Count switch { 0 => "Country", 1 => "Region", _ => "City" };

    public async Task<IActionResult> OnGetAsync(string? country, string? region, string? city, CancellationToken cancellation)
    {
        var nodes = (await registry.IndexAsync(cancellation)).Locations();
        var trail = new List<LocationNode>();
        foreach (var asked in new[] { country, region, city }.TakeWhile(name => name is not null))
        {
            var name = asked == NoRegion ? "" : asked!;
            if (nodes.FirstOrDefault(node => string.Equals(node.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } node)
            {
                return NotFound();
            }

            trail.Add(node);
            nodes = node.Inside;
        }

        Trail = trail;
        Inside = [.. nodes];
        Map = trail.Count > 0 ? CountryMap.Of(trail[0]) : null;
        return Page();
    }

    public string UrlOf(LocationNode node) => Trail.Count == 2 ? SearchUrl(node) : "/locations/" + string.Join('/', Trail.Append(node).Select(Segment));

    public string TrailUrl(int length) => "/locations" + string.Concat(Trail.Take(length).Select(node => "/" + Segment(node)));

    /// <summary>The search for studies of a place inside this one, or of this one.</summary>
    public string SearchUrl(LocationNode? inside = null)
    {
        var names = inside is null ? Trail : [.. Trail, inside];
        string[] parameters = [SearchParameter.Country, SearchParameter.Region, SearchParameter.City];
        return Address.Of("/search", names.Zip(parameters).Where(pair => pair.First.Name.Length > 0).Select(pair => (pair.Second, pair.First.Name)));
    }

    private static string Segment(LocationNode node) => node.Name.Length == 0 ? NoRegion : Uri.EscapeDataString(node.Name);
}

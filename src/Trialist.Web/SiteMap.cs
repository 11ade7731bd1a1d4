namespace Trialist.Web;

/// <summary>The ways through the site that stand on every page.</summary>
internal static class SiteMap
{
    public static readonly (string Href, string Label)[] Main =
    [
        ("/search", "Find studies"),
        ("/match", "Who fits?"),
        ("/screen", "Cohorts"),
        ("/criteria", "Read criteria"),
        ("/locations", "By place"),
        ("/conditions", "Conditions"),
        ("/saved", "Saved"),
        ("/glossary", "Glossary"),
        ("/about", "About"),
    ];
}

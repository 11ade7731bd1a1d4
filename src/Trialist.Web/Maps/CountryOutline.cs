using System.Collections.Frozen;

namespace Trialist.Web.Maps;

/// <summary>Outlines of countries from Natural Earth, built in by the front-end packages; none in a build without npm.</summary>
/// <param name="Name">Natural Earth's name of the country.</param>
/// <param name="X">Where a mark for it goes on the world map.</param>
/// <param name="Y">Where a mark for it goes on the world map.</param>
/// <param name="Path">Its outline as SVG path data.</param>
internal sealed record CountryOutline(string Name, string X, string Y, string Path)
{
    /// <summary>Names of the registry, of today and of older records, that Natural Earth spells otherwise.</summary>
    private static readonly FrozenDictionary<string, string> NaturalEarthNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["United States"] = "United States of America",
        ["Bosnia and Herzegovina"] = "Bosnia and Herz.",
        ["Central African Republic"] = "Central African Rep.",
        ["Congo, The Democratic Republic of the"] = "Dem. Rep. Congo",
        ["Democratic Republic of the Congo"] = "Dem. Rep. Congo",
        ["Czech Republic"] = "Czechia",
        ["Dominican Republic"] = "Dominican Rep.",
        ["Equatorial Guinea"] = "Eq. Guinea",
        ["Eswatini"] = "eSwatini",
        ["Iran, Islamic Republic of"] = "Iran",
        ["Korea, Republic of"] = "South Korea",
        ["Korea, Democratic People's Republic of"] = "North Korea",
        ["Lao People's Democratic Republic"] = "Laos",
        ["Libyan Arab Jamahiriya"] = "Libya",
        ["North Macedonia"] = "Macedonia",
        ["Moldova, Republic of"] = "Moldova",
        ["Palestinian Territories, Occupied"] = "Palestine",
        ["Russian Federation"] = "Russia",
        ["South Sudan"] = "S. Sudan",
        ["Syrian Arab Republic"] = "Syria",
        ["Solomon Islands"] = "Solomon Is.",
        ["Turkey (Türkiye)"] = "Turkey",
        ["Türkiye"] = "Turkey",
        ["Viet Nam"] = "Vietnam",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The world, on a sheet of 960 by 470.</summary>
    public static IReadOnlyList<CountryOutline> World { get; } = [.. Rows("wwwroot/lib/world.tsv").Select(row => new CountryOutline(row[0], row[1], row[2], row[3]))];

    /// <summary>The outline of one country in hundredths of a degree, east and south positive; null where there is none.</summary>
    public static string? Of(string country) => Countries.Value.GetValueOrDefault(NaturalNameOf(country));

    private static readonly Lazy<FrozenDictionary<string, string>> Countries = new(() =>
        Rows("wwwroot/lib/countries.tsv").DistinctBy(row => row[0], StringComparer.Ordinal).ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal));

    /// <summary>What Natural Earth calls a country of the registry.</summary>
    public static string NaturalNameOf(string country) => NaturalEarthNames.GetValueOrDefault(country, country);

    private static IEnumerable<string[]> Rows(string resource)
    {
        using var stream = typeof(CountryOutline).Assembly.GetManifestResourceStream(resource);
        if (stream is null)
        {
            yield break;
        }

        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t');
        }
    }
}

using System.Collections.Frozen;

namespace Trialist.Web.Maps;

/// <summary>Outlines of countries from Natural Earth, built in by the front-end packages; none in a build without npm.</summary>
/// <param name="Name">The registry's name of the country.</param>
/// <param name="X">Where a mark for it goes on the world map.</param>
/// <param name="Y">Where a mark for it goes on the world map.</param>
/// <param name="Path">Its outline as SVG path data.</param>
internal sealed record CountryOutline(string Name, string X, string Y, string Path)
{
    /// <summary>Names that Natural Earth spells otherwise than the registry.</summary>
    private static readonly FrozenDictionary<string, string> RegistryNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["United States of America"] = "United States",
        ["Bosnia and Herz."] = "Bosnia and Herzegovina",
        ["Central African Rep."] = "Central African Republic",
        ["Dem. Rep. Congo"] = "Congo, The Democratic Republic of the",
        ["Dominican Rep."] = "Dominican Republic",
        ["Eq. Guinea"] = "Equatorial Guinea",
        ["Iran"] = "Iran, Islamic Republic of",
        ["South Korea"] = "Korea, Republic of",
        ["North Korea"] = "Korea, Democratic People's Republic of",
        ["Laos"] = "Lao People's Democratic Republic",
        ["Libya"] = "Libyan Arab Jamahiriya",
        ["Macedonia"] = "North Macedonia",
        ["Moldova"] = "Moldova, Republic of",
        ["Palestine"] = "Palestinian Territories, Occupied",
        ["Russia"] = "Russian Federation",
        ["S. Sudan"] = "South Sudan",
        ["Syria"] = "Syrian Arab Republic",
        ["Solomon Is."] = "Solomon Islands",
        ["eSwatini"] = "Eswatini",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The world, on a sheet of 960 by 470.</summary>
    public static IReadOnlyList<CountryOutline> World { get; } = [.. Rows("wwwroot/lib/world.tsv").Select(row => new CountryOutline(NameOf(row[0]), row[1], row[2], row[3]))];

    /// <summary>The outline of one country in hundredths of a degree, east and south positive; null where there is none.</summary>
    public static string? Of(string country) => Countries.Value.GetValueOrDefault(country);

    private static readonly Lazy<FrozenDictionary<string, string>> Countries = new(() =>
        Rows("wwwroot/lib/countries.tsv").DistinctBy(row => NameOf(row[0]), StringComparer.Ordinal).ToFrozenDictionary(row => NameOf(row[0]), row => row[1], StringComparer.Ordinal));

    private static string NameOf(string name) => RegistryNames.GetValueOrDefault(name, name);

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

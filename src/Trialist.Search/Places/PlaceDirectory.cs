using System.Globalization;
using Trialist.Search.Analysis;
using Trialist.Search.Indexing;

namespace Trialist.Search.Places;

/// <summary>Every country, region, city and postal code that has a site, with its studies, and the gazetteer beyond them: answers what a typed place is, and the tree for browsing.</summary>
internal sealed class PlaceDirectory
{
    private static readonly Dictionary<string, string> OtherNames = EmbeddedTable.Rows("place-names.tsv").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
    private static readonly Dictionary<string, string> States = EmbeddedTable.Rows("us-states.tsv").ToDictionary(row => row[0].ToLowerInvariant(), row => row[1].ToLowerInvariant(), StringComparer.Ordinal);

    // Two cities of one name nearer than this are one.
    private const double SamePlaceKm = 40;

    // A city is meant where one in so many studies of the wider place of its name is in it.
    private const int ShareOfCity = 4;

    private readonly PlaceTally world = new();
    private readonly ILookup<string, FoundPlace> byName;
    private readonly (string Name, FoundPlace Place)[] sorted;

    public PlaceDirectory(PlaceTable places, IEnumerable<int[]> sitesOfStudies)
    {
        var codes = new Dictionary<(string Zip, string Country), (PlaceTally Tally, SitePlace First)>();
        var study = 0;
        foreach (var sites in sitesOfStudies)
        {
            study++;
            foreach (var site in sites)
            {
                Count(places[site & ~SegmentColumns.OpenBit], study, (site & SegmentColumns.OpenBit) != 0, codes);
            }
        }

        var named = NamedPlaces().Concat(codes.Select(code => code.Value.Tally.ToPlace(PlaceKind.PostalCode, code.Value.First.Country, code.Value.First.Region, code.Value.First.City, code.Key.Zip)))
            .OfType<FoundPlace>().ToList();
        byName = named.ToLookup(NameOf, StringComparer.Ordinal);
        sorted = [.. named.Where(place => place.Kind != PlaceKind.PostalCode).Select(place => (NameOf(place), place)).OrderBy(entry => entry.Item1, StringComparer.Ordinal)];
    }

    /// <summary>Countries with their regions and cities, most studies first.</summary>
    public ValueList<LocationNode> Tree() => world.ToNode("").Inside;

    /// <summary>What a typed place may be: those with a site first, most studies first, then others, largest first; empty when it is not known.</summary>
    public IReadOnlyList<FoundPlace> Find(string typed)
    {
        if (Point(typed) is { } point)
        {
            return [point];
        }

        var withSites = FindWithSites(typed);
        var others = Gazetteer.Default.Find(typed, IsIn).Where(other => withSites.All(place => place.Kind != other.Kind || DistanceKm(place, other) > SamePlaceKm));
        return [.. withSites, .. others];
    }

    private IReadOnlyList<FoundPlace> FindWithSites(string typed)
    {

        var parts = typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Fold).ToArray();
        if (parts.Length == 0)
        {
            return [];
        }

        var found = Matching(Named(string.Join(", ", parts)), []).Concat(Matching(Named(parts[0]), parts[1..])).ToList();
        if (found.Count == 0 && parts.Length == 1)
        {
            // "boston ma", "paris france": the last words name what the place lies in
            var words = parts[0].Split(' ');
            for (var first = words.Length - 1; first > 0 && found.Count == 0; first--)
            {
                found = [.. Matching(Named(string.Join(' ', words[..first])), [string.Join(' ', words[first..])])];
            }
        }

        var places = found.Distinct().ToList();
        return [.. places.OrderByDescending(place => Weight(place, places)).ThenByDescending(place => place.Kind == PlaceKind.City)];
    }

    // "New York" and "Singapore" mean the city, unless few of the studies of the state or country around it are there.
    private static int Weight(FoundPlace place, List<FoundPlace> sameName) => place.Kind != PlaceKind.City ? place.Studies : sameName
        .Where(wider => wider.Area is not null && wider.Country == place.Country && NameOf(wider) == NameOf(place) && place.Studies * ShareOfCity >= wider.Studies)
        .Select(wider => wider.Studies).Append(place.Studies).Max();

    /// <summary>Places whose name begins as typed, most studies first.</summary>
    public IEnumerable<FoundPlace> Suggest(string prefix, int limit)
    {
        var folded = Fold(prefix);
        var first = LowerBound(folded);
        var found = new List<FoundPlace>();
        for (var i = first; i < sorted.Length && sorted[i].Name.StartsWith(folded, StringComparison.Ordinal); i++)
        {
            found.Add(sorted[i].Place);
        }

        return found.OrderByDescending(place => place.Studies).Concat(Gazetteer.Default.StartingWith(folded)).DistinctBy(place => place.Name, StringComparer.OrdinalIgnoreCase).Take(limit);
    }

    private static FoundPlace? Point(string typed)
    {
        var parts = typed.Split(',');
        return parts.Length == 2
            && double.TryParse(parts[0].Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && Math.Abs(latitude) <= 90
            && double.TryParse(parts[1].Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) && Math.Abs(longitude) <= 180
            ? new FoundPlace(PlaceKind.Point, string.Create(CultureInfo.InvariantCulture, $"{latitude:0.####}, {longitude:0.####}"), latitude, longitude, 0)
            : null;
    }

    private static double DistanceKm(FoundPlace one, FoundPlace other)
    {
        var ((x, y, z), (u, v, w)) = (PlaceDistances.Vector(one.Latitude, one.Longitude), PlaceDistances.Vector(other.Latitude, other.Longitude));
        return PlaceCircle.EarthRadiusKm * Math.Acos(Math.Clamp((x * u) + (y * v) + (z * w), -1, 1));
    }

    private static string Fold(string text) => WordForms.OfThread.Fold(text.Trim());

    private static string NameOf(FoundPlace place) => Fold(place.Kind switch
    {
        PlaceKind.Country => place.Country,
        PlaceKind.Region => place.Region,
        PlaceKind.City => place.City,
        _ => place.Name.Split(',')[0],
    });

    private IEnumerable<FoundPlace> Named(string name)
    {
        var others = new[] { OtherNames.GetValueOrDefault(name), States.GetValueOrDefault(name) };
        return others.OfType<string>().Prepend(name).SelectMany(other => byName[other]);
    }

    private static IEnumerable<FoundPlace> Matching(IEnumerable<FoundPlace> places, string[] inside) =>
        places.Where(place => Array.TrueForAll(inside, part => IsIn(place, part) || IsIn(place, OtherNames.GetValueOrDefault(part)) || IsIn(place, States.GetValueOrDefault(part))));

    private static bool IsIn(FoundPlace place, string? wider) =>
        wider is not null && (Fold(place.Country) == wider || Fold(place.Region) == wider || (place.Kind == PlaceKind.PostalCode && Fold(place.City) == wider));

    private int LowerBound(string name)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(sorted[middle].Name, name) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Count(SitePlace place, int study, bool isOpen, Dictionary<(string Zip, string Country), (PlaceTally Tally, SitePlace First)> codes)
    {
        if (place.Country.Length == 0)
        {
            return;
        }

        var country = world.At(place.Country);
        country.Count(study, isOpen, place);
        if (place.City.Length > 0)
        {
            var region = country.At(place.Region);
            region.Count(study, isOpen, place);
            region.At(place.City).Count(study, isOpen, place);
        }

        if (place.Zip.Length > 0)
        {
            // The four digits behind a US code name a street, not a place.
            var zip = place is { Country: "United States", Zip.Length: > 5 } ? place.Zip[..5] : place.Zip;
            if (!codes.TryGetValue((zip, place.Country), out var code))
            {
                codes[(zip, place.Country)] = code = (new PlaceTally(), place);
            }

            code.Tally.Count(study, isOpen, place);
        }
    }

    private IEnumerable<FoundPlace?> NamedPlaces()
    {
        foreach (var (country, inCountry) in world.Inside)
        {
            yield return inCountry.ToPlace(PlaceKind.Country, country);
            foreach (var (region, inRegion) in inCountry.Inside)
            {
                if (region.Length > 0)
                {
                    yield return inRegion.ToPlace(PlaceKind.Region, country, region);
                }

                foreach (var (city, inCity) in inRegion.Inside)
                {
                    yield return inCity.ToPlace(PlaceKind.City, country, region, city);
                }
            }
        }
    }
}

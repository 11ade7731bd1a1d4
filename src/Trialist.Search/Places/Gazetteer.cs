using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using Trialist.Search.Analysis;

namespace Trialist.Search.Places;

/// <summary>Cities of the world and postal codes of the US, whether they have a site or not. Empty where the program was built without npm.</summary>
internal sealed class Gazetteer
{
    private const string UnitedStates = "United States";
    private const int MostSuggested = 20;
    private const int CodeLength = 5;

    private static readonly Lazy<Gazetteer> Shipped = new(() => new Gazetteer(Rows("cities.tsv.gz"), Rows("us-postal-codes.tsv.gz")));
    private static readonly Dictionary<string, string> StateNames = EmbeddedTable.Rows("us-states.tsv").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    private readonly (string Folded, FoundPlace Place, int People)[] cities;
    private readonly Dictionary<string, FoundPlace> codes;

    /// <summary>Reads the tables.</summary>
    /// <param name="cities">Name, country, US state, latitude, longitude, people.</param>
    /// <param name="codes">US postal code, latitude, longitude.</param>
    public Gazetteer(IEnumerable<string[]> cities, IEnumerable<string[]> codes)
    {
        this.cities = [.. cities.Select(City).OrderBy(city => city.Folded, StringComparer.Ordinal).ThenByDescending(city => city.People)];
        this.codes = codes.ToDictionary(row => row[0], row => new FoundPlace(PlaceKind.PostalCode, $"{row[0]}, {UnitedStates}", Degrees(row[1]), Degrees(row[2]), 0) { Country = UnitedStates }, StringComparer.Ordinal);
    }

    /// <summary>The one that is built in.</summary>
    public static Gazetteer Default => Shipped.Value;

    /// <summary>What a typed place may be, largest first.</summary>
    /// <param name="typed">A US postal code; or a city, alone or followed by what it lies in, with or without a comma.</param>
    /// <param name="isIn">Tells whether a place lies in a region or country as typed, folded.</param>
    public IEnumerable<FoundPlace> Find(string typed, Func<FoundPlace, string, bool> isIn)
    {
        var text = typed.Trim();
        if (text.Length >= CodeLength && codes.TryGetValue(text[..CodeLength], out var code) && (text.Length == CodeLength || !char.IsAsciiDigit(text[CodeLength])))
        {
            return [code];
        }

        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Fold).ToArray();
        if (parts.Length == 0)
        {
            return [];
        }

        var found = Named(parts[0]).Where(city => Array.TrueForAll(parts[1..], part => isIn(city.Place, part))).ToList();
        if (found.Count == 0 && parts.Length == 1)
        {
            var words = parts[0].Split(' ');
            for (var first = words.Length - 1; first > 0 && found.Count == 0; first--)
            {
                var wider = string.Join(' ', words[first..]);
                found = [.. Named(string.Join(' ', words[..first])).Where(city => isIn(city.Place, wider))];
            }
        }

        return found.OrderByDescending(city => city.People).Select(city => city.Place);
    }

    /// <summary>Cities whose name begins as typed, largest first.</summary>
    public IEnumerable<FoundPlace> StartingWith(string folded)
    {
        var found = new List<(string Folded, FoundPlace Place, int People)>();
        for (var i = LowerBound(folded); i < cities.Length && cities[i].Folded.StartsWith(folded, StringComparison.Ordinal); i++)
        {
            found.Add(cities[i]);
        }

        return found.OrderByDescending(city => city.People).Take(MostSuggested).Select(city => city.Place);
    }

    private IEnumerable<(string Folded, FoundPlace Place, int People)> Named(string folded)
    {
        for (var i = LowerBound(folded); i < cities.Length && cities[i].Folded == folded; i++)
        {
            yield return cities[i];
        }
    }

    private int LowerBound(string name)
    {
        var (low, high) = (0, cities.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(cities[middle].Folded, name) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static (string Folded, FoundPlace Place, int People) City(string[] row)
    {
        var state = StateNames.GetValueOrDefault(row[2], "");
        var place = new FoundPlace(PlaceKind.City, string.Join(", ", new[] { row[0], state, row[1] }.Where(part => part.Length > 0)), Degrees(row[3]), Degrees(row[4]), 0)
        {
            Country = row[1],
            Region = state,
            City = row[0],
        };
        return (Fold(row[0]), place, int.Parse(row[5], NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private static string Fold(string text) => WordForms.OfThread.Fold(text.Trim());

    private static double Degrees(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        if (stream is null)
        {
            yield break;
        }

        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t');
        }
    }
}

using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Trialist.Registry.Import.Legacy;

/// <summary>The legacy labels of closed lists as v2 values: a rule for most, and a table for the rest.</summary>
internal static class LegacyValues
{
    private const int Adult = 18; // the registry's standard ages: child to 17, adult 18 to 64, older adult from 65
    private const int OlderAdult = 65;
    private const string NotGiven = "N/A";

    private static readonly Dictionary<string, string> Exceptions = ReadTable();

    /// <summary>"Active, not recruiting" becomes ACTIVE_NOT_RECRUITING.</summary>
    public static string? Code(string? label)
    {
        var text = label?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (Exceptions.TryGetValue(text, out var value))
        {
            return value;
        }

        var words = text.Split([' ', '-', '/', ',', '.', '(', ')', '\''], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join('_', words).ToUpperInvariant();
    }

    /// <summary>"Phase 1/Phase 2" becomes both.</summary>
    public static JsonArray? Phases(string? label) =>
        label is null ? null : new JsonArray(label.Split('/').Length > 1 && label != NotGiven
            ? label.Split('/').Select(part => (JsonNode?)Code(part)).ToArray()
            : [Code(label)]);

    /// <summary>"Double (Participant, Investigator)" becomes DOUBLE and who is masked.</summary>
    public static (string? Masking, JsonArray? Who) Masking(string? label)
    {
        if (label is null)
        {
            return (null, null);
        }

        var open = label.IndexOf('(', StringComparison.Ordinal);
        var masking = Code(open < 0 ? label : label[..open]);
        return masking is "NONE" || open < 0
            ? (masking, null)
            : (masking, new JsonArray(label[(open + 1)..].TrimEnd(')').Split(',').Select(who => (JsonNode?)Code(who)).ToArray()));
    }

    /// <summary>The age as written; null for "N/A", which says that none is given.</summary>
    public static string? Age(string? label) => label == NotGiven ? null : label;

    public static JsonArray StandardAges(string? minimum, string? maximum)
    {
        var least = Years(minimum) ?? 0;
        var most = Years(maximum) ?? int.MaxValue;
        string?[] ages = [least < Adult ? "CHILD" : null, least < OlderAdult && most >= Adult ? "ADULT" : null, most >= OlderAdult ? "OLDER_ADULT" : null];
        return new JsonArray(ages.OfType<string>().Select(age => (JsonNode)age).ToArray());
    }

    /// <summary>"July 28, 2016" becomes 2016-07-28, and "July 2000" becomes 2000-07; null for anything else.</summary>
    public static string? Date(string? label)
    {
        var text = label?.Trim();
        return DateOnly.TryParseExact(text, "MMMM d, yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("yyyy-MM-dd")
            : DateOnly.TryParseExact(text, "MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month.ToString("yyyy-MM")
            : null;
    }

    // Completed years: an age in months, weeks or days below 18 years is a child's.
    private static int? Years(string? label)
    {
        var parts = Age(label)?.Split(' ') ?? [];
        return parts.Length == 2 && int.TryParse(parts[0], out var number)
            ? parts[1].TrimEnd('s') switch { "Year" => number, "Month" => number / 12, "Week" => number / 52, "Day" => number / 365, _ => 0 }
            : null;
    }

    private static Dictionary<string, string> ReadTable()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Trialist.Registry.Import.Legacy.legacy-values.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(row => row[0] != '#')
            .Select(row => row.Split('\t'))
            .ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
    }
}

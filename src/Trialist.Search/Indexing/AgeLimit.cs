using System.Globalization;

namespace Trialist.Search.Indexing;

/// <summary>Ages of the registry ("18 Years", "6 Months") on one exact scale: half hours, of which a year of 365.25 days has 17,532 and each month a twelfth.</summary>
internal static class AgeLimit
{
    public const int Year = 17_532;
    public const int Unknown = -1;

    private static readonly (string Unit, int HalfHours)[] Units = [("year", Year), ("month", Year / 12), ("week", 336), ("day", 48), ("hour", 2), ("minute", 0)];

    /// <summary>From when on a study takes people; unknown where nothing readable is given.</summary>
    public static int Lower(string? age) => TryParse(age, out var count, out var unit) ? count * unit : Unknown;

    /// <summary>Until when, exclusive: "65 Years" lasts until the 66th birthday.</summary>
    public static int Upper(string? age) => TryParse(age, out var count, out var unit) ? (count + 1) * unit : Unknown;

    private static bool TryParse(string? age, out int count, out int halfHours)
    {
        (count, halfHours) = (0, 0);
        if (string.IsNullOrWhiteSpace(age))
        {
            return false;
        }

        var text = age.AsSpan().Trim();
        var space = text.IndexOf(' ');
        if (space < 0 || !int.TryParse(text[..space], NumberStyles.None, CultureInfo.InvariantCulture, out count) || count > 1000)
        {
            return false;
        }

        var named = text[(space + 1)..].Trim();
        foreach (var (unit, size) in Units)
        {
            if (named.StartsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                halfHours = size;
                return true;
            }
        }

        return false;
    }
}

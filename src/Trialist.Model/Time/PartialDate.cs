using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Trialist.Model.Time;

/// <summary>A date known to the year, the month or the day, as registries and charts write it: the days from <see cref="Earliest"/> to <see cref="Latest"/>.</summary>
public readonly record struct PartialDate : IParsable<PartialDate>, IComparable<PartialDate>
{
    private PartialDate(DateOnly earliest, DateOnly latest)
    {
        Earliest = earliest;
        Latest = latest;
    }

    /// <summary>The first day that the date may mean.</summary>
    public DateOnly Earliest { get; }

    /// <summary>The last day that the date may mean.</summary>
    public DateOnly Latest { get; }

    /// <summary>True when the day itself is known.</summary>
    public bool IsExact => Earliest == Latest;

    /// <summary>A date known to the day.</summary>
    public static PartialDate OfDay(DateOnly day) => new(day, day);

    /// <summary>A date known to the month.</summary>
    public static PartialDate OfMonth(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>A date known to the year.</summary>
    public static PartialDate OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>Parses <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>; a time of day after a T is left out.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static PartialDate Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var date) ? date : throw new FormatException($"'{s}' is not a date: expected yyyy, yyyy-MM or yyyy-MM-dd.");

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out PartialDate)" />
    public static bool TryParse([NotNullWhen(true)] string? s, out PartialDate result) => TryParse(s, null, out result);

    /// <summary>As <see cref="Parse"/>, returning false when the text is not a date.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PartialDate result)
    {
        result = default;
        var text = s.AsSpan().Trim();
        if (text.IndexOf('T') is 10)
        {
            text = text[..10];
        }

        if (text.Length == 10)
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day))
            {
                return false;
            }

            result = OfDay(day);
            return true;
        }

        if (text.Length is not (4 or 7) || !IsDigits(text[..4]) || !int.TryParse(text[..4], out var year) || year is < 1 or > 9999)
        {
            return false;
        }

        if (text.Length == 4)
        {
            result = OfYear(year);
            return true;
        }

        if (text[4] != '-' || !IsDigits(text[5..]) || !int.TryParse(text[5..], out var month) || month is < 1 or > 12)
        {
            return false;
        }

        result = OfMonth(year, month);
        return true;
    }

    /// <summary>By earliest day, then by latest.</summary>
    public int CompareTo(PartialDate other) =>
        Earliest.CompareTo(other.Earliest) is var order and not 0 ? order : Latest.CompareTo(other.Latest);

    /// <summary>"15 November 2020", "November 2020" or "2020": no more than is known, as people write it.</summary>
    public string InWords() =>
        IsExact ? Earliest.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : Earliest.Month == Latest.Month ? Earliest.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : Earliest.ToString("yyyy", CultureInfo.InvariantCulture);

    /// <summary>The shortest form that says what is known.</summary>
    public override string ToString() =>
        IsExact ? Earliest.ToString("yyyy-MM-dd")
        : Earliest.Month == Latest.Month ? Earliest.ToString("yyyy-MM")
        : Earliest.ToString("yyyy");

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}

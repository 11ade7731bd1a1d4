namespace Trialist.Matching.Windows;

/// <summary>Counts lengths of time back from a day, by the calendar where months and years are meant.</summary>
internal static class Calendar
{
    /// <summary>Longer than any life: larger lengths mean "at any time".</summary>
    private const decimal MaxDays = 73_000;

    /// <summary>The day that lies the length before; a range where the length is a fraction of months or hours. Null for lengths that are not time, such as half-lives.</summary>
    public static DayRange? Before(DateOnly day, Duration length)
    {
        if (length.Value < 0)
        {
            return null;
        }

        var earliest = Back(day, decimal.Ceiling, length);
        var latest = Back(day, decimal.Floor, length);
        return earliest is { } first && latest is { } last ? new DayRange(first, last) : null;
    }

    private static int? Back(DateOnly day, Func<decimal, decimal> round, Duration length) => length.Unit switch
    {
        "a" => Months(day, round, length.Value, 12, MaxDays / 365),
        "mo" => Months(day, round, length.Value, 1, MaxDays / 30),
        "wk" => Days(day, round, length.Value, 7),
        "d" => Days(day, round, length.Value, 1),
        "h" => Days(day, round, length.Value / 24, 1),
        "min" => Days(day, round, length.Value / 1440, 1),
        "s" => Days(day, round, length.Value / 86_400, 1),
        _ => null,
    };

    private static int Months(DateOnly day, Func<decimal, decimal> round, decimal value, int monthsEach, decimal most)
    {
        if (value > most)
        {
            return 0;
        }

        var months = (int)round(value * monthsEach);
        var total = (day.Year * 12) + day.Month - 1 - months;
        return total < 12 ? 0 : day.AddMonths(-months).DayNumber;
    }

    private static int Days(DateOnly day, Func<decimal, decimal> round, decimal value, int daysEach) =>
        value > MaxDays ? 0 : Math.Max(0, day.DayNumber - (int)round(value * daysEach));
}

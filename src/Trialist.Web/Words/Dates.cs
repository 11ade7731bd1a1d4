using System.Globalization;

namespace Trialist.Web.Words;

/// <summary>Dates as people write them.</summary>
internal static class Dates
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>"October 2020": the month, for saying how stale something is.</summary>
    public static string MonthInWords(this PartialDate date) =>
        date.Earliest.Month == date.Latest.Month ? date.Earliest.ToString("MMMM yyyy", English) : date.Earliest.ToString("yyyy", English);

    /// <summary>"3 years ago", counted in whole years, else months, from the latest day that the date may mean.</summary>
    public static string AgoInWords(this PartialDate date, DateOnly today)
    {
        var months = ((today.Year - date.Latest.Year) * 12) + today.Month - date.Latest.Month;
        return months switch
        {
            < 0 => "in the future",
            0 => "this month",
            1 => "last month",
            < 24 => $"{months} months ago",
            _ => $"{months / 12} years ago",
        };
    }
}

namespace Trialist.Matching.Windows;

/// <summary>A day known only to lie between two days, both included, as day numbers of <see cref="DateOnly"/>.</summary>
internal readonly record struct DayRange(int First, int Last)
{
    public static DayRange Of(PartialDate date) => new(date.Earliest.DayNumber, date.Latest.DayNumber);

    public static DayRange Of(DateOnly day) => new(day.DayNumber, day.DayNumber);
}

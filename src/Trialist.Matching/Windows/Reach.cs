namespace Trialist.Matching.Windows;

/// <summary>The stretch of time that a window looks back over: it opens on some day of <see cref="Opens"/> and closes on some day of <see cref="Closes"/>.</summary>
internal readonly record struct Reach(DayRange Opens, DayRange Closes)
{
    /// <summary>The reach of "within": from the longest length back to the day itself, or to the least distance.</summary>
    /// <remarks>Half-lives are not known here. Of "5 half-lives or 28 days, whichever is longer" 28 days are sure and anything older is open.</remarks>
    public static Reach Within(TimeWindow window, DateOnly asOf)
    {
        var today = DayRange.Of(asOf);
        return new Reach(Opening(window, asOf), window.Min is { } min ? Calendar.Before(asOf, min) ?? new DayRange(0, asOf.DayNumber) : today);
    }

    private static DayRange Opening(TimeWindow window, DateOnly asOf)
    {
        var first = asOf.DayNumber;
        var last = asOf.DayNumber;
        var lengths = window.Max is { } max ? [max, .. window.LongerOf] : window.LongerOf.ToArray();
        if (lengths.Length == 0)
        {
            return new DayRange(0, 0);
        }

        foreach (var length in lengths)
        {
            if (Calendar.Before(asOf, length) is { } opens)
            {
                var shift = length.Inclusive ? 0 : 1;
                first = Math.Min(first, opens.First + shift);
                last = Math.Min(last, opens.Last + shift);
            }
            else
            {
                first = 0;
            }
        }

        return new DayRange(first, last);
    }

    /// <summary>Whether something that lasted over the stretch touches the reach.</summary>
    public Truth Touches(Stretch stretch)
    {
        if (stretch.End.First >= Opens.Last && stretch.Start.Last <= Closes.First)
        {
            return Truth.True;
        }

        return stretch.End.Last < Opens.First || stretch.Start.First > Closes.Last ? Truth.False : Truth.Unknown;
    }

    /// <summary>Whether a single day lies in the reach.</summary>
    public Truth Holds(DayRange day) => Touches(new Stretch(day, day));
}

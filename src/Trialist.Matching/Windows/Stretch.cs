namespace Trialist.Matching.Windows;

/// <summary>How long a recorded condition, treatment or procedure lasted, as far as the record says.</summary>
internal readonly record struct Stretch(DayRange Start, DayRange End)
{
    public static Stretch Of(Fact fact, DateOnly asOf)
    {
        var today = asOf.DayNumber;
        var stated = fact.Date is { } date ? Capped(DayRange.Of(date), today) : (DayRange?)null;
        if (IsEvent(fact) && fact.Start is null && fact.End is null)
        {
            var day = stated ?? new DayRange(0, today);
            return new Stretch(day, day);
        }

        // A date without a first day says when the record spoke, so it began by then.
        var start = fact.Start is { } began ? Capped(DayRange.Of(began), today) : new DayRange(0, stated?.Last ?? today);
        return new Stretch(start, EndOf(fact, start, stated, today));
    }

    private static DayRange EndOf(Fact fact, DayRange start, DayRange? stated, int today)
    {
        if (fact.End is { } ended)
        {
            var end = DayRange.Of(ended);
            return new DayRange(Math.Max(Math.Min(end.First, today), start.First), Math.Max(Math.Min(end.Last, today), start.First));
        }

        return fact.Status switch
        {
            FactStatus.Active => new DayRange(today, today),
            FactStatus.Past => new DayRange(start.First, Math.Max(start.First, stated?.Last ?? today)),
            FactStatus.Unstated or FactStatus.Planned => new DayRange(Math.Max(start.First, stated?.First ?? 0), today),
        };
    }

    // A procedure, a test or an event is over on the day it happened.
    private static bool IsEvent(Fact fact) =>
        fact.Type is LeafType.Procedure or LeafType.Count or LeafType.Biomarker or LeafType.Measurement or LeafType.Score;

    private static DayRange Capped(DayRange range, int today) => new(Math.Min(range.First, today), Math.Min(range.Last, today));
}

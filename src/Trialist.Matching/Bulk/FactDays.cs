namespace Trialist.Matching.Bulk;

/// <summary>The days of a fact as day numbers, each between a first and a last; <see cref="PersonColumns.NoDay"/> where none is recorded.</summary>
internal readonly record struct FactDays(int StartFirst, int StartLast, int EndFirst, int EndLast, int DateFirst, int DateLast, bool IsPlanned)
{
    public static FactDays Of(Fact fact) => new(First(fact.Start), Last(fact.Start), First(fact.End), Last(fact.End), First(fact.Date), Last(fact.Date), fact.Status == FactStatus.Planned);

    /// <summary>True when they lie after a day, and the fact does not count then.</summary>
    public bool Begin(int asOf) => (DateFirst != PersonColumns.NoDay ? DateFirst : StartFirst) > asOf && !IsPlanned;

    private static int First(PartialDate? date) => date is { } known ? known.Earliest.DayNumber : PersonColumns.NoDay;

    private static int Last(PartialDate? date) => date is { } known ? known.Latest.DayNumber : PersonColumns.NoDay;
}

using Trialist.Matching.Windows;

namespace Trialist.Matching.Bulk;

/// <summary>The days on which some window of a bank opens or closes, or a denial goes stale: two days between the same of them are alike to every leaf.</summary>
internal sealed class DayGrid
{
    private readonly ushort[] cellOf; // from the first border on

    /// <summary>Finds the borders of all leaves.</summary>
    public DayGrid(StudyBank bank, DateOnly asOf)
    {
        var leaves = Enumerable.Range(0, bank.Atoms).Select(bank.Leaf).Where(leaf => leaf.When is not null || leaf.Except is not null);
        Borders = [.. leaves.SelectMany(Lengths).Distinct().SelectMany(length => OfLength(length, asOf)).Concat(OfDenials(asOf)).Concat(OfToday(asOf)).Distinct().Order()];
        cellOf = new ushort[IsTooFine ? 0 : Borders[^1] - Borders[0] + 1];
        for (var (day, cell) = (0, 0); day < cellOf.Length; day++)
        {
            cell += Borders[cell] == Borders[0] + day ? 1 : 0;
            cellOf[day] = (ushort)cell;
        }
    }

    /// <summary>The borders, ascending.</summary>
    public int[] Borders { get; }

    /// <summary>True where the borders are more than can be numbered.</summary>
    public bool IsTooFine => Borders.Length >= ushort.MaxValue - 1;

    /// <summary>The cell of a day that is not recorded.</summary>
    public ushort NoCell => (ushort)(Borders.Length + 1);

    /// <summary>How many borders lie on or before a day.</summary>
    public ushort CellOf(int day) => day == PersonColumns.NoDay ? NoCell
        : day < Borders[0] ? (ushort)0
        : day - Borders[0] < cellOf.Length ? cellOf[day - Borders[0]]
        : (ushort)Borders.Length;

    /// <summary>The cells of a fact's days.</summary>
    public GridDays Of(in FactDays days) =>
        new(CellOf(days.StartFirst), CellOf(days.StartLast), CellOf(days.EndFirst), CellOf(days.EndLast), CellOf(days.DateFirst), CellOf(days.DateLast));

    /// <summary>The borders between which denials are of the same age.</summary>
    public static int[] OfDenials(DateOnly asOf) => [asOf.DayNumber - ShelfLife.DenialDays, asOf.DayNumber - ShelfLife.ShortDenialDays];

    /// <summary>The borders of the day of the match.</summary>
    public static int[] OfToday(DateOnly asOf) => [asOf.DayNumber, asOf.DayNumber + 1];

    /// <summary>The borders of a leaf's windows.</summary>
    public static IEnumerable<int> OfWindows(Predicate.Leaf leaf, DateOnly asOf) => Lengths(leaf).Distinct().SelectMany(length => OfLength(length, asOf));

    private static IEnumerable<int> OfLength(Duration length, DateOnly asOf)
    {
        if (Calendar.Before(asOf, length) is { } days)
        {
            yield return days.First;
            yield return days.First + 1;
            yield return days.First + 2; // an exclusive window opens a day later, and a denial may reach back to just that day
            yield return days.Last;
            yield return days.Last + 1;
        }
    }

    private static IEnumerable<Duration> Lengths(Predicate.Leaf leaf) =>
        Windows(leaf).SelectMany(window => new[] { window.Min, window.Max }.OfType<Duration>().Concat(window.LongerOf));

    private static IEnumerable<TimeWindow> Windows(Predicate predicate) => predicate switch
    {
        Predicate.Leaf leaf => (leaf.When is { } window ? [window] : Array.Empty<TimeWindow>()).Concat(leaf.Except is { } except ? Windows(except) : []),
        Predicate.Not not => Windows(not.Item),
        Predicate.All all => all.Items.SelectMany(Windows),
        Predicate.Any any => any.Items.SelectMany(Windows),
        Predicate.AtLeast some => some.Items.SelectMany(Windows),
        Predicate.Judgement or Predicate.Unread => [],
    };
}

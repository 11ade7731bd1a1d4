namespace Trialist.Matching.Bulk;

/// <summary>Between which borders of a section days lie: the borders of all its atoms, of which each day of the grid has so many behind it.</summary>
internal sealed class SectionDays
{
    private const int CellBits = 10;
    private const int NoCell = (1 << CellBits) - 1;

    private readonly ushort[] edges; // the cells of the grid that begin at a border
    private readonly ushort noDay;   // stands in the grid for a day that is not recorded

    /// <summary>Readies the borders of some atoms.</summary>
    /// <param name="borders">The borders; all are some of the grid's.</param>
    /// <param name="grid">The days that matter to some leaf of the bank.</param>
    public SectionDays(IEnumerable<int> borders, DayGrid grid)
    {
        noDay = grid.NoCell;
        edges = grid.IsTooFine ? [] : [.. borders.Distinct().Order().Select(grid.CellOf)];
        IsTooFine = grid.IsTooFine || edges.Length >= NoCell;
    }

    /// <summary>True where the borders are so many that cells cannot number them.</summary>
    public bool IsTooFine { get; }

    /// <summary>Between which borders the days of a fact lie.</summary>
    public ulong CellsOf(in GridDays days) =>
        (CellsOf(days.StartFirst, days.StartLast) << (4 * CellBits)) | (CellsOf(days.EndFirst, days.EndLast) << (2 * CellBits)) | CellsOf(days.DateFirst, days.DateLast);

    /// <summary>The first day of the grid behind the next border after another day.</summary>
    public int EndOfCell(ushort day)
    {
        var cell = CellOf(day);
        return cell == NoCell ? int.MaxValue : cell < edges.Length ? edges[cell] : noDay;
    }

    private ulong CellsOf(ushort first, ushort last)
    {
        var cell = (ulong)CellOf(first);
        return (cell << CellBits) | (first == last ? cell : (ulong)CellOf(last));
    }

    // How many borders lie before a day of the grid, or on it.
    private int CellOf(ushort day)
    {
        if (day == noDay)
        {
            return NoCell;
        }

        var (low, high) = (0, edges.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = edges[middle] <= day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

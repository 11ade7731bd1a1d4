using Trialist.Matching.Leaves;

namespace Trialist.Matching.Bulk;

/// <summary>
/// What facts testify to the atoms of a section. The reference hears a fact for an atom once: another one of the same form whose days lie between the same borders of
/// that atom testifies the same. An atom has few borders of its own, however many the section has.
/// </summary>
internal sealed class Hearings
{
    private const int CellBits = 10;
    private const int NoCell = (1 << CellBits) - 1;
    private const Testimonies NotHeard = (Testimonies)byte.MaxValue;

    private readonly StudyBank bank;
    private readonly int[] atoms;
    private readonly PreparedPerson nobody;
    private readonly ushort[] edges;      // the cells of the grid that begin at a border of any of the atoms
    private readonly ushort noDay;        // stands in the grid for a day that is not recorded
    private readonly int[][] borders;     // those of each set of atoms that have the same
    private readonly int[] setOf;         // by place of the atom
    private readonly PointTable[] points; // by set
    private readonly int[] here;          // by set: the point of the fact that is heard
    private readonly Testimonies[][] heard; // by place of the atom and point of its set

    /// <summary>Readies the atoms.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="atoms">The atoms.</param>
    /// <param name="nobody">Somebody of whom nothing is known, with the settings of the match.</param>
    /// <param name="grid">The days that matter to some leaf of the bank.</param>
    /// <param name="isTimed">True when some of the atoms have windows.</param>
    public Hearings(StudyBank bank, int[] atoms, PreparedPerson nobody, DayGrid grid, bool isTimed)
    {
        (this.bank, this.atoms, this.nobody) = (bank, atoms, nobody);
        var asOf = nobody.Settings.AsOf;
        int[] ofAll = [.. DayGrid.OfDenials(asOf), .. isTimed ? DayGrid.OfToday(asOf) : []];
        var own = atoms.Select(atom => isTimed ? (int[])[.. ofAll.Concat(DayGrid.OfWindows(bank.Leaf(atom), asOf)).Distinct().Order()] : ofAll).ToArray();
        var sets = own.GroupBy(days => string.Join(' ', days), StringComparer.Ordinal).Select(same => same.First()).ToArray();
        var numbers = sets.Index().ToDictionary(set => string.Join(' ', set.Item), set => set.Index, StringComparer.Ordinal);
        (borders, setOf) = (sets, [.. own.Select(days => numbers[string.Join(' ', days)])]);
        int[] all = [.. own.SelectMany(days => days).Concat(ofAll).Distinct().Order()];
        IsTooFine = grid.IsTooFine || all.Length >= NoCell;
        noDay = grid.NoCell;
        edges = isTimed && !IsTooFine ? [.. all.Select(grid.CellOf)] : [];
        points = [.. sets.Select(_ => new PointTable())];
        here = new int[sets.Length];
        heard = [.. atoms.Select(_ => Array.Empty<Testimonies>())];
    }

    /// <summary>True where the borders are so many that cells cannot number them.</summary>
    public bool IsTooFine { get; }

    /// <summary>Between which borders of all the atoms the days of a fact lie.</summary>
    public ulong CellsOf(in GridDays days) =>
        (CellsOf(days.StartFirst, days.StartLast) << (4 * CellBits)) | (CellsOf(days.EndFirst, days.EndLast) << (2 * CellBits)) | CellsOf(days.DateFirst, days.DateLast);

    /// <summary>The first day of the grid behind the next border of any of the atoms after another day.</summary>
    public int EndOfCell(ushort day)
    {
        var cell = CellOf(day);
        return cell == NoCell ? int.MaxValue : cell < edges.Length ? edges[cell] : noDay;
    }

    /// <summary>Turns to a fact.</summary>
    /// <param name="days">Its days.</param>
    /// <param name="about">All else that tells it from others.</param>
    public void Turn(in FactDays days, ulong about)
    {
        for (var set = 0; set < here.Length; set++)
        {
            here[set] = points[set].NumberOf(Cells(borders[set], days), about, out _);
        }
    }

    /// <summary>What the fact that was turned to testifies to an atom.</summary>
    /// <param name="place">The atom's place in the section.</param>
    /// <param name="related">The fact.</param>
    public Testimonies OfTurned(int place, RelatedFact related)
    {
        var (known, point) = (heard[place], here[setOf[place]]);
        if (point >= known.Length)
        {
            var length = known.Length;
            Array.Resize(ref known, Math.Max(point + 1, length * 2));
            Array.Fill(known, NotHeard, length, known.Length - length);
            heard[place] = known;
        }

        if (known[point] == NotHeard)
        {
            known[point] = Of(place, related);
        }

        return known[point];
    }

    /// <summary>What a fact testifies to an atom.</summary>
    public Testimonies Of(int place, RelatedFact related)
    {
        var leaf = bank.Leaf(atoms[place]);
        if (!FactGroups.Answers(related.Fact.Type, leaf.Type) || PreparedPerson.IsOfAnother(related.Fact.Qualifiers) != PreparedPerson.IsOfAnother(leaf.Qualifiers))
        {
            return Testimonies.None;
        }

        var one = OccurrenceRule.Hear(leaf, leaf.Except, related, nobody);
        return one switch
        {
            { Denies: false, Truth: Truth.True } => Testimonies.Affirms,
            { Denies: false, Truth: Truth.Unknown, Kinship: not Kinship.Broader } => Testimonies.StandsAgainst,
            { Truth: Truth.Unknown } => Testimonies.Opens,
            { Denies: true, Truth: Truth.True } => Testimonies.Denies,
            { Denies: true, Exempt: false } => Testimonies.None,
            _ => Testimonies.Differs,
        };
    }

    private ulong CellsOf(ushort first, ushort last)
    {
        var cell = (ulong)CellOf(first);
        return (cell << CellBits) | (first == last ? cell : (ulong)CellOf(last));
    }

    // How many borders lie before a day of the grid, or on it. All borders are some of the grid's.
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

    // Six days of ten bits.
    private static ulong Cells(int[] borders, in FactDays days) =>
        (Cells(borders, days.DateFirst, days.DateLast) << (4 * CellBits)) | (Cells(borders, days.StartFirst, days.StartLast) << (2 * CellBits)) | Cells(borders, days.EndFirst, days.EndLast);

    private static ulong Cells(int[] borders, int first, int last)
    {
        var cell = Cell(borders, first);
        return (cell << CellBits) | (first == last ? cell : Cell(borders, last));
    }

    private static ulong Cell(int[] borders, int day)
    {
        if (day == PersonColumns.NoDay)
        {
            return NoCell;
        }

        var (low, high) = (0, borders.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = borders[middle] <= day ? (middle + 1, high) : (low, middle);
        }

        return (ulong)low;
    }
}

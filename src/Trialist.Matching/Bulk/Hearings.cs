using Trialist.Matching.Leaves;

namespace Trialist.Matching.Bulk;

/// <summary>
/// What facts testify to leaves. The reference hears a fact for a leaf once: another one of the same form whose days lie between the same borders of that leaf testifies the same.
/// Leaves that ask alike of different concepts hear alike as well, unless they have a limit or an exception; they are one shape.
/// </summary>
/// <param name="asOf">The day of the match.</param>
internal sealed class Hearings(DateOnly asOf)
{
    private const int CellBits = 10;
    private const int NoCell = (1 << CellBits) - 1;
    private const int MaxHeard = 50_000_000;
    private const Testimonies NotHeard = (Testimonies)byte.MaxValue;

    private static readonly Concept Nothing = new("");

    private readonly Dictionary<(Predicate.Leaf Leaf, bool IsTimed), int> shapes = [];
    private readonly Dictionary<string, BorderSet> sets = new(StringComparer.Ordinal);
    private readonly List<BorderSet> setOf = []; // by shape
    private readonly List<Testimonies[]> heard = []; // by shape and point of its borders
    private FactDays days;
    private ulong about;
    private bool isDated;
    private int turns;
    private long places;

    /// <summary>The same borders of some leaves, and the facts that they tell apart.</summary>
    private sealed class BorderSet(int[] borders)
    {
        public int[] Borders { get; } = borders;

        public PointTable Points { get; } = new();

        /// <summary>The point of the fact that was turned to last when anybody asked.</summary>
        public int Here { get; set; }

        /// <summary>In which turn that was.</summary>
        public int LookedFor { get; set; }
    }

    /// <summary>True when so much has been heard that it should begin anew.</summary>
    public bool IsFull => places > MaxHeard;

    /// <summary>The number of a leaf's shape.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="isTimed">True when the days of facts matter to it.</param>
    public int ShapeOf(Predicate.Leaf leaf, bool isTimed)
    {
        var shape = leaf.Except is null && leaf.Bounds is null ? leaf with { Concept = OccurrenceRule.IsGeneral(leaf) ? leaf.Concept : Nothing } : leaf;
        if (!shapes.TryGetValue((shape, isTimed), out var number))
        {
            shapes.Add((shape, isTimed), number = setOf.Count);
            int[] borders = [.. DayGrid.OfDenials(asOf).Concat(isTimed ? DayGrid.OfToday(asOf).Concat(DayGrid.OfWindows(leaf, asOf)) : []).Distinct().Order()];
            var key = string.Join(' ', borders);
            if (!sets.TryGetValue(key, out var same))
            {
                sets.Add(key, same = new BorderSet(borders));
            }

            setOf.Add(same);
            heard.Add([]);
        }

        return number;
    }

    /// <summary>The borders of a shape: days between the same of them are alike to it.</summary>
    public IReadOnlyList<int> BordersOf(int shape) => setOf[shape].Borders;

    /// <summary>Turns to a fact.</summary>
    /// <param name="factDays">Its days; null where they do not matter.</param>
    /// <param name="factAbout">All else that tells it from others.</param>
    public void Turn(FactDays? factDays, ulong factAbout)
    {
        (days, about, isDated) = (factDays.GetValueOrDefault(), factAbout, factDays is not null);
        turns++;
    }

    /// <summary>What the fact that was turned to testifies to a leaf.</summary>
    /// <param name="shape">The leaf's shape.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="related">The fact.</param>
    /// <param name="nobody">Somebody of whom nothing is known, with the settings of the match.</param>
    public Testimonies Of(int shape, Predicate.Leaf leaf, RelatedFact related, PreparedPerson nobody)
    {
        var (known, point) = (heard[shape], PointIn(setOf[shape]));
        if (point >= known.Length)
        {
            var length = known.Length;
            Array.Resize(ref known, Math.Max(point + 1, length * 2));
            Array.Fill(known, NotHeard, length, known.Length - length);
            heard[shape] = known;
            places += known.Length - length;
        }

        if (known[point] == NotHeard)
        {
            known[point] = Of(leaf, related, nobody);
        }

        return known[point];
    }

    private int PointIn(BorderSet set)
    {
        if (set.LookedFor != turns)
        {
            set.LookedFor = turns;
            set.Here = set.Points.NumberOf(isDated ? Cells(set.Borders, days) : ulong.MaxValue, about, out _);
        }

        return set.Here;
    }

    private static Testimonies Of(Predicate.Leaf leaf, RelatedFact related, PreparedPerson nobody)
    {
        if (!FactGroups.Answers(related.Fact.Type, leaf.Type) || PreparedPerson.IsOfAnother(related.Fact.Qualifiers) != PreparedPerson.IsOfAnother(leaf.Qualifiers))
        {
            return Testimonies.None;
        }

        return OccurrenceRule.Hear(leaf, leaf.Except, related, nobody) switch
        {
            { Denies: false, Truth: Truth.True } => Testimonies.Affirms,
            { Denies: false, Truth: Truth.Unknown, Kinship: not Kinship.Broader } => Testimonies.StandsAgainst,
            { Truth: Truth.Unknown } => Testimonies.Opens,
            { Denies: true, Truth: Truth.True } => Testimonies.Denies,
            { Denies: true, Exempt: false } => Testimonies.None,
            _ => Testimonies.Differs,
        };
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

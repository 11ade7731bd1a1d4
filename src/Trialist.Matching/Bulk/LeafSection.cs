using Trialist.Matching.Leaves;
using Trialist.Matching.Windows;

namespace Trialist.Matching.Bulk;

/// <summary>
/// Atoms of one concept on which facts testify one by one. Facts that cannot be told apart by these atoms are one point: the reference hears the first
/// of them, once, and its testimony holds for all. Atoms that no point has told apart are one class, and share their bitmaps.
/// </summary>
internal sealed class LeafSection
{
    private const int NoCell = 1023;
    private const int NotSeen = -1;

    /// <summary>Values that are told apart where a leaf has a limit; further ones go to the reference.</summary>
    private const int MaxValues = 10_000;


    private readonly StudyBank bank;
    private readonly int[] atoms;
    private readonly LeafRoute route;
    private readonly PreparedPerson nobody;
    private readonly Dictionary<(Quantity?, Bounds?, Bounds?), ulong> values = [];
    private readonly bool hasLimits;
    private readonly PointTable table = new();
    private readonly List<int> dated = [];
    private int[] byForm = [];
    private int points;
    private readonly int[] borders;
    private readonly List<LeafClass> classes = [];

    /// <summary>Readies the atoms.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="atoms">The atoms.</param>
    /// <param name="route">What tells facts apart.</param>
    /// <param name="nobody">Somebody of whom nothing is known, with the settings of the match.</param>
    /// <param name="bases">The slot of each side for the silent.</param>
    /// <param name="isLive">Whether a side is read at all.</param>
    public LeafSection(StudyBank bank, IReadOnlyList<int> atoms, LeafRoute route, PreparedPerson nobody, byte[] bases, Func<int, bool> isLive)
    {
        (this.bank, this.route, this.nobody) = (bank, route, nobody);
        this.atoms = [.. atoms];
        hasLimits = atoms.Any(atom => bank.Leaf(atom).Bounds is not null);
        borders = Borders();
        var byKind = new Dictionary<LeafClass.Kind, LeafClass>();
        for (var place = 0; place < atoms.Count; place++)
        {
            var (atom, leaf) = (atoms[place], bank.Leaf(atoms[place]));
            var kind = new LeafClass.Kind(OccurrenceRule.OfNone(leaf), SexRule.IsOfWomen(leaf), bases[Side.Of(atom, Side.True)], bases[Side.Of(atom, Side.False)], bases[Side.Of(atom, Side.Silent)]);
            if (!byKind.TryGetValue(kind, out var one))
            {
                classes.Add(byKind[kind] = one = new LeafClass(kind));
            }

            one.Members.Add(place);
        }

        LivesOf = [.. atoms.Select(atom => (isLive(Side.Of(atom, Side.True)), isLive(Side.Of(atom, Side.False)), isLive(Side.Of(atom, Side.Silent))))];
        classes.ForEach(Need);
    }

    private (bool True, bool False, bool Silent)[] LivesOf { get; }

    public IReadOnlyList<LeafClass> Classes => classes;

    /// <summary>True when facts that leave every leaf as unknown as silence still count.</summary>
    public bool HearsAll => route == LeafRoute.Detailed;

    public int AtomOf(int place) => atoms[place];

    /// <summary>The point of a fact; null where only the reference can say.</summary>
    public int? PointOf(in RecordedEntry entry, PersonColumns block)
    {
        if (route == LeafRoute.Detailed)
        {
            return borders.Length >= NoCell || values.Count >= MaxValues ? null : Dated(entry, block, (((ulong)block.Concepts[entry.Fact] + 2) << 20) | ValueOf(block.Facts[entry.Fact]));
        }

        // A denial, and what is recorded in general only, testify whatever their days; and so do all to a leaf without a window.
        if (route == LeafRoute.Plain || !entry.IsDated)
        {
            if (entry.Form >= byForm.Length)
            {
                var known = byForm.Length;
                Array.Resize(ref byForm, Math.Max(entry.Form + 1, known * 2));
                Array.Fill(byForm, NotSeen, known, byForm.Length - known);
            }

            if (byForm[entry.Form] == NotSeen)
            {
                byForm[entry.Form] = points;
                Learn(points++, new RelatedFact(block.Facts[entry.Fact], (Kinship)entry.Kinship));
            }

            return byForm[entry.Form];
        }

        return borders.Length >= NoCell ? null : Dated(entry, block, entry.IsSudden ? 1UL : 0UL);
    }

    // The value matters to leaves with a limit only, such as a dose or a grade.
    private ulong ValueOf(Fact fact)
    {
        if (!hasLimits || fact is { Value: null, ValueWithin: null })
        {
            return 0;
        }

        var key = (fact.Value, fact.ValueWithin, fact.ReferenceRange);
        if (!values.TryGetValue(key, out var number))
        {
            values[key] = number = (ulong)values.Count + 1;
        }

        return number;
    }

    private int Dated(in RecordedEntry entry, PersonColumns block, ulong about)
    {
        ref readonly var days = ref block.Days[entry.Fact];
        var cells = (Cells(days.DateFirst, days.DateLast) << 40) | (Cells(days.StartFirst, days.StartLast) << 20) | Cells(days.EndFirst, days.EndLast);
        var number = table.NumberOf(cells, ((ulong)entry.Form << 40) | about, out var isNew);
        if (isNew)
        {
            dated.Add(points);
            Learn(points++, new RelatedFact(block.Facts[entry.Fact], (Kinship)entry.Kinship));
        }

        return dated[number];
    }

    private ulong Cells(int first, int last)
    {
        var cell = Cell(first);
        return (cell << 10) | (first == last ? cell : Cell(last));
    }

    private ulong Cell(int day)
    {
        if (day == PersonColumns.NoDay)
        {
            return NoCell;
        }

        var (low, high) = (0, borders.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (borders[middle] <= day)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return (ulong)low;
    }

    // Hears the fact for every atom, and parts the classes whose atoms hear different things.
    private void Learn(int point, RelatedFact related)
    {
        for (var number = classes.Count - 1; number >= 0; number--)
        {
            var one = classes[number];
            var parts = new Dictionary<Testimonies, LeafClass>();
            var members = one.Members.ToArray();
            var first = Hear(members[0], related);
            parts[first] = one;
            List<int>? left = null;
            for (var index = 1; index < members.Length; index++)
            {
                var testimony = Hear(members[index], related);
                if (testimony == first)
                {
                    continue;
                }

                if (!parts.TryGetValue(testimony, out var part))
                {
                    classes.Add(parts[testimony] = part = one.Split());
                }

                part.Members.Add(members[index]);
                (left ??= []).Add(members[index]);
            }

            if (left is not null)
            {
                var gone = left.ToHashSet();
                one.Members.RemoveAll(gone.Contains);
            }

            foreach (var (testimony, part) in parts)
            {
                part.Learn(point, testimony);
                Need(part);
            }
        }
    }

    private Testimonies Hear(int place, RelatedFact related)
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
            { Denies: false, Truth: Truth.Unknown, Kinship: not Kinship.Broader } => Testimonies.Opens | Testimonies.StandsAgainst,
            { Truth: Truth.Unknown } => Testimonies.Opens,
            { Denies: true, Truth: Truth.True } => Testimonies.Denies,
            { Denies: true, Exempt: false } => Testimonies.None,
            _ => Testimonies.Differs,
        };
    }

    private void Need(LeafClass one)
    {
        (one.NeedsTrue, one.NeedsFalse, one.NeedsSilent) = (one.Members.Exists(place => LivesOf[place].True), one.Members.Exists(place => LivesOf[place].False), one.Members.Exists(place => LivesOf[place].Silent));
    }

    // Between two borders no comparison of the rules comes out differently.
    private int[] Borders()
    {
        var asOf = nobody.Settings.AsOf;
        var found = new SortedSet<int> { asOf.DayNumber - ShelfLife.DenialDays, asOf.DayNumber - ShelfLife.ShortDenialDays };
        if (route != LeafRoute.Plain)
        {
            found.UnionWith([asOf.DayNumber, asOf.DayNumber + 1]);
            foreach (var length in atoms.SelectMany(atom => Windows(bank.Leaf(atom))).SelectMany(window => new[] { window.Min, window.Max }.OfType<Duration>().Concat(window.LongerOf)).Distinct())
            {
                if (Calendar.Before(asOf, length) is { } days)
                {
                    found.UnionWith([days.First, days.First + 1, days.Last, days.Last + 1]);
                }
            }
        }

        return [.. found];
    }

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

using Trialist.Matching.Leaves;

namespace Trialist.Matching.Bulk;

/// <summary>
/// Atoms of one concept on which facts testify one by one. Facts that cannot be told apart by these atoms are one point: the reference hears the first
/// of them, once, and its testimony holds for all. Atoms that no point has told apart are one class, and share their bitmaps.
/// </summary>
internal sealed class LeafSection
{
    private const int NotSeen = -1;

    /// <summary>Values that are told apart where a leaf has a limit; further ones go to the reference.</summary>
    private const int MaxValues = 10_000;

    private readonly int[] atoms;
    private readonly LeafRoute route;
    private readonly Hearings hearings;
    private readonly Dictionary<(Quantity?, Bounds?, Bounds?), ulong> values = [];
    private readonly bool hasLimits;
    private readonly PointTable table = new();
    private readonly List<int> dated = [];
    private int[] byForm = [];
    private int points;
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
        this.route = route;
        this.atoms = [.. atoms];
        hearings = new Hearings(bank, this.atoms, nobody, route != LeafRoute.Plain);
        hasLimits = atoms.Any(atom => bank.Leaf(atom).Bounds is not null);
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
            return hearings.IsTooFine || values.Count >= MaxValues ? null : Dated(entry, block, (((ulong)block.Concepts[entry.Fact] + 2) << 20) | ValueOf(block.Facts[entry.Fact]));
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
                Learn(points++, new RelatedFact(block.Facts[entry.Fact], (Kinship)entry.Kinship), hearings.Of);
            }

            return byForm[entry.Form];
        }

        return hearings.IsTooFine ? null : Dated(entry, block, entry.IsSudden ? 1UL : 0UL);
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
        var whole = ((ulong)entry.Form << 40) | about;
        var number = table.NumberOf(hearings.CellsOf(days), whole, out var isNew);
        if (isNew)
        {
            dated.Add(points);
            hearings.Turn(days, whole);
            Learn(points++, new RelatedFact(block.Facts[entry.Fact], (Kinship)entry.Kinship), hearings.OfTurned);
        }

        return dated[number];
    }

    // Hears the fact for every atom, and parts the classes whose atoms hear different things.
    private void Learn(int point, RelatedFact related, Func<int, RelatedFact, Testimonies> hear)
    {
        for (var number = classes.Count - 1; number >= 0; number--)
        {
            var one = classes[number];
            var parts = new Dictionary<Testimonies, LeafClass>();
            var members = one.Members.ToArray();
            var first = hear(members[0], related);
            parts[first] = one;
            List<int>? left = null;
            for (var index = 1; index < members.Length; index++)
            {
                var testimony = hear(members[index], related);
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

    private void Need(LeafClass one)
    {
        (one.NeedsTrue, one.NeedsFalse, one.NeedsSilent) = (one.Members.Exists(place => LivesOf[place].True), one.Members.Exists(place => LivesOf[place].False), one.Members.Exists(place => LivesOf[place].Silent));
    }
}

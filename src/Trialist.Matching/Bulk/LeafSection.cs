using Trialist.Matching.Leaves;

namespace Trialist.Matching.Bulk;

/// <summary>
/// Atoms of one concept on which facts testify one by one. Facts that cannot be told apart by these atoms are one point: the reference hears the first
/// of them, once, and its testimony holds for all. Atoms that no point has told apart are one class, and share their bitmaps.
/// </summary>
internal sealed class LeafSection
{
    private const int NotSeen = -1;

    /// <summary>A section that has learnt more points begins anew.</summary>
    private const int MaxPoints = 50_000;

    private readonly int[] atoms;
    private readonly LeafRoute route;
    private readonly Hearings hearings;
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
    /// <param name="grid">The days that matter to some leaf of the bank.</param>
    /// <param name="bases">The slot of each side for the silent.</param>
    /// <param name="isLive">Whether a side is read at all.</param>
    public LeafSection(StudyBank bank, IReadOnlyList<int> atoms, LeafRoute route, PreparedPerson nobody, DayGrid grid, byte[] bases, Func<int, bool> isLive)
    {
        this.route = route;
        this.atoms = [.. atoms];
        hearings = new Hearings(bank, this.atoms, nobody, grid, route != LeafRoute.Plain);
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

    /// <summary>True when it has learnt so much that it should begin anew.</summary>
    public bool IsFull => points > MaxPoints;

    public int AtomOf(int place) => atoms[place];

    /// <summary>True where only the reference can say what facts testify.</summary>
    public bool IsTooFine => route != LeafRoute.Plain && hearings.IsTooFine;

    /// <summary>The point of a fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="days">Its days.</param>
    /// <param name="relation">How it stands to what the atoms ask.</param>
    /// <param name="facts">Where it stands.</param>
    public int PointOf(in PlacedFact fact, in GridDays days, in RecordedRelation relation, BlockFacts facts)
    {
        // A denial, and what is recorded in general only, testify whatever their days; and so do all to a leaf without a window.
        var form = (fact.Form << 2) | (int)relation.Kinship;
        return route == LeafRoute.Detailed ? PointOf(form, days, (((ulong)relation.Recorded + 2) << 20) | (hasLimits ? (ulong)facts.ValueOf(fact.Fact) : 0), fact, relation, facts)
            : route == LeafRoute.Timed && fact.IsDated(relation.Kinship) ? PointOf(form, days, relation.IsSudden ? 1UL : 0UL, fact, relation, facts)
            : form < byForm.Length && byForm[form] is var point and not NotSeen ? point
            : NewPoint(form, fact, relation, facts);
    }

    private int NewPoint(int form, in PlacedFact fact, in RecordedRelation relation, BlockFacts facts)
    {
        if (form >= byForm.Length)
        {
            var known = byForm.Length;
            Array.Resize(ref byForm, Math.Max(form + 1, known * 2));
            Array.Fill(byForm, NotSeen, known, byForm.Length - known);
        }

        byForm[form] = points;
        Learn(points, new RelatedFact(facts.Block.Facts[fact.Fact], relation.Kinship), hearings.Of);
        return points++;
    }

    private int PointOf(int form, in GridDays days, ulong about, in PlacedFact fact, in RecordedRelation relation, BlockFacts facts)
    {
        var whole = ((ulong)form << 40) | about;
        var number = table.NumberOf(hearings.CellsOf(days), whole, out var isNew);
        if (isNew)
        {
            dated.Add(points);
            hearings.Turn(facts.Block.Days[fact.Fact], whole);
            Learn(points++, new RelatedFact(facts.Block.Facts[fact.Fact], relation.Kinship), hearings.OfTurned);
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

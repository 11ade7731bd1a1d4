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
    private readonly Predicate.Leaf[] leaves; // by place
    private readonly int[] shapes;            // by place
    private readonly LeafRoute route;
    private readonly Hearings hearings;
    private readonly SectionDays days;
    private readonly PreparedPerson nobody;
    private readonly ExceptedKinds excepted;
    private readonly PointTable table = new();
    private readonly List<int> dated = [];
    private int[] byForm = [];
    private int points;
    private readonly List<LeafClass> classes = [];
    private readonly List<LeafClass> parts = []; // of the class that is being parted

    /// <summary>Readies the atoms.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="atoms">The atoms.</param>
    /// <param name="route">What tells facts apart.</param>
    /// <param name="nobody">Somebody of whom nothing is known, with the settings of the match.</param>
    /// <param name="grid">The days that matter to some leaf of the bank.</param>
    /// <param name="hearings">What other sections have heard.</param>
    /// <param name="bases">The slot of each side for the silent.</param>
    /// <param name="isLive">Whether a side is read at all.</param>
    public LeafSection(StudyBank bank, IReadOnlyList<int> atoms, LeafRoute route, PreparedPerson nobody, DayGrid grid, Hearings hearings, byte[] bases, Func<int, bool> isLive)
    {
        this.route = route;
        this.atoms = [.. atoms];
        leaves = [.. atoms.Select(bank.Leaf)];
        var kinships = new RememberedKinships(bank.Vocabulary);
        this.nobody = new PreparedPerson(nobody.Person, nobody.Settings, kinships);

        // Limits and exceptions hear by the concept, and by values and kinds that are numbered here.
        this.hearings = route == LeafRoute.Detailed ? new Hearings(nobody.Settings.AsOf) : hearings;
        shapes = [.. leaves.Select(leaf => this.hearings.ShapeOf(leaf, route != LeafRoute.Plain))];
        days = new SectionDays(shapes.Distinct().SelectMany(this.hearings.BordersOf), grid);
        excepted = new ExceptedKinds(leaves, kinships);
        IsByValue = route == LeafRoute.Detailed && Array.Exists(leaves, leaf => leaf.Bounds is not null);
        var byKind = new Dictionary<LeafClass.Kind, LeafClass>();
        for (var place = 0; place < atoms.Count; place++)
        {
            var (atom, leaf) = (atoms[place], leaves[place]);
            var kind = new LeafClass.Kind(OccurrenceRule.OfNone(leaf), SexRule.IsOfWomen(leaf), bases[Side.Of(atom, Side.True)], bases[Side.Of(atom, Side.False)], bases[Side.Of(atom, Side.Silent)],
                isLive(Side.Of(atom, Side.True)), isLive(Side.Of(atom, Side.False)), isLive(Side.Of(atom, Side.Silent)));
            if (!byKind.TryGetValue(kind, out var one))
            {
                classes.Add(byKind[kind] = one = new LeafClass(kind));
            }

            one.Members.Add(place);
        }
    }

    public IReadOnlyList<LeafClass> Classes => classes;

    /// <summary>True when it has learnt so much that it should begin anew.</summary>
    public bool IsFull => points > MaxPoints;

    public int AtomOf(int place) => atoms[place];

    /// <summary>True where only the reference can say what facts testify.</summary>
    public bool IsTooFine => route != LeafRoute.Plain && days.IsTooFine;

    /// <summary>True where a fact and all others of its run are one point: a denial, and what is recorded in general only, testify whatever their days and values; and so do all to a plain leaf.</summary>
    public bool IsOnePoint(in PlacedFact fact, Kinship kinship) => route == LeafRoute.Plain || !fact.IsDated(kinship);

    /// <summary>The first day of the grid that lies behind the next border of the section after another day.</summary>
    public int EndOfCell(ushort day) => days.EndOfCell(day);

    /// <summary>True where the values of facts tell points apart.</summary>
    public bool IsByValue { get; }

    /// <summary>The point of a fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="relation">How it stands to what the atoms ask.</param>
    /// <param name="facts">Where it stands.</param>
    public int PointOf(in PlacedFact fact, in RecordedRelation relation, BlockFacts facts)
    {
        var form = (fact.Form << 2) | (int)relation.Kinship;
        if (IsOnePoint(fact, relation.Kinship))
        {
            return form < byForm.Length && byForm[form] is var point and not NotSeen ? point : NewPoint(form, fact, relation, facts);
        }

        var kinds = (ulong)excepted.Of(relation.Recorded, facts.Block.Numbers);
        var value = IsByValue && facts.Block.HaveValues[fact.Fact] ? (ulong)facts.ValueOf(fact.Fact) : 0;
        var whole = ((ulong)form << 40) | (kinds << 21) | (value << 1) | (relation.IsSudden ? 1UL : 0);
        var number = table.NumberOf(days.CellsOf(facts.DaysOf(fact.Fact)), whole, out var isNew);
        if (isNew)
        {
            dated.Add(points);
            hearings.Turn(facts.Block.Days[fact.Fact], whole);
            Learn(points++, new RelatedFact(facts.Block.Facts[fact.Fact], relation.Kinship));
        }

        return dated[number];
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
        hearings.Turn(null, ((ulong)form << 40) | (relation.IsSudden ? 1UL : 0));
        Learn(points, new RelatedFact(facts.Block.Facts[fact.Fact], relation.Kinship));
        return points++;
    }

    // Hears the fact for every atom, and parts the classes whose atoms hear different things.
    private void Learn(int point, RelatedFact related)
    {
        for (var number = classes.Count - 1; number >= 0; number--)
        {
            var one = classes[number];
            var (asked, members) = (one.Form.Asked, one.Members);
            var first = Hear(members[0], related) & asked;
            var kept = 1;
            for (var index = 1; index < members.Count; index++)
            {
                var testimony = Hear(members[index], related) & asked;
                if (testimony == first)
                {
                    members[kept++] = members[index];
                }
                else
                {
                    PartOf(one, testimony, point).Members.Add(members[index]);
                }
            }

            members.RemoveRange(kept, members.Count - kept);
            one.Learn(point, first);
            parts.Clear();
        }
    }

    private Testimonies Hear(int place, RelatedFact related) => hearings.Of(shapes[place], leaves[place], related, nobody);

    // The part of a class that hears something else than its first member.
    private LeafClass PartOf(LeafClass whole, Testimonies testimony, int point)
    {
        var part = parts.Find(one => one.At(point) == testimony);
        if (part is null)
        {
            part = whole.Split();
            part.Learn(point, testimony);
            parts.Add(part);
            classes.Add(part);
        }

        return part;
    }
}

using System.Runtime.InteropServices;

namespace Trialist.Matching.Bulk;

/// <summary>The facts of a block that count on the day of the match: those about one concept side by side, in runs that say the same, and in a run by their days.</summary>
/// <remarks>What is asked is related to many recorded concepts, and the same facts are read for each of them: laid out once, they stay in the cache.</remarks>
/// <param name="bank">The leaves that ask.</param>
/// <param name="settings">The settings of all matches.</param>
/// <param name="grid">The days that matter to some leaf of the bank.</param>
/// <param name="words">64-bit words in a bitmap of a block.</param>
internal sealed partial class BlockFacts(StudyBank bank, MatchSettings settings, DayGrid grid, int words)
{
    private const int None = -1;
    private const int Presences = (int)Presence.Uncertain + 1;

    /// <summary>Distinct values that are remembered; with more of them all that was learnt is learnt anew.</summary>
    private const int MaxValues = 200_000;

    private readonly bool[] bears = [.. Enum.GetValues<Kinship>().SelectMany(kinship => Enumerable.Range(0, Presences).Select(presence => new AskedConcept(0, kinship).IsBorneOnBy((Presence)presence, settings)))];
    private readonly List<(AskedConcept[] Related, bool IsSudden)?> relatedOf = []; // by recorded concept
    private readonly List<int> recorded = [];
    private readonly List<int> asked = [];
    private readonly List<RecordedRelation>?[] relations = new List<RecordedRelation>?[bank.Concepts];
    private readonly Dictionary<(Quantity?, Bounds?, Bounds?), int> values = [];
    private PointTable forms = new();
    private int[] formOf = [];  // by fact
    private int[] valueOf = []; // by fact
    private GridDays[] daysOf = []; // by fact
    private int[] countOf = []; // by recorded concept
    private int[] endOf = [];   // by recorded concept, among those placed
    private RecordedRelation[] turned = []; // by recorded concept, to what was turned to
    private int turnedTo = None;

    /// <summary>The block.</summary>
    public PersonColumns Block { get; private set; } = null!;

    /// <summary>Concepts that some fact of the block is related to.</summary>
    public IReadOnlyList<int> Asked => asked;

    /// <summary>Stands in the place of a day that is not recorded.</summary>
    public ushort NoCell => grid.NoCell;

    /// <summary>Lays out the facts of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="known">Takes the persons who live and of whom some fact is known.</param>
    /// <returns>False where the block's numbers are others than before: nothing that was learnt about facts holds any more.</returns>
    public bool Load(PersonColumns block, Span<ulong> known)
    {
        Clear();
        var isSame = ReferenceEquals(Block?.Numbers, block.Numbers) && values.Count < MaxValues;
        if (!isSame)
        {
            relatedOf.Clear();
            values.Clear();
            forms = new PointTable();
        }

        Block = block;
        var (count, concepts) = (block.Facts.Length, block.Numbers.Concepts);
        (formOf, valueOf, daysOf) = (Grown(formOf, count), Grown(valueOf, count), Grown(daysOf, count));
        (countOf, endOf, turned, runsOf) = (Grown(countOf, concepts), Grown(endOf, concepts), Grown(turned, concepts), Grown(runsOf, concepts));
        Array.Fill(valueOf, None, 0, count);
        for (var fact = 0; fact < count; fact++)
        {
            formOf[fact] = Count(fact, known);
        }

        Place();
        Relate();
        return isSame;
    }

    /// <summary>Turns to an asked concept.</summary>
    /// <returns>How recorded concepts of the block stand to it.</returns>
    public ReadOnlySpan<RecordedRelation> TurnTo(int concept)
    {
        Forget();
        turnedTo = concept;
        var found = CollectionsMarshal.AsSpan(relations[concept]);
        foreach (ref readonly var relation in found)
        {
            turned[relation.Recorded] = relation;
        }

        return found;
    }

    /// <summary>False where a fact leaves every leaf without an exception as unknown as silence does.</summary>
    public bool Bears(in PlacedFact fact, Kinship kinship) => bears[((int)kinship * Presences) + (int)fact.Presence];

    /// <summary>How a fact stands to the concept that was turned to.</summary>
    public RecordedRelation RelationOf(int fact) => formOf[fact] == None ? default : turned[Block.Concepts[fact]];

    /// <summary>A fact that counts, beside others about the same concept.</summary>
    public PlacedFact PlacedOf(int fact) => new(fact, formOf[fact], Block.Owners[fact], Block.Presences[fact], Block.Days[fact].StartFirst != PersonColumns.NoDay);

    /// <summary>The days of a fact that counts.</summary>
    public GridDays DaysOf(int fact) => daysOf[fact];

    /// <summary>The number of a fact's value and range; 0 where it has none.</summary>
    public int ValueOf(int fact)
    {
        if (valueOf[fact] == None)
        {
            valueOf[fact] = ValueOf(Block.Facts[fact]);
        }

        return valueOf[fact];
    }

    /// <summary>The facts of one person that are related to an asked concept, in the order of the record.</summary>
    public List<RelatedFact> Of(int person, int concept)
    {
        List<RelatedFact> found = [];
        for (var fact = Block.FirstFactOf(person); fact < Block.FirstFactOf(person + 1); fact++)
        {
            if (formOf[fact] != None && KinshipTo(concept, Block.Concepts[fact]) is var kinship and not Kinship.None)
            {
                found.Add(new RelatedFact(Block.Facts[fact], kinship));
            }
        }

        return found;
    }

    private static T[] Grown<T>(T[] array, int length) => array.Length >= length ? array : new T[Math.Max(length, array.Length * 2)];

    private void Clear()
    {
        Forget();
        recorded.ForEach(concept => countOf[concept] = 0);
        recorded.Clear();
        asked.ForEach(concept => relations[concept]!.Clear());
        asked.Clear();
    }

    private void Forget()
    {
        if (turnedTo != None)
        {
            foreach (ref readonly var relation in CollectionsMarshal.AsSpan(relations[turnedTo]))
            {
                turned[relation.Recorded] = default;
            }
        }

        turnedTo = None;
    }

    private int ValueOf(Fact fact)
    {
        if (fact is { Value: null, ValueWithin: null })
        {
            return 0;
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(values, (fact.Value, fact.ValueWithin, fact.ReferenceRange), out var isKnown);
        return isKnown ? number : number = values.Count;
    }

    // The fact's form, where it counts.
    private int Count(int fact, Span<ulong> known)
    {
        ref readonly var when = ref Block.Days[fact];
        if (when.Begin(settings.AsOf.DayNumber))
        {
            return None;
        }

        var owner = Block.Owners[fact];
        if (!Block.Persons[owner].Deceased)
        {
            known[owner >> 6] |= 1UL << (owner & 63);
        }

        var concept = Block.Concepts[fact];
        if (concept == PersonColumns.NotAsked || RelatedOf(concept).Related.Length == 0)
        {
            return None;
        }

        if (countOf[concept]++ == 0)
        {
            recorded.Add(concept);
        }

        return forms.NumberOf((ulong)Block.Forms[fact], (ulong)Freshness(when.DateFirst), out _);
    }

    private void Relate()
    {
        foreach (var concept in recorded)
        {
            var (related, isSudden) = RelatedOf(concept);
            foreach (var one in related)
            {
                var list = relations[one.Number] ??= [];
                if (list.Count == 0)
                {
                    asked.Add(one.Number);
                }

                list.Add(new RecordedRelation(concept, runsOf[concept].First, runsOf[concept].End, one.Kinship, isSudden));
            }
        }
    }

    // Denials go stale after one of two shelf lives.
    private int Freshness(int day) => day == PersonColumns.NoDay ? 3
        : day < settings.AsOf.DayNumber - ShelfLife.DenialDays ? 0
        : day < settings.AsOf.DayNumber - ShelfLife.ShortDenialDays ? 1
        : 2;

    private (AskedConcept[] Related, bool IsSudden) RelatedOf(int concept)
    {
        while (relatedOf.Count <= concept)
        {
            relatedOf.Add(null);
        }

        return relatedOf[concept] ??= (bank.Related(Block.Numbers.Concept(concept)), Windows.Occurrence.IsSudden(Block.Numbers.Concept(concept)));
    }

    private Kinship KinshipTo(int concept, int ofFact)
    {
        if (concept == turnedTo)
        {
            return turned[ofFact].Kinship;
        }

        var related = RelatedOf(ofFact).Related;
        var (low, high) = (0, related.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = related[middle].Number < concept ? (middle + 1, high) : (low, middle);
        }

        return low < related.Length && related[low].Number == concept ? related[low].Kinship : Kinship.None;
    }
}

using System.Numerics;

namespace Trialist.Matching.Bulk;

/// <summary>The sides of all atoms for a block of persons, as bitmaps. Atoms that come out alike share them; one that no fact bears on shares those of silence.</summary>
/// <remarks>Keeps what it has learnt about facts for the next block. Not for use by several threads at once.</remarks>
internal sealed partial class BlockLeaves
{
    private const int Bases = 8;
    private const int NotOwned = -1;

    private readonly StudyBank bank;
    private readonly MatchSettings settings;
    private readonly int words;
    private readonly Func<int, bool> isLive;
    private readonly PreparedPerson nobody;
    private readonly byte[] bases;
    private readonly int[] slots;
    private readonly ConceptLeaves?[] leavesOf;
    private readonly AgeLeaf[] ages;
    private readonly int[] ofThePerson;
    private readonly int[] ofVolunteers;
    private readonly BlockVolunteers volunteers;
    private readonly ulong[] born;
    private readonly DayGrid grid;
    private Hearings hearings;
    private readonly BlockFacts facts;
    private readonly LateAffirmations late;
    private readonly int[] silentSlots;
    private readonly PreparedPerson?[] prepared;
    private ulong[] bits;
    private int[] owners;
    private int used;
    private PersonColumns block = null!;

    /// <summary>Readies a bank.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="settings">The settings of all matches.</param>
    /// <param name="words">64-bit words in a bitmap; a block holds at most so many persons.</param>
    /// <param name="isLive">Whether a side is read at all.</param>
    public BlockLeaves(StudyBank bank, MatchSettings settings, int words, Func<int, bool> isLive)
    {
        (this.bank, this.settings, this.words) = (bank, settings, words);

        // Of whom others stand in the place of an atom is known only where it is known of whom the atom is true or false.
        this.isLive = side => isLive(side) || (bank.IsHedged(side / Side.Count) && isLive(Side.Of(side / Side.Count, Side.Silent)));
        nobody = new PreparedPerson(new Person(), settings, bank.Vocabulary);
        (bits, owners, prepared) = (new ulong[1024 * words], new int[1024], new PreparedPerson?[words * 64]);
        (Present, MayFit, none) = (new ulong[words], new ulong[words], new ulong[words]);
        planes = [.. Enumerable.Range(0, (int)Testimonies.Differs + 1).Select(testimony => BitOperations.IsPow2(testimony) ? new ulong[words] : null)];
        (born, women, all) = (new ulong[words], new ulong[words], [.. Enumerable.Repeat(~0UL, words)]);
        (yes, no, heard) = (new ulong[words], new ulong[words], new ulong[words]);
        (measured, withinLimit, beyondLimit, valued) = (new ulong[words], new ulong[words], new ulong[words], new ulong[words]);
        (sectionOfPerson, testifiedBy) = (new int[words * 64], new (int First, int Count)[words * 64]);
        bases = SilentBases(bank, settings);
        silentSlots = [.. bases.Select(one => (int)one)];
        slots = [.. silentSlots];
        grid = new DayGrid(bank, settings.AsOf);
        hearings = new Hearings(settings.AsOf);
        facts = new BlockFacts(bank, settings, grid, words);
        late = new LateAffirmations(facts, words);
        leavesOf = new ConceptLeaves?[bank.Concepts];
        List<AgeLeaf> ofAge = [];
        List<int> ofPerson = [];
        List<int> ofHealth = [];
        for (var atom = 0; atom < bank.Atoms; atom++)
        {
            if (!IsLive(atom))
            {
                continue;
            }

            switch (LeafRoutes.Of(bank.Leaf(atom)))
            {
                case LeafRoute.Age:
                    ofAge.Add(new AgeLeaf(atom, bank.Leaf(atom), settings.AsOf));
                    break;
                case LeafRoute.Volunteer:
                    ofHealth.Add(atom);
                    break;
                case LeafRoute.Person:
                    ofPerson.Add(atom);
                    break;
            }
        }

        (ages, ofThePerson, ofVolunteers) = ([.. ofAge], [.. ofPerson], [.. ofHealth]);
        volunteers = new BlockVolunteers(settings.AsOf.DayNumber);
    }

    /// <summary>The persons of the block.</summary>
    public ulong[] Present { get; }

    /// <summary>Persons of whom something is known and who live: only they can be eligible.</summary>
    public ulong[] MayFit { get; }

    /// <summary>Concepts that some fact of the block is related to.</summary>
    public IReadOnlyList<int> Touched => facts.Asked;

    /// <summary>Atoms that do not depend on facts about a concept.</summary>
    public IEnumerable<int> OfThePerson => ofThePerson.Concat(ofVolunteers).Concat(ages.Select(age => age.Atom));

    /// <summary>The bitmap's number of a side; 0 stands for nobody.</summary>
    public int SlotOf(int side) => slots[side];

    /// <summary>The bitmap of a slot.</summary>
    public ReadOnlySpan<ulong> Bitmap(int slot) => bits.AsSpan(slot * words, words);

    /// <summary>Copies the bitmaps' numbers of some sides.</summary>
    /// <param name="sides">The sides.</param>
    /// <param name="into">Takes the numbers.</param>
    public void CopySlots(ReadOnlySpan<int> sides, Span<int> into)
    {
        for (var place = 0; place < sides.Length; place++)
        {
            into[place] = slots[sides[place]];
        }
    }

    /// <summary>The bitmaps of all slots, one after the other.</summary>
    public ReadOnlySpan<ulong> AllBits => bits;

    /// <summary>Slots of the silent: bit 0 for those of unknown sex, bit 1 for women, bit 2 for men of whom the side holds.</summary>
    public ReadOnlySpan<byte> SilentSlots => bases;

    /// <summary>Finds the sides for a block.</summary>
    public void Load(PersonColumns persons)
    {
        Clear();
        block = persons;
        LaySexes();
        Gather();
        LayAges();
        LayPersons();
        foreach (var concept in facts.Asked)
        {
            if (LeavesOf(concept) is { } leaves)
            {
                Load(leaves, concept);
            }
        }
    }

    private bool IsLive(int atom) => isLive(Side.Of(atom, Side.True)) || isLive(Side.Of(atom, Side.False)) || isLive(Side.Of(atom, Side.Silent));

    private static byte[] SilentBases(StudyBank bank, MatchSettings settings)
    {
        var found = new byte[bank.Atoms * Side.Count];
        foreach (var (sex, bit) in new (Sex?, byte)[] { (null, 1), (Sex.Female, 2), (Sex.Male, 4) })
        {
            var one = new PreparedPerson(new Person { Sex = sex }, settings, bank.Vocabulary);
            for (var atom = 0; atom < bank.Atoms; atom++)
            {
                var side = bank.Decide(atom, one).Truth switch { Truth.True => Side.True, Truth.False => Side.False, Truth.Unknown => Side.Silent };
                if (side != Side.Silent || bank.Leaf(atom).Except is not null || bank.IsHedged(atom))
                {
                    found[Side.Of(atom, side)] |= bit;
                }
            }
        }

        return found;
    }

    private void Clear()
    {
        silentSlots.CopyTo(slots, 0);
        Array.Clear(prepared);
        Array.Clear(bits, 0, Bases * words);
        Array.Clear(MayFit);
        Array.Clear(Present);
        Array.Fill(women, ~0UL);
        Array.Fill(owners, NotOwned);
        used = Bases;
    }

    private void LaySexes()
    {
        for (var person = 0; person < block.Count; person++)
        {
            var (word, bit) = (person >> 6, 1UL << (person & 63));
            var one = block.Persons[person];
            var number = one.Sex switch { Sex.Female => 1, Sex.Male => 2, _ => 0 };
            for (var slot = 1; slot < Bases; slot++)
            {
                if ((slot >> number & 1) == 1)
                {
                    bits[(slot * words) + word] |= bit;
                }
            }

            Present[word] |= bit;
            women[word] &= one.Sex == Sex.Male ? ~bit : ~0UL;
            if (!one.Deceased && (one.BirthDate is not null || one.AgeYears is not null || one.AgeMonths is not null || one.Sex is not null))
            {
                MayFit[word] |= bit;
            }
        }
    }

    private void LayAges()
    {
        Array.Clear(born);
        Bitmaps.AddBetween(born, block.BirthDays, 0, settings.AsOf.DayNumber);
        foreach (var age in ages)
        {
            var (yes, no) = (NewSlot(), NewSlot());
            (slots[Side.Of(age.Atom, Side.True)], slots[Side.Of(age.Atom, Side.False)]) = (yes, no);
            if (age.IsKnown)
            {
                Bitmaps.AddBetween(BitmapOf(yes), block.BirthDays, age.FirstDay, age.LastDay);
                Bitmaps.Blend(BitmapOf(no), born, Bitmap(yes), none);
            }
        }

        int[] ofAge = [.. ages.Select(age => age.Atom)];
        for (var person = 0; person < block.Count; person++)
        {
            if ((born[person >> 6] >> (person & 63) & 1) == 0)
            {
                Ask(ofAge, person);
            }
        }
    }

    private void LayPersons()
    {
        if (ofVolunteers.Length > 0)
        {
            var (met, notMet) = (NewSlot(), NewSlot());
            volunteers.Lay(block, BitmapOf(met), BitmapOf(notMet));
            foreach (var atom in ofVolunteers)
            {
                (slots[Side.Of(atom, Side.True)], slots[Side.Of(atom, Side.False)]) = (met, notMet);
            }
        }

        for (var person = 0; person < block.Count && ofThePerson.Length > 0; person++)
        {
            Ask(ofThePerson, person);
        }
    }

    private void Gather()
    {
        if (!facts.Load(block, MayFit) || hearings.IsFull)
        {
            Array.Clear(leavesOf);
            hearings = new Hearings(settings.AsOf);
        }
    }

    private ConceptLeaves? LeavesOf(int concept)
    {
        if (leavesOf[concept] is not { IsFull: false } leaves)
        {
            leavesOf[concept] = leaves = new ConceptLeaves(bank, concept, nobody, grid, hearings, bases, isLive);
        }

        return leaves.IsEmpty ? null : leaves;
    }

    // Only once all facts are gathered: what is asked for then is known.
    private PreparedPerson Prepare(int person)
    {
        if (prepared[person] is not { } one)
        {
            prepared[person] = one = new PreparedPerson(block.Persons[person], settings, bank.Vocabulary);
            one.Know(concept => bank.NumberOf(concept) is { } number ? facts.Of(person, number) : null);
        }

        return one;
    }
}

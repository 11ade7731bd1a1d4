namespace Trialist.Matching.Bulk;

/// <summary>The truths of all atoms for a block of persons, as bitmaps. An atom that no person's facts bear on shares the bitmaps of silence.</summary>
internal sealed class BlockAtoms
{
    private const int Words = BlockProgram.Words;
    private const int Stride = 2 * Words;

    private readonly StudyBank bank;
    private readonly MatchSettings settings;
    private readonly byte[] patternOf;
    private readonly int[] groupOf;
    private readonly List<Predicate.Leaf> groups = [];
    private readonly int[] slots;
    private readonly TouchedConcepts touched;
    private readonly (int Person, SimpleValue Value)[] groupValues;
    private ulong[] bits = new ulong[1024 * Stride];
    private int used;
    private int person = -1;

    public BlockAtoms(StudyBank bank, MatchSettings settings)
    {
        this.bank = bank;
        this.settings = settings;
        patternOf = Patterns(bank, settings);
        slots = new int[bank.Atoms];
        touched = new TouchedConcepts(bank, settings);
        groupOf = Groups(bank, groups);
        groupValues = new (int, SimpleValue)[groups.Count];
        Array.Fill(groupValues, (-1, default));
    }

    public ReadOnlySpan<int> Slots => slots;

    public ReadOnlySpan<ulong> Bits => bits;

    /// <summary>Persons of whom something is known and who live: only they can be eligible.</summary>
    public ulong[] MayFit { get; } = new ulong[Words];

    public void Load(ReadOnlySpan<Person> persons)
    {
        Array.Clear(MayFit);
        Array.Clear(bits);
        used = PatternSlots;
        for (var atom = 0; atom < slots.Length; atom++)
        {
            slots[atom] = patternOf[atom];
        }

        for (var index = 0; index < persons.Length; index++)
        {
            LaySilence(index, persons[index].Sex);
        }

        for (var index = 0; index < persons.Length; index++)
        {
            person++;
            Take(index, persons[index]);
        }
    }

    // One slot for each way in which an atom may be silent for unknown, female and male: three times three times three.
    private const int PatternSlots = 27;

    private static byte[] Patterns(StudyBank bank, MatchSettings settings)
    {
        var (unknown, female, male) = (bank.Silence(null, settings), bank.Silence(Sex.Female, settings), bank.Silence(Sex.Male, settings));
        var patterns = new byte[bank.Atoms];
        for (var atom = 0; atom < patterns.Length; atom++)
        {
            patterns[atom] = (byte)(((unknown[atom] + 1) * 9) + ((female[atom] + 1) * 3) + male[atom] + 1);
        }

        return patterns;
    }

    private static int[] Groups(StudyBank bank, List<Predicate.Leaf> groups)
    {
        var numbers = new Dictionary<Predicate.Leaf, int>();
        var assigned = new int[bank.Atoms];
        for (var atom = 0; atom < assigned.Length; atom++)
        {
            assigned[atom] = -1;
            if (bank.Vocabulary.KindsOf(bank.Leaf(atom).Concept).Count == 0 && SimpleValue.GroupOf(bank.Leaf(atom)) is { } group)
            {
                if (!numbers.TryGetValue(group, out var number))
                {
                    numbers[group] = number = groups.Count;
                    groups.Add(group);
                }

                assigned[atom] = number;
            }
        }

        return assigned;
    }

    private void LaySilence(int index, Sex? sex)
    {
        var divisor = sex switch { Sex.Female => 3, Sex.Male => 1, _ => 9 };
        for (var pattern = 0; pattern < PatternSlots; pattern++)
        {
            Set(pattern, index, (Truth)((pattern / divisor % 3) - 1));
        }
    }

    private void Take(int index, Person one)
    {
        var prepared = new PreparedPerson(one, settings, bank.Vocabulary);
        if (prepared.HasFacts && !one.Deceased)
        {
            MayFit[index / 64] |= 1UL << (index % 64);
        }

        foreach (var atom in bank.OfThePerson)
        {
            Set(SlotOf(atom), index, bank.Evaluate(atom, prepared));
        }

        touched.Load(prepared);
        foreach (var concept in touched.Plain)
        {
            Take(index, bank.PlainAtoms(concept), prepared);
        }

        foreach (var concept in touched.All)
        {
            Take(index, bank.LiftedAtoms(concept), prepared);
        }
    }

    private void Take(int index, ReadOnlySpan<int> some, PreparedPerson prepared)
    {
        foreach (var atom in some)
        {
            Set(SlotOf(atom), index, TruthOf(atom, prepared));
        }
    }

    private Truth TruthOf(int atom, PreparedPerson prepared)
    {
        var group = groupOf[atom];
        if (group < 0)
        {
            return bank.Evaluate(atom, prepared);
        }

        if (groupValues[group].Person != person)
        {
            groupValues[group] = (person, SimpleValue.Of(groups[group], prepared));
        }

        var value = groupValues[group].Value;
        return value.Kind switch
        {
            SimpleValue.Form.One => bank.Leaf(atom).Bounds!.Admits(value.Value) ? Truth.True : Truth.False,
            SimpleValue.Form.None => Truth.Unknown,
            SimpleValue.Form.Other => bank.Evaluate(atom, prepared),
        };
    }

    private int SlotOf(int atom)
    {
        if (slots[atom] >= PatternSlots)
        {
            return slots[atom];
        }

        if ((used + 1) * Stride > bits.Length)
        {
            Array.Resize(ref bits, bits.Length * 2);
        }

        bits.AsSpan(slots[atom] * Stride, Stride).CopyTo(bits.AsSpan(used * Stride));
        return slots[atom] = used++;
    }

    private void Set(int slot, int index, Truth truth)
    {
        var bit = 1UL << (index % 64);
        ref var yes = ref bits[(slot * Stride) + (index / 64)];
        ref var no = ref bits[(slot * Stride) + Words + (index / 64)];
        yes = truth == Truth.True ? yes | bit : yes & ~bit;
        no = truth == Truth.False ? no | bit : no & ~bit;
    }
}

namespace Trialist.Matching.Bulk;

internal sealed partial class BlockLeaves
{
    private readonly List<(int Person, int Point)> alone = [];
    private readonly List<(int Person, int First, int Entry, int Count)> several = [];
    private readonly List<int> pointsOfSeveral = [];
    private readonly List<int> intricate = [];
    private int[] countOfPoint = [];
    private int[] firstOfPoint = [];
    private int[] byPoint = [];
    private readonly List<int> pointsSeen = [];

    private void Load(ConceptLeaves leaves, ReadOnlySpan<RecordedEntry> entries)
    {
        foreach (var section in leaves.Sections)
        {
            Load(section, entries);
        }

        foreach (var group in leaves.Values)
        {
            Load(group, entries);
        }

        if (leaves.ByReference.Length + leaves.Measured.Length + leaves.Lifted.Length > 0)
        {
            for (int first = 0, end; first < entries.Length; first = end)
            {
                end = EndOfRun(entries, first);
                Ask(leaves.Lifted, entries[first].Owner);
                Ask(Bear(entries[first..end]) ? leaves.ByReference : [], entries[first].Owner);
                Ask(HasValue(entries[first..end]) ? leaves.Measured : [], entries[first].Owner);
            }
        }
    }

    private static int EndOfRun(ReadOnlySpan<RecordedEntry> entries, int first)
    {
        var end = first + 1;
        while (end < entries.Length && entries[end].Owner == entries[first].Owner)
        {
            end++;
        }

        return end;
    }

    // What may answer a leaf with a limit.
    private bool HasValue(ReadOnlySpan<RecordedEntry> run)
    {
        foreach (var entry in run)
        {
            if ((Kinship)entry.Kinship == Kinship.Same && block.Facts[entry.Fact] is { Value: not null } or { ValueWithin: not null } or { Presence: Presence.Absent })
            {
                return true;
            }
        }

        return false;
    }

    private static bool Bear(ReadOnlySpan<RecordedEntry> run)
    {
        foreach (var entry in run)
        {
            if (entry.Bears)
            {
                return true;
            }
        }

        return false;
    }

    private void Ask(ReadOnlySpan<int> atoms, int person)
    {
        if (atoms.Length == 0)
        {
            return;
        }

        var one = PrepareWithFacts(person);
        foreach (var atom in atoms)
        {
            Set(atom, person, bank.Decide(atom, one));
        }
    }

    private void Load(LeafSection section, ReadOnlySpan<RecordedEntry> entries)
    {
        alone.Clear();
        several.Clear();
        pointsOfSeveral.Clear();
        intricate.Clear();
        for (int first = 0, end; first < entries.Length; first = end)
        {
            end = EndOfRun(entries, first);
            Take(section, entries[first..end], first);
        }

        if (alone.Count + several.Count > 0)
        {
            SortByPoint();
            foreach (var one in section.Classes)
            {
                Lay(section, one, entries);
            }
        }

        foreach (var person in intricate)
        {
            Ask([.. section.Classes.SelectMany(one => one.Members).Select(section.AtomOf)], person);
        }
    }

    // The points of one person's facts.
    private void Take(LeafSection section, ReadOnlySpan<RecordedEntry> run, int firstEntry)
    {
        if (!section.HearsAll && !Bear(run))
        {
            return;
        }

        var start = pointsOfSeveral.Count;
        foreach (var entry in run)
        {
            if (section.PointOf(entry, block) is not { } point)
            {
                pointsOfSeveral.RemoveRange(start, pointsOfSeveral.Count - start);
                intricate.Add(run[0].Owner);
                return;
            }

            pointsOfSeveral.Add(point);
        }

        if (run.Length == 1)
        {
            alone.Add((run[0].Owner, pointsOfSeveral[start]));
            pointsOfSeveral.RemoveAt(start);
        }
        else
        {
            several.Add((run[0].Owner, start, firstEntry, run.Length));
        }
    }

    private void SortByPoint()
    {
        foreach (var point in pointsSeen)
        {
            countOfPoint[point] = 0;
        }

        pointsSeen.Clear();
        foreach (var (_, point) in alone)
        {
            if (point >= countOfPoint.Length)
            {
                Array.Resize(ref countOfPoint, Math.Max(point + 1, countOfPoint.Length * 2));
                Array.Resize(ref firstOfPoint, countOfPoint.Length);
            }

            if (countOfPoint[point]++ == 0)
            {
                pointsSeen.Add(point);
            }
        }

        var at = 0;
        foreach (var point in pointsSeen)
        {
            firstOfPoint[point] = at;
            at += countOfPoint[point];
            countOfPoint[point] = 0;
        }

        if (byPoint.Length < alone.Count)
        {
            byPoint = new int[Math.Max(alone.Count, byPoint.Length * 2)];
        }

        foreach (var (person, point) in alone)
        {
            byPoint[firstOfPoint[point] + countOfPoint[point]++] = person;
        }
    }

    private void Lay(LeafSection section, LeafClass one, ReadOnlySpan<RecordedEntry> entries)
    {
        var bitmaps = new ClassBitmaps(one);
        foreach (var point in pointsSeen)
        {
            Lay(ref bitmaps, one.Alone(point), byPoint.AsSpan(firstOfPoint[point], countOfPoint[point]));
        }

        Span<int> single = stackalloc int[1];
        foreach (var (person, first, entry, count) in several)
        {
            var all = Testimonies.None;
            for (var index = first; index < first + count; index++)
            {
                all |= one.At(pointsOfSeveral[index]);
            }

            single[0] = person;
            var outcome = one.Join(all);
            if (outcome == Outcome.Contradicted)
            {
                outcome = Resolved(one, first, entries.Slice(entry, count));
            }

            Lay(ref bitmaps, outcome, single);
        }

        foreach (var place in one.Members)
        {
            var side = Side.Of(section.AtomOf(place), Side.True);
            (slots[side], slots[side + Side.False], slots[side + Side.Silent]) = (bitmaps.True, bitmaps.False, bitmaps.Silent);
        }
    }

    // A denial is overcome by what is affirmed later, if it is affirmed later at all.
    private Outcome Resolved(LeafClass one, int first, ReadOnlySpan<RecordedEntry> run)
    {
        for (var denial = 0; denial < run.Length; denial++)
        {
            if ((one.At(pointsOfSeveral[first + denial]) & Testimonies.Denies) == Testimonies.None)
            {
                continue;
            }

            var denied = block.Days[run[denial].Fact].DateLast;
            var isOvercome = false;
            for (var other = 0; other < run.Length && !isOvercome; other++)
            {
                var days = block.Days[run[other].Fact];
                var affirmed = days.DateFirst != PersonColumns.NoDay ? days.DateFirst : days.StartFirst;
                isOvercome = (one.At(pointsOfSeveral[first + other]) & Testimonies.Affirms) != Testimonies.None && denied != PersonColumns.NoDay && affirmed != PersonColumns.NoDay && affirmed > denied;
            }

            if (!isOvercome)
            {
                return Outcome.Open;
            }
        }

        return Outcome.True;
    }

    /// <summary>Slots of a class while they are laid; those of silence until a person differs from it.</summary>
    private struct ClassBitmaps(LeafClass one)
    {
        public LeafClass Class { get; } = one;

        public int True = one.Form.BaseTrue;
        public int False = one.Form.BaseFalse;
        public int Silent = one.Form.BaseSilent;
    }

    private void Lay(ref ClassBitmaps bitmaps, Outcome outcome, ReadOnlySpan<int> persons)
    {
        if (outcome == Outcome.Silent)
        {
            return;
        }

        var one = bitmaps.Class;
        if (one.NeedsTrue)
        {
            Lay(ref bitmaps.True, one.Form.BaseTrue, outcome == Outcome.True, one.Form.IsOfWomen, persons);
        }

        if (one.NeedsFalse)
        {
            Lay(ref bitmaps.False, one.Form.BaseFalse, outcome == Outcome.False, one.Form.IsOfWomen, persons);
        }

        if (one.NeedsSilent)
        {
            Lay(ref bitmaps.Silent, one.Form.BaseSilent, false, one.Form.IsOfWomen, persons);
        }
    }

    private void Lay(ref int slot, int baseSlot, bool holds, bool isOfWomen, ReadOnlySpan<int> persons)
    {
        if (!holds && slot == 0)
        {
            return;
        }

        if (slot == baseSlot)
        {
            slot = NewSlot();
            Bitmap(baseSlot).CopyTo(bits.AsSpan(slot * words, words));
        }

        foreach (var person in persons)
        {
            if (isOfWomen && (men[person >> 6] >> (person & 63) & 1) == 1)
            {
                continue;
            }

            if (holds)
            {
                Mark(slot, person);
            }
            else
            {
                Unmark(slot, person);
            }
        }
    }
}

namespace Trialist.Matching.Bulk;

/// <summary>Runs one-sided programs for a block of persons at once.</summary>
/// <param name="programs">The programs.</param>
/// <param name="leaves">The sides of the atoms.</param>
/// <param name="words">64-bit words in a bitmap of a block.</param>
internal sealed class BlockProgram(SidePrograms programs, BlockLeaves leaves, int words)
{
    private const int SidesAtOnce = 64;

    private readonly int[] code = programs.Code;
    private readonly int[] slots = new int[programs.Sides.Length];
    private readonly int[] held = new int[SidesAtOnce];
    private readonly Stack<ulong[]> spare = [];

    /// <summary>Turns to the block that the leaves were loaded with.</summary>
    public void Turn() => leaves.CopySlots(programs.Sides, slots);

    /// <summary>Of whom the program holds.</summary>
    /// <param name="start">Where it starts.</param>
    /// <param name="into">Takes over the bitmap.</param>
    public void Run(int start, Span<ulong> into)
    {
        into.Clear();
        if (start != SidePrograms.Nobody)
        {
            Add(start, into);
        }
    }

    // Adds to the bitmap whom the term holds of; returns where the next one starts.
    private int Add(int at, Span<ulong> into)
    {
        var word = code[at];
        if (word >= 0)
        {
            AddSides(at, at + 1, into);
            return at + 1;
        }

        var end = code[at + 1];
        if (word == Op.Or)
        {
            for (var next = AddSides(at + 3, end, into); next < end;)
            {
                next = Add(next, into);
            }
        }
        else if (word == Op.And)
        {
            AddAll(at + 3, end, into);
        }
        else
        {
            AddAtLeast(at, into);
        }

        return end;
    }

    // Most sides hold of nobody, and which do is hard to foresee: those that hold of somebody are listed first, without a branch.
    private int AddSides(int first, int end, Span<ulong> into)
    {
        var bits = leaves.AllBits;
        var (next, count) = (first, 0);
        for (; next < end && code[next] >= 0; next++)
        {
            if (count == held.Length)
            {
                Bitmaps.OrEach(into, bits, held);
                count = 0;
            }

            held[count] = slots[code[next]];
            count += held[count] != 0 ? 1 : 0;
        }

        Bitmaps.OrEach(into, bits, held.AsSpan(0, count));
        return next;
    }

    private void AddAll(int first, int end, Span<ulong> into)
    {
        var count = 0;
        while (first + count < end && code[first + count] >= 0)
        {
            if (slots[code[first + count]] == 0)
            {
                return;
            }

            count++;
        }

        if (first + count == end && count <= held.Length)
        {
            for (var side = 0; side < count; side++)
            {
                held[side] = slots[code[first + side]];
            }

            Bitmaps.OrAllOf(into, leaves.AllBits, held.AsSpan(0, count));
            return;
        }

        var (all, one) = (Rent(), Rent());
        leaves.Present.CopyTo(all);
        for (var next = first; next < end;)
        {
            if (code[next] >= 0)
            {
                Bitmaps.And(all, leaves.Bitmap(slots[code[next++]]));
                continue;
            }

            Array.Clear(one);
            next = Add(next, one);
            Bitmaps.And(all, one);
        }

        Bitmaps.Or(into, all);
        spare.Push(all);
        spare.Push(one);
    }

    // sure[k] after each operand: at least k of those seen so far hold.
    private void AddAtLeast(int at, Span<ulong> into)
    {
        var (end, needed) = (code[at + 1], code[at + 3]);
        var sure = new ulong[needed + 1][];
        for (var count = 0; count <= needed; count++)
        {
            sure[count] = Rent();
            Array.Clear(sure[count]);
        }

        leaves.Present.CopyTo(sure[0]);
        var one = Rent();
        for (var next = at + 4; next < end;)
        {
            Array.Clear(one);
            next = Add(next, one);
            for (var count = needed; count > 0; count--)
            {
                for (var word = 0; word < words; word++)
                {
                    sure[count][word] |= sure[count - 1][word] & one[word];
                }
            }
        }

        Bitmaps.Or(into, sure[needed]);
        spare.Push(one);
        Array.ForEach(sure, spare.Push);
    }

    private ulong[] Rent() => spare.TryPop(out var free) ? free : new ulong[words];
}

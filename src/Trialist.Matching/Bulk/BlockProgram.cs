namespace Trialist.Matching.Bulk;

/// <summary>Runs one-sided programs for a block of persons at once.</summary>
/// <param name="code">The words of the programs.</param>
/// <param name="words">64-bit words in a bitmap of a block.</param>
internal sealed class BlockProgram(int[] code, int words)
{
    private readonly List<ulong[]> spare = [];

    /// <summary>Of whom the program holds.</summary>
    /// <param name="start">Where it starts.</param>
    /// <param name="leaves">The sides of the atoms.</param>
    /// <param name="into">Takes over the bitmap.</param>
    public void Run(int start, BlockLeaves leaves, Span<ulong> into)
    {
        into.Clear();
        if (start != SidePrograms.Nobody)
        {
            Add(start, leaves, into, 0);
        }
    }

    // Adds to the bitmap whom the term holds of; returns where the next one starts.
    private int Add(int at, BlockLeaves leaves, Span<ulong> into, int depth)
    {
        var word = code[at];
        if (word >= 0)
        {
            var slot = leaves.SlotOf(word);
            if (slot != 0)
            {
                Bitmaps.Or(into, leaves.Bitmap(slot));
            }

            return at + 1;
        }

        var end = code[at + 1];
        if (word == Op.Or)
        {
            for (var next = at + 3; next < end;)
            {
                next = Add(next, leaves, into, depth);
            }
        }
        else if (word == Op.And)
        {
            AddAll(at + 3, end, leaves, into, depth);
        }
        else
        {
            AddAtLeast(at, leaves, into, depth);
        }

        return end;
    }

    private void AddAll(int first, int end, BlockLeaves leaves, Span<ulong> into, int depth)
    {
        for (var next = first; next < end && code[next] >= 0; next++)
        {
            if (leaves.SlotOf(code[next]) == 0)
            {
                return;
            }
        }

        var all = Spare(depth * 2);
        leaves.Present.CopyTo(all);
        for (var next = first; next < end;)
        {
            if (code[next] >= 0)
            {
                Bitmaps.And(all, leaves.Bitmap(leaves.SlotOf(code[next++])));
                continue;
            }

            var one = Spare((depth * 2) + 1);
            Array.Clear(one);
            next = Add(next, leaves, one, depth + 1);
            Bitmaps.And(all, one);
        }

        Bitmaps.Or(into, all);
    }

    // sure[k] after each operand: at least k of those seen so far hold.
    private void AddAtLeast(int at, BlockLeaves leaves, Span<ulong> into, int depth)
    {
        var (end, needed) = (code[at + 1], code[at + 3]);
        var sure = new ulong[needed + 1][];
        for (var count = 0; count <= needed; count++)
        {
            sure[count] = new ulong[words];
        }

        leaves.Present.CopyTo(sure[0]);
        var one = new ulong[words];
        for (var next = at + 4; next < end;)
        {
            Array.Clear(one);
            next = Add(next, leaves, one, depth + 1);
            for (var count = needed; count > 0; count--)
            {
                for (var word = 0; word < words; word++)
                {
                    sure[count][word] |= sure[count - 1][word] & one[word];
                }
            }
        }

        Bitmaps.Or(into, sure[needed]);
    }

    private ulong[] Spare(int number)
    {
        while (spare.Count <= number)
        {
            spare.Add(new ulong[words]);
        }

        return spare[number];
    }
}

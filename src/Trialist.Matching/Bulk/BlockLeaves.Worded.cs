namespace Trialist.Matching.Bulk;

internal sealed partial class BlockLeaves
{
    private readonly ulong[] measured;
    private readonly ulong[] withinLimit;
    private readonly ulong[] beyondLimit;

    // What facts testify stands already; the limits take its place for whoever has a value.
    private void Lay(WordedLeaf leaf, ReadOnlySpan<ValuedFact> values, ReadOnlySpan<RecordedRelation> relations)
    {
        if (!FindMeasured(leaf, relations))
        {
            return;
        }

        intricate.Clear();
        measured.CopyTo(yes);
        Array.Clear(no);
        foreach (var (group, range) in leaf.Limits)
        {
            Array.Clear(withinLimit);
            Array.Clear(beyondLimit);
            Weigh(group, range, values);
            Bitmaps.And(yes, withinLimit);
            Bitmaps.Or(no, beyondLimit);
        }

        Replace(Side.Of(leaf.Atom, Side.True), yes);
        Replace(Side.Of(leaf.Atom, Side.False), no);
        foreach (var person in intricate)
        {
            Ask([leaf.Atom], person);
        }
    }

    // Whoever has a value of what is asked or of something related to it.
    private bool FindMeasured(WordedLeaf leaf, ReadOnlySpan<RecordedRelation> relations)
    {
        Array.Clear(measured);
        var any = false;
        foreach (ref readonly var relation in relations)
        {
            for (var run = relation.FirstRun; run < relation.EndRun; run++)
            {
                var found = facts.OfRun(run);
                if (!facts.Run(run).HasValues || !leaf.IsMeasuredBy(block.Facts[found[0].Fact]))
                {
                    continue;
                }

                any = true;
                foreach (ref readonly var fact in found)
                {
                    measured[fact.Owner >> 6] |= block.HaveValues[fact.Fact] ? 1UL << (fact.Owner & 63) : 0;
                }
            }
        }

        return any;
    }

    private void Weigh(ValueGroup group, in ValueGroup.Range range, ReadOnlySpan<ValuedFact> values)
    {
        for (int first = 0, end; first < values.Length; first = end)
        {
            end = EndOfRun(values, first);
            var person = values[first].Owner;
            if ((measured[person >> 6] >> (person & 63) & 1) == 0)
            {
                continue;
            }

            switch (TruthOf(group, range, values[first..end]))
            {
                case Truth.True:
                    withinLimit[person >> 6] |= 1UL << (person & 63);
                    break;
                case Truth.False:
                    beyondLimit[person >> 6] |= 1UL << (person & 63);
                    break;
            }
        }
    }

    // Of one person's values; whom only the reference reads is noted.
    private Truth TruthOf(ValueGroup group, in ValueGroup.Range range, ReadOnlySpan<ValuedFact> values)
    {
        if (group.IsOfAny)
        {
            least.Clear();
            group.AddSteps(values, least, intricate);
            foreach (var one in least)
            {
                if (range.TruthOf(one.Step) == Truth.True)
                {
                    return Truth.True;
                }
            }

            return Truth.Unknown;
        }

        if (group.StepsOf(values) is not { } steps)
        {
            return Truth.Unknown;
        }

        if (steps == ValueGroup.Intricate)
        {
            intricate.Add(values[0].Owner);
            return Truth.Unknown;
        }

        var truth = range.TruthOf(steps.Least);
        return truth == range.TruthOf(steps.Most) ? truth : Truth.Unknown;
    }

    private void Replace(int side, ReadOnlySpan<ulong> holds)
    {
        if (isLive(side))
        {
            var slot = Reserve();
            Bitmaps.Blend(BitmapOf(slot), Bitmap(slots[side]), measured, holds);
            (slots[side], owners[slot]) = (slot, side);
        }
    }
}

namespace Trialist.Matching.Bulk;

internal sealed partial class BlockLeaves
{
    private readonly List<(ValueGroup.Steps Steps, int Person)> tied = [];
    private readonly List<PersonStep> least = [];
    private readonly List<PersonStep> most = [];

    private void Load(ValueGroup group, ReadOnlySpan<PlacedFact> entries)
    {
        tied.Clear();
        least.Clear();
        most.Clear();
        intricate.Clear();
        for (int first = 0, end; first < entries.Length; first = end)
        {
            end = EndOfRun(entries, first);
            if (group.IsOfAny)
            {
                group.AddSteps(entries[first..end], block, least, intricate);
            }
            else if (group.StepsOf(entries[first..end], block) is { } found)
            {
                if (found == ValueGroup.Intricate)
                {
                    intricate.Add(entries[first].Owner);
                }
                else
                {
                    if (found.Least != found.Most && group.Between.Length > 0)
                    {
                        tied.Add((found, entries[first].Owner));
                    }

                    least.Add(new PersonStep(found.Least, entries[first].Owner));
                    most.Add(new PersonStep(found.Most, entries[first].Owner));
                }
            }
        }

        if (least.Count > 0)
        {
            PersonStep.Sort(least);
            PersonStep.Sort(most);
            LayBelow(group.Below, group.IsOfAny ? least : most);
            LayAbove(group.Above, least);
            LayBetween(group);
            LayUnknown(group);
        }

        // Of three values that disagree, the one between may lie in a range that the others miss on either side.
        foreach (var (steps, person) in tied)
        {
            if (steps.Count > 2)
            {
                Ask(group.Ranges, person);
            }
        }

        foreach (var person in intricate)
        {
            Ask(group.Atoms, person);
        }
    }

    private void LayBelow(ValueGroup.LimitRequest[] requests, List<PersonStep> steps)
    {
        var (next, slot) = (0, 0);
        foreach (var (side, step) in requests)
        {
            if (!isLive(side))
            {
                continue;
            }

            if (next < steps.Count && steps[next].Step <= step)
            {
                slot = Grown(slot);
                for (; next < steps.Count && steps[next].Step <= step; next++)
                {
                    Mark(slot, steps[next].Person);
                }
            }

            slots[side] = slot;
        }
    }

    private void LayAbove(ValueGroup.LimitRequest[] requests, List<PersonStep> steps)
    {
        var (next, slot) = (steps.Count - 1, 0);
        foreach (var (side, step) in requests)
        {
            if (!isLive(side))
            {
                continue;
            }

            if (next >= 0 && steps[next].Step >= step)
            {
                slot = Grown(slot);
                for (; next >= 0 && steps[next].Step >= step; next--)
                {
                    Mark(slot, steps[next].Person);
                }
            }

            slots[side] = slot;
        }
    }

    // Others stand in the place of the atom for whoever has no number.
    private void LayUnknown(ValueGroup group)
    {
        foreach (var atom in group.Hedged)
        {
            var slot = NewSlot();
            Bitmap(bases[Side.Of(atom, Side.Silent)]).CopyTo(bits.AsSpan(slot * words, words));
            foreach (var one in least)
            {
                var (word, bit) = (one.Person >> 6, 1UL << (one.Person & 63));
                if (((Bitmap(slots[Side.Of(atom, Side.True)])[word] | Bitmap(slots[Side.Of(atom, Side.False)])[word]) & bit) != 0)
                {
                    Unmark(slot, one.Person);
                }
            }

            slots[Side.Of(atom, Side.Silent)] = slot;
        }
    }

    private void LayBetween(ValueGroup group)
    {
        foreach (var request in group.Between)
        {
            var (yes, no) = (NewSlot(), NewSlot());
            foreach (var one in least)
            {
                switch (request.TruthOf(one.Step))
                {
                    case Truth.True:
                        Mark(yes, one.Person);
                        break;
                    case Truth.False when !group.IsOfAny:
                        Mark(no, one.Person);
                        break;
                }
            }

            foreach (var (steps, person) in tied)
            {
                if (request.TruthOf(steps.Least) != request.TruthOf(steps.Most))
                {
                    Unmark(yes, person);
                    Unmark(no, person);
                }
            }

            (slots[Side.Of(request.Atom, Side.True)], slots[Side.Of(request.Atom, Side.False)]) = (yes, no);
        }
    }

    private int Grown(int slot)
    {
        var grown = NewSlot();
        Bitmap(slot).CopyTo(bits.AsSpan(grown * words, words));
        return grown;
    }
}

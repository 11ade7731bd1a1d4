using System.Runtime.InteropServices;

namespace Trialist.Matching.Bulk;

internal sealed partial class BlockLeaves
{
    private readonly List<(ValueGroup.Steps Steps, int Person)> tied = [];
    private readonly List<PersonStep> least = [];
    private readonly List<PersonStep> most = [];
    private readonly ulong[] valued; // who has a number

    private void Load(ValueGroup group, ReadOnlySpan<ValuedFact> entries)
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
                group.AddSteps(entries[first..end], least, intricate);
            }
            else if (group.StepsOf(entries[first..end]) is { } found)
            {
                if (found == ValueGroup.Intricate)
                {
                    intricate.Add(entries[first].Owner);
                }
                else
                {
                    if (found.Least != found.Most)
                    {
                        tied.Add((found, entries[first].Owner));
                    }

                    least.Add(new PersonStep(found.Least, entries[first].Owner));
                }
            }
        }

        if (least.Count > 0)
        {
            PersonStep.Sort(least);
            FindValued();
            LayBelow(group.Below, tied.Count == 0 ? least : FindMost());
            LayAbove(group.Above, least);
            LayBetween(group);
            LayUnknown(group);
        }

        // Of three values that disagree, the one between may lie in a range that the others miss on either side.
        foreach (var (steps, person) in tied)
        {
            if (steps.Count > 2 && group.Ranges.Length > 0)
            {
                Ask(group.Ranges, person);
            }
        }

        foreach (var person in intricate)
        {
            Ask(group.Atoms, person);
        }
    }

    private void FindValued()
    {
        Array.Clear(valued);
        foreach (var one in least)
        {
            valued[one.Person >> 6] |= 1UL << (one.Person & 63);
        }
    }

    // The greatest step of each person; of most it is the least one as well.
    private List<PersonStep> FindMost()
    {
        var steps = tied.ToDictionary(one => one.Person, one => one.Steps.Most);
        foreach (var one in least)
        {
            most.Add(new PersonStep(steps.GetValueOrDefault(one.Person, one.Step), one.Person));
        }

        PersonStep.Sort(most);
        return most;
    }

    private void LayBelow(ValueGroup.LimitRequest[] requests, List<PersonStep> steps)
    {
        var (next, slot) = (0, 0);
        foreach (var (side, step) in requests)
        {
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
            var slot = Reserve();
            var into = BitmapOf(slot);
            var silent = Bitmap(bases[Side.Of(atom, Side.Silent)]);
            var isTrue = Bitmap(slots[Side.Of(atom, Side.True)]);
            var isFalse = Bitmap(slots[Side.Of(atom, Side.False)]);
            for (var word = 0; word < words; word++)
            {
                into[word] = silent[word] & ~((isTrue[word] | isFalse[word]) & valued[word]);
            }

            slots[Side.Of(atom, Side.Silent)] = slot;
        }
    }

    private void LayBetween(ValueGroup group)
    {
        foreach (var (atom, range, needsTrue, needsFalse) in group.Between)
        {
            if (needsTrue)
            {
                var slot = NewSlot();
                foreach (var one in Stretch(Math.Max(range.First, range.HighFirst), Math.Min(range.Last, range.HighLast)))
                {
                    Mark(slot, one.Person);
                }

                slots[Side.Of(atom, Side.True)] = Untied(slot, range);
            }

            if (needsFalse)
            {
                var slot = Reserve();
                valued.CopyTo(BitmapOf(slot));
                Unmark(slot, Stretch(range.First, range.Last));
                Unmark(slot, Stretch(range.HighFirst, range.HighLast));
                slots[Side.Of(atom, Side.False)] = Untied(slot, range);
            }
        }
    }

    private void Unmark(int slot, ReadOnlySpan<PersonStep> steps)
    {
        foreach (var one in steps)
        {
            Unmark(slot, one.Person);
        }
    }

    // Without those whose values disagree.
    private int Untied(int slot, in ValueGroup.Range range)
    {
        foreach (var (steps, person) in tied)
        {
            if (range.TruthOf(steps.Least) != range.TruthOf(steps.Most))
            {
                Unmark(slot, person);
            }
        }

        return slot;
    }

    // The least steps from one to another.
    private ReadOnlySpan<PersonStep> Stretch(int first, int last)
    {
        var (from, to) = (PersonStep.FirstFrom(least, first), PersonStep.FirstFrom(least, last + 1));
        return from < to ? CollectionsMarshal.AsSpan(least)[from..to] : [];
    }

    private int Grown(int slot)
    {
        var grown = Reserve();
        Bitmap(slot).CopyTo(bits.AsSpan(grown * words, words));
        return grown;
    }
}

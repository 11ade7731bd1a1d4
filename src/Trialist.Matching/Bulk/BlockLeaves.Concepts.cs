using System.Numerics;
using System.Runtime.InteropServices;

namespace Trialist.Matching.Bulk;

internal sealed partial class BlockLeaves
{
    private readonly List<PlacedFact> same = [];
    private readonly List<ValuedFact> valuedFacts = [];
    private readonly List<int> intricate = [];

    private void Load(ConceptLeaves leaves, int concept)
    {
        var relations = facts.TurnTo(concept);
        late.Turn();
        foreach (var section in leaves.Sections)
        {
            Load(section, relations);
        }

        if (leaves.Values.Length + leaves.Worded.Length > 0)
        {
            var values = Valued(relations);
            foreach (var group in leaves.Values)
            {
                Load(group, values);
            }

            foreach (var worded in leaves.Worded)
            {
                Lay(worded, values, relations);
            }
        }

        if (leaves.ByReference.Length + leaves.Measured.Length + leaves.Lifted.Length > 0)
        {
            AskReference(leaves, relations);
        }
    }

    // Facts about the very concept, in the order of their persons: numbers of others do not count.
    private ReadOnlySpan<ValuedFact> Valued(ReadOnlySpan<RecordedRelation> relations)
    {
        valuedFacts.Clear();
        foreach (ref readonly var placed in Same(relations))
        {
            if (MayHaveValue(placed))
            {
                valuedFacts.Add(ValuedFact.Of(placed, block));
            }
        }

        return CollectionsMarshal.AsSpan(valuedFacts);
    }

    private ReadOnlySpan<PlacedFact> Same(ReadOnlySpan<RecordedRelation> relations)
    {
        var only = 0;
        while (only < relations.Length && relations[only].Kinship != Kinship.Same)
        {
            only++;
        }

        if (only < relations.Length && !HasSame(relations[(only + 1)..]))
        {
            return facts.Of(relations[only]);
        }

        same.Clear();
        foreach (ref readonly var relation in relations[only..])
        {
            if (relation.Kinship == Kinship.Same)
            {
                same.AddRange(facts.Of(relation));
            }
        }

        same.Sort(static (one, other) => one.Fact.CompareTo(other.Fact));
        return CollectionsMarshal.AsSpan(same);
    }

    private static bool HasSame(ReadOnlySpan<RecordedRelation> relations)
    {
        foreach (ref readonly var relation in relations)
        {
            if (relation.Kinship == Kinship.Same)
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOfRun(ReadOnlySpan<ValuedFact> entries, int first)
    {
        var end = first + 1;
        while (end < entries.Length && entries[end].Owner == entries[first].Owner)
        {
            end++;
        }

        return end;
    }

    private void AskReference(ConceptLeaves leaves, ReadOnlySpan<RecordedRelation> relations)
    {
        Span<ulong> related = stackalloc ulong[words];
        Span<ulong> borneOn = stackalloc ulong[words];
        Span<ulong> haveValues = stackalloc ulong[words];
        foreach (ref readonly var relation in relations)
        {
            for (var run = relation.FirstRun; run < relation.EndRun; run++)
            {
                var found = facts.OfRun(run);
                Bitmaps.Or(related, facts.OwnersOf(run));
                if (facts.Bears(found[0], relation.Kinship))
                {
                    Bitmaps.Or(borneOn, facts.OwnersOf(run));
                }

                for (var index = 0; index < found.Length && relation.Kinship == Kinship.Same && leaves.Measured.Length > 0; index++)
                {
                    haveValues[found[index].Owner >> 6] |= MayHaveValue(found[index]) ? 1UL << (found[index].Owner & 63) : 0;
                }
            }
        }

        Ask(leaves.Lifted, related);
        Ask(leaves.ByReference, borneOn);
        Ask(leaves.Measured, haveValues);
    }

    // What may answer a leaf with a limit.
    private bool MayHaveValue(in PlacedFact fact) =>
        fact.Presence == Presence.Absent || block.HaveValues[fact.Fact];

    private void Ask(ReadOnlySpan<int> atoms, ReadOnlySpan<ulong> persons)
    {
        for (var word = 0; word < persons.Length && atoms.Length > 0; word++)
        {
            for (var left = persons[word]; left != 0; left &= left - 1)
            {
                Ask(atoms, (word << 6) + BitOperations.TrailingZeroCount(left));
            }
        }
    }

    private void Ask(ReadOnlySpan<int> atoms, int person)
    {
        if (atoms.Length == 0)
        {
            return;
        }

        var one = Prepare(person);
        foreach (var atom in atoms)
        {
            Set(atom, person, bank.Decide(atom, one));
        }
    }
}

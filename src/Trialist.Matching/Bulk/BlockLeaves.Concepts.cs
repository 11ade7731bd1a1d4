using System.Numerics;
using System.Runtime.InteropServices;

namespace Trialist.Matching.Bulk;

internal sealed partial class BlockLeaves
{
    private readonly List<PlacedFact> same = [];
    private readonly List<int> intricate = [];

    private void Load(ConceptLeaves leaves, int concept)
    {
        var relations = facts.TurnTo(concept);
        foreach (var section in leaves.Sections)
        {
            Load(section, relations);
        }

        if (leaves.Values.Length > 0)
        {
            TakeSame(relations);
            foreach (var group in leaves.Values)
            {
                Load(group, CollectionsMarshal.AsSpan(same));
            }
        }

        if (leaves.ByReference.Length + leaves.Measured.Length + leaves.Lifted.Length > 0)
        {
            AskReference(leaves, relations);
        }
    }

    // Facts about the very concept, in the order of their persons: numbers of others do not count.
    private void TakeSame(ReadOnlySpan<RecordedRelation> relations)
    {
        same.Clear();
        foreach (ref readonly var relation in relations)
        {
            if (relation.Kinship == Kinship.Same)
            {
                same.AddRange(facts.Of(relation));
            }
        }

        same.Sort(static (one, other) => one.Fact.CompareTo(other.Fact));
    }

    private static int EndOfRun(ReadOnlySpan<PlacedFact> entries, int first)
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
        Span<ulong> measured = stackalloc ulong[words];
        foreach (ref readonly var relation in relations)
        {
            foreach (ref readonly var fact in facts.Of(relation))
            {
                var (word, bit) = (fact.Owner >> 6, 1UL << (fact.Owner & 63));
                related[word] |= bit;
                borneOn[word] |= facts.Bears(fact, relation.Kinship) ? bit : 0;
                measured[word] |= relation.Kinship == Kinship.Same && MayHaveValue(fact) ? bit : 0;
            }
        }

        Ask(leaves.Lifted, related);
        Ask(leaves.ByReference, borneOn);
        Ask(leaves.Measured, measured);
    }

    // What may answer a leaf with a limit.
    private bool MayHaveValue(in PlacedFact fact) =>
        fact.Presence == Presence.Absent || block.Facts[fact.Fact] is { Value: not null } or { ValueWithin: not null };

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

        var one = PrepareWithFacts(person);
        foreach (var atom in atoms)
        {
            Set(atom, person, bank.Decide(atom, one));
        }
    }
}

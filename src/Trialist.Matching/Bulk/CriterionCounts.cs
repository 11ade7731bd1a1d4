using System.Numerics;

namespace Trialist.Matching.Bulk;

/// <summary>How many literals of each criterion settle it and how many are unknown, kept while atoms change: a criterion costs what has changed in it, however long it is.</summary>
/// <remarks>Not for use by several threads at once.</remarks>
internal sealed class CriterionCounts
{
    private const int Bits = 64;

    private readonly CriterionPrograms programs;
    private readonly sbyte[] truths;
    private readonly (short Decisive, short Open)[] counts;
    private readonly ulong[] marks;
    private readonly List<int> changed = [];

    /// <summary>Counts every criterion.</summary>
    /// <param name="programs">The criteria.</param>
    /// <param name="truths">The truth of every atom.</param>
    public CriterionCounts(CriterionPrograms programs, ReadOnlySpan<sbyte> truths)
    {
        (this.programs, this.truths) = (programs, truths.ToArray());
        counts = new (short, short)[programs.Count];
        marks = new ulong[(programs.Count + Bits - 1) / Bits];
        for (var atom = 0; atom < truths.Length; atom++)
        {
            foreach (var use in programs.UsesOf(atom))
            {
                ref var count = ref counts[use.Criterion];
                count.Decisive += (sbyte)use.Decisive == truths[atom] ? (short)1 : (short)0;
                count.Open += truths[atom] == 0 ? (short)1 : (short)0;
            }
        }
    }

    /// <summary>Changes atoms.</summary>
    /// <param name="known">The truth of every atom from now on.</param>
    /// <param name="touched">The atoms that may differ from before; one may come twice.</param>
    public void Change(ReadOnlySpan<sbyte> known, IReadOnlyList<int> touched)
    {
        for (var index = 0; index < touched.Count; index++)
        {
            var atom = touched[index];
            var (before, after) = (truths[atom], known[atom]);
            if (before == after)
            {
                continue;
            }

            changed.Add(atom);
            truths[atom] = after;
            Recount(atom, before, after);
        }
    }

    /// <summary>The criteria that changes have touched, in their order.</summary>
    public List<int> Touched()
    {
        List<int> found = [];
        for (var word = 0; word < marks.Length; word++)
        {
            for (var left = marks[word]; left != 0; left &= left - 1)
            {
                found.Add((word * Bits) + BitOperations.TrailingZeroCount(left));
            }
        }

        return found;
    }

    /// <summary>How a criterion comes out.</summary>
    public Truth TruthOf(int criterion)
    {
        var (decisive, open) = counts[criterion];
        return programs.JoinOf(criterion) switch
        {
            CriterionJoin.All => decisive > 0 ? Truth.False : open > 0 ? Truth.Unknown : Truth.True,
            CriterionJoin.Any => decisive > 0 ? Truth.True : open > 0 ? Truth.Unknown : Truth.False,
            CriterionJoin.Program => programs.Run(criterion, truths),
        };
    }

    /// <summary>Takes all changes back.</summary>
    /// <param name="first">The truth of every atom before the first change.</param>
    public void Return(ReadOnlySpan<sbyte> first)
    {
        foreach (var atom in changed)
        {
            Recount(atom, truths[atom], first[atom]);
            truths[atom] = first[atom];
        }

        changed.Clear();
        Array.Clear(marks);
    }

    private void Recount(int atom, sbyte before, sbyte after)
    {
        var open = (before == 0 ? -1 : 0) + (after == 0 ? 1 : 0);
        foreach (var use in programs.UsesOf(atom))
        {
            ref var count = ref counts[use.Criterion];
            var decisive = (sbyte)use.Decisive;
            count.Decisive += (short)((before == decisive ? -1 : 0) + (after == decisive ? 1 : 0));
            count.Open += (short)open;
            marks[use.Criterion / Bits] |= 1UL << (use.Criterion % Bits);
        }
    }
}

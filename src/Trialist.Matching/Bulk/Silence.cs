using System.Numerics;

namespace Trialist.Matching.Bulk;

/// <summary>How all studies of a bank stand to somebody of whom nothing but the sex is known. A person with facts differs from it in few criteria.</summary>
internal sealed class Silence
{
    private const int Bits = 64;

    private readonly StudyBank bank;
    private readonly sbyte[] truths;
    private readonly Truth[] ofCriteria;
    private readonly Tally[] tallies;

    /// <summary>Evaluates every criterion once.</summary>
    /// <param name="bank">The studies.</param>
    /// <param name="truths">The truth of every atom where nothing is known.</param>
    public Silence(StudyBank bank, sbyte[] truths)
    {
        (this.bank, this.truths) = (bank, truths);
        ofCriteria = new Truth[bank.Criteria.Count];
        tallies = new Tally[bank.Studies];
        for (var criterion = 0; criterion < ofCriteria.Length; criterion++)
        {
            ofCriteria[criterion] = bank.Criteria.Run(criterion, truths);
            tallies[bank.Criteria.StudyOf(criterion)].Add(ofCriteria[criterion], 1);
        }
    }

    /// <summary>The truth of every atom.</summary>
    public ReadOnlySpan<sbyte> Truths => truths;

    /// <summary>How a study's deciding criteria come out.</summary>
    public struct Tally
    {
        /// <summary>Met, not met and open.</summary>
        public int Met, NotMet, Open;

        /// <summary>Counts a criterion in, or with -1 out.</summary>
        public void Add(Truth truth, int count)
        {
            switch (truth)
            {
                case Truth.True:
                    Met += count;
                    break;
                case Truth.False:
                    NotMet += count;
                    break;
                case Truth.Unknown:
                    Open += count;
                    break;
            }
        }
    }

    /// <summary>The tallies of all studies for somebody whose atoms differ.</summary>
    /// <param name="known">The truth of every atom for the person.</param>
    /// <param name="touched">The atoms that may differ; one may come twice.</param>
    public Tally[] With(ReadOnlySpan<sbyte> known, IEnumerable<int> touched)
    {
        var counts = (Tally[])tallies.Clone();
        foreach (var criterion in Differing(known, touched))
        {
            var truth = bank.Criteria.Run(criterion, known);
            if (truth != ofCriteria[criterion])
            {
                ref var tally = ref counts[bank.Criteria.StudyOf(criterion)];
                tally.Add(ofCriteria[criterion], -1);
                tally.Add(truth, 1);
            }
        }

        return counts;
    }

    // In their order, so that programs are read from front to back.
    private List<int> Differing(ReadOnlySpan<sbyte> known, IEnumerable<int> touched)
    {
        var marks = new ulong[(ofCriteria.Length + Bits - 1) / Bits];
        foreach (var atom in touched)
        {
            if (known[atom] != truths[atom])
            {
                foreach (var criterion in bank.Criteria.Holding(atom))
                {
                    marks[criterion / Bits] |= 1UL << (criterion % Bits);
                }
            }
        }

        var differing = new List<int>();
        for (var word = 0; word < marks.Length; word++)
        {
            for (var left = marks[word]; left != 0; left &= left - 1)
            {
                differing.Add((word * Bits) + BitOperations.TrailingZeroCount(left));
            }
        }

        return differing;
    }
}

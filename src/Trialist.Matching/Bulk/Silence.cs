using System.Collections.Concurrent;

namespace Trialist.Matching.Bulk;

/// <summary>How all studies of a bank stand to somebody of whom nothing but the sex is known. A person with facts differs from it in few criteria.</summary>
internal sealed class Silence
{
    private readonly CriterionPrograms criteria;
    private readonly sbyte[] truths;
    private readonly Truth[] ofCriteria;
    private readonly Tally[] tallies;
    private readonly ConcurrentBag<CriterionCounts> idle;

    /// <summary>Evaluates every criterion once.</summary>
    /// <param name="bank">The studies.</param>
    /// <param name="truths">The truth of every atom where nothing is known.</param>
    public Silence(StudyBank bank, sbyte[] truths)
    {
        (criteria, this.truths) = (bank.Criteria, truths);
        var counts = new CriterionCounts(criteria, truths);
        idle = [counts];
        ofCriteria = new Truth[criteria.Count];
        tallies = new Tally[bank.Studies];
        for (var criterion = 0; criterion < ofCriteria.Length; criterion++)
        {
            ofCriteria[criterion] = counts.TruthOf(criterion);
            tallies[criteria.StudyOf(criterion)].Add(ofCriteria[criterion], 1);
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
    public Tally[] With(ReadOnlySpan<sbyte> known, IReadOnlyList<int> touched)
    {
        var standing = (Tally[])tallies.Clone();
        var counts = idle.TryTake(out var free) ? free : new CriterionCounts(criteria, truths);
        counts.Change(known, touched);
        foreach (var criterion in counts.Touched())
        {
            var truth = counts.TruthOf(criterion);
            if (truth != ofCriteria[criterion])
            {
                ref var tally = ref standing[criteria.StudyOf(criterion)];
                tally.Add(ofCriteria[criterion], -1);
                tally.Add(truth, 1);
            }
        }

        counts.Return(truths);
        idle.Add(counts);
        return standing;
    }
}

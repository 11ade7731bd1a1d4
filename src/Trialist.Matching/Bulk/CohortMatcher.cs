namespace Trialist.Matching.Bulk;

/// <summary>A cohort against every study of a bank: each distinct leaf once a block of persons, each study as a few operations on bitmaps.</summary>
/// <remarks>Not for use by several threads at once; the bank is. Results are counts, or bitmaps handed over block by block, never a row a pair.</remarks>
public sealed class CohortMatcher
{
    private const int Words = PersonColumns.Most / 64;

    private readonly StudyBank bank;
    private readonly BlockLeaves leaves;
    private readonly BlockProgram programs;
    private readonly FactNumbers numbers = new();

    /// <summary>Takes over a block's bitmaps for one study.</summary>
    /// <param name="study">The study's number in the bank.</param>
    /// <param name="firstPerson">Number of the person of the first bit.</param>
    /// <param name="eligible">A bit for each person who is eligible.</param>
    /// <param name="ineligible">A bit for each person who is not.</param>
    public delegate void Receiver(int study, int firstPerson, ReadOnlySpan<ulong> eligible, ReadOnlySpan<ulong> ineligible);

    /// <summary>Prepares a bank for cohorts under the same settings.</summary>
    public CohortMatcher(StudyBank bank, MatchSettings settings)
    {
        this.bank = bank;
        leaves = new BlockLeaves(bank, settings, Words, bank.Sides.IsLive);
        programs = new BlockProgram(bank.Sides, leaves, Words);
    }

    /// <summary>Matches all persons with all studies.</summary>
    /// <param name="persons">The cohort.</param>
    /// <param name="receiver">Sees the bitmaps of each study and block; null when counts are enough.</param>
    /// <returns>For each study how many persons are eligible and how many are not; the rest is undetermined.</returns>
    public IReadOnlyList<(long Eligible, long Ineligible)> Match(ReadOnlySpan<Person> persons, Receiver? receiver = null)
    {
        var counts = new (long Eligible, long Ineligible)[bank.Studies];
        for (var first = 0; first < persons.Length; first += PersonColumns.Most)
        {
            Match(new PersonColumns(persons.Slice(first, Math.Min(PersonColumns.Most, persons.Length - first)), numbers), first, counts, receiver);
        }

        return counts;
    }

    /// <summary>Matches one block of persons with all studies.</summary>
    /// <param name="block">The persons.</param>
    /// <param name="firstPerson">Number of the block's first person in the cohort.</param>
    /// <param name="counts">For each study how many persons are eligible and how many are not; the block's are added.</param>
    /// <param name="receiver">Sees the bitmaps of each study; null when counts are enough.</param>
    public void Match(PersonColumns block, int firstPerson, Span<(long Eligible, long Ineligible)> counts, Receiver? receiver = null)
    {
        leaves.Load(block);
        programs.Turn();
        Span<ulong> eligible = stackalloc ulong[Words];
        Span<ulong> ineligible = stackalloc ulong[Words];
        for (var study = 0; study < counts.Length; study++)
        {
            programs.Run(bank.Sides.FalseOf(study), ineligible);
            programs.Run(bank.Sides.TrueOf(study), eligible);
            if (bank.Sides.TrueOf(study) != SidePrograms.Nobody)
            {
                Bitmaps.And(eligible, leaves.MayFit);
                counts[study].Eligible += Bitmaps.Count(eligible);
            }

            counts[study].Ineligible += Bitmaps.Count(ineligible);
            receiver?.Invoke(study, firstPerson, eligible, ineligible);
        }
    }
}

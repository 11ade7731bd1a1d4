using System.Numerics;
using System.Runtime.Intrinsics;

namespace Trialist.Matching.Bulk;

/// <summary>A cohort against every study of a bank: each distinct leaf once a block of persons, each study as a few operations on bitmaps.</summary>
/// <remarks>Not for use by several threads at once; the bank is. Results are counts, or bitmaps handed over block by block, never a row a pair.</remarks>
public sealed class CohortMatcher
{
    private readonly StudyBank bank;
    private readonly BlockAtoms atoms;

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
        atoms = new BlockAtoms(bank, settings);
    }

    /// <summary>Matches all persons with all studies.</summary>
    /// <param name="persons">The cohort.</param>
    /// <param name="receiver">Sees the bitmaps of each study and block; null when counts are enough.</param>
    /// <returns>For each study how many persons are eligible and how many are not; the rest is undetermined.</returns>
    public IReadOnlyList<(long Eligible, long Ineligible)> Match(ReadOnlySpan<Person> persons, Receiver? receiver = null)
    {
        var counts = new (long Eligible, long Ineligible)[bank.Studies];
        Span<ulong> eligible = stackalloc ulong[BlockProgram.Words];
        Span<ulong> ineligible = stackalloc ulong[BlockProgram.Words];
        for (var first = 0; first < persons.Length; first += BlockProgram.Persons)
        {
            var block = persons.Slice(first, Math.Min(BlockProgram.Persons, persons.Length - first));
            atoms.Load(block);
            var mayFit = Vector512.Create(atoms.MayFit);
            var present = Present(block.Length);
            for (var study = 0; study < counts.Length; study++)
            {
                var (yes, no) = new BlockProgram(bank.ProgramOf(study), atoms.Slots, atoms.Bits).Run();
                (bank.CanBeEligible(study) ? yes & mayFit : Vector512<ulong>.Zero).CopyTo(eligible);
                (no & present).CopyTo(ineligible);
                counts[study] = (counts[study].Eligible + Ones(eligible), counts[study].Ineligible + Ones(ineligible));
                receiver?.Invoke(study, first, eligible, ineligible);
            }
        }

        return counts;
    }

    private static Vector512<ulong> Present(int count)
    {
        Span<ulong> words = stackalloc ulong[BlockProgram.Words];
        for (var index = 0; index < count; index++)
        {
            words[index / 64] |= 1UL << (index % 64);
        }

        return Vector512.Create((ReadOnlySpan<ulong>)words);
    }

    private static int Ones(ReadOnlySpan<ulong> words)
    {
        var ones = 0;
        foreach (var word in words)
        {
            ones += BitOperations.PopCount(word);
        }

        return ones;
    }
}

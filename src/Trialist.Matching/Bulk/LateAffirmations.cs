namespace Trialist.Matching.Bulk;

/// <summary>Of whom something may be affirmed later than it is denied: of others no denial is overcome, however many leaves ask.</summary>
/// <param name="facts">The facts of the block.</param>
/// <param name="words">64-bit words in a bitmap of a block.</param>
internal sealed class LateAffirmations(BlockFacts facts, int words)
{
    private const ushort Never = ushort.MaxValue; // later than any cell of the grid of days

    private readonly ulong[] found = new ulong[words];
    private readonly ushort[] denied = [.. Enumerable.Repeat(Never, words * 64)]; // the earliest day, by person; between searches nobody has one
    private readonly List<int> denials = []; // runs
    private readonly List<int> affirmations = []; // runs
    private ushort earliestDenied;
    private bool isFound;

    /// <summary>Forgets what was found of another concept.</summary>
    public void Turn() => isFound = false;

    /// <summary>Finds them for the concept that the facts were turned to.</summary>
    /// <param name="relations">How recorded concepts stand to it.</param>
    public ReadOnlySpan<ulong> Of(ReadOnlySpan<RecordedRelation> relations)
    {
        if (!isFound)
        {
            Find(relations);
            isFound = true;
        }

        return found;
    }

    // By cells of the grid of days: those of one cell may be either.
    private void Find(ReadOnlySpan<RecordedRelation> relations)
    {
        Array.Clear(found);
        denials.Clear();
        affirmations.Clear();
        earliestDenied = Never;
        foreach (ref readonly var relation in relations)
        {
            for (var run = relation.FirstRun; run < relation.EndRun; run++)
            {
                switch (facts.Run(run).Presence)
                {
                    case Presence.Present:
                        affirmations.Add(run);
                        break;
                    case Presence.Absent:
                        denials.Add(run);
                        break;
                }
            }
        }

        foreach (var run in denials)
        {
            Deny(run);
        }

        foreach (var run in affirmations)
        {
            Affirm(run);
        }

        foreach (var run in denials)
        {
            Forget(run);
        }
    }

    private void Deny(int run)
    {
        var persons = facts.PersonsOf(run);
        var days = facts.DaysOfRun(run);
        for (var index = 0; index < persons.Length; index++)
        {
            ref var earliest = ref denied[persons[index]];
            earliest = Math.Min(earliest, days[index].DateLast);
            earliestDenied = Math.Min(earliestDenied, earliest);
        }
    }

    // Denials are as young as the record, and of a run in the order of its days only the last affirm as late.
    private void Affirm(int run)
    {
        var persons = facts.PersonsOf(run);
        var days = facts.DaysOfRun(run);
        var isOrdered = facts.Run(run).IsByOneDay && (days[0].DateFirst == facts.NoCell || days[^1].DateFirst != facts.NoCell);
        for (var index = persons.Length - 1; index >= 0; index--)
        {
            var day = days[index].DateFirst != facts.NoCell ? days[index].DateFirst : days[index].StartFirst;
            if (day < earliestDenied && isOrdered)
            {
                break;
            }

            var person = persons[index];
            found[person >> 6] |= day != facts.NoCell && day >= denied[person] ? 1UL << (person & 63) : 0;
        }
    }

    private void Forget(int run)
    {
        foreach (var person in facts.PersonsOf(run))
        {
            denied[person] = Never;
        }
    }
}

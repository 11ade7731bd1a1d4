namespace Trialist.Matching.Bulk;

/// <summary>Of whom something may be affirmed later than it is denied: of others no denial is overcome, however many leaves ask.</summary>
/// <param name="facts">The facts of the block.</param>
/// <param name="words">64-bit words in a bitmap of a block.</param>
internal sealed class LateAffirmations(BlockFacts facts, int words)
{
    private const int Never = -1;

    private readonly ulong[] found = new ulong[words];
    private readonly int[] affirmed = new int[words * 64];
    private readonly int[] denied = new int[words * 64];
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
        Array.Fill(affirmed, Never);
        Array.Fill(denied, int.MaxValue);
        foreach (ref readonly var relation in relations)
        {
            for (var run = relation.FirstRun; run < relation.EndRun; run++)
            {
                switch (facts.OfRun(run)[0].Presence)
                {
                    case Presence.Present:
                        Affirm(run);
                        break;
                    case Presence.Absent:
                        Deny(run);
                        break;
                }
            }
        }

        Array.Clear(found);
        Bitmaps.AddNotLess(found, affirmed, denied);
    }

    private void Affirm(int run)
    {
        var persons = facts.PersonsOf(run);
        var days = facts.DaysOfRun(run);
        for (var index = 0; index < persons.Length; index++)
        {
            var day = days[index].DateFirst != facts.NoCell ? days[index].DateFirst : days[index].StartFirst;
            if (day != facts.NoCell && day > affirmed[persons[index]])
            {
                affirmed[persons[index]] = day;
            }
        }
    }

    private void Deny(int run)
    {
        var persons = facts.PersonsOf(run);
        var days = facts.DaysOfRun(run);
        for (var index = 0; index < persons.Length; index++)
        {
            if (days[index].DateLast != facts.NoCell && days[index].DateLast < denied[persons[index]])
            {
                denied[persons[index]] = days[index].DateLast;
            }
        }
    }
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace Trialist.Matching.Bulk;

internal sealed partial class BlockLeaves
{
    private readonly int[] sectionOfPerson; // the last one in which all the person's facts were looked at
    private readonly (int First, int Count)[] testifiedBy;
    private readonly List<(int Point, int Affirmed, int Denied)> testified = [];

    private bool AddOvercome(LeafSection section, LeafClass one, ReadOnlySpan<ulong> affirm, ReadOnlySpan<ulong> deny, ReadOnlySpan<RecordedRelation> relations)
    {
        var any = false;
        for (var word = 0; word < words; word++)
        {
            var contradicted = affirm[word] & deny[word] & heard[word];
            contradicted &= contradicted == 0 ? 0 : late.Of(relations)[word];
            for (; contradicted != 0; contradicted &= contradicted - 1)
            {
                if (IsOvercome(section, one, (word << 6) + BitOperations.TrailingZeroCount(contradicted)))
                {
                    yes[word] |= contradicted & (~contradicted + 1);
                    any = true;
                }
            }
        }

        return any;
    }

    // Denials are overcome by what is affirmed later than the last of them.
    private bool IsOvercome(LeafSection section, LeafClass one, int person)
    {
        var (lastDenied, lastAffirmed) = (PersonColumns.NoDay, PersonColumns.NoDay);
        foreach (var (point, affirmed, denied) in TestifiedBy(section, person))
        {
            var testimony = one.At(point);
            if ((testimony & Testimonies.Denies) != Testimonies.None)
            {
                if (denied == PersonColumns.NoDay)
                {
                    return false;
                }

                lastDenied = Math.Max(lastDenied, denied);
            }

            lastAffirmed = (testimony & Testimonies.Affirms) != Testimonies.None ? Math.Max(lastAffirmed, affirmed) : lastAffirmed;
        }

        return lastAffirmed > lastDenied;
    }

    // The points of one person's facts in a section, each with the days since which it may affirm and up to which it may deny.
    private ReadOnlySpan<(int Point, int Affirmed, int Denied)> TestifiedBy(LeafSection section, int person)
    {
        if (sectionOfPerson[person] != sections)
        {
            var first = testified.Count;
            for (var fact = block.FirstFactOf(person); fact < block.FirstFactOf(person + 1); fact++)
            {
                if (facts.RelationOf(fact) is { Kinship: not Kinship.None } relation)
                {
                    ref readonly var days = ref block.Days[fact];
                    testified.Add((section.PointOf(facts.PlacedOf(fact), relation, facts), days.DateFirst != PersonColumns.NoDay ? days.DateFirst : days.StartFirst, days.DateLast));
                }
            }

            (sectionOfPerson[person], testifiedBy[person]) = (sections, (first, testified.Count - first));
        }

        return CollectionsMarshal.AsSpan(testified).Slice(testifiedBy[person].First, testifiedBy[person].Count);
    }
}

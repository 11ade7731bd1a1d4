using System.Numerics;
using System.Runtime.InteropServices;

namespace Trialist.Matching.Bulk;

internal sealed partial class BlockLeaves
{
    private readonly List<int> pointsSeen = [];
    private readonly ulong[] none;
    private readonly ulong[]?[] planes; // by testimony
    private readonly ulong[] yes;
    private readonly ulong[] no;
    private readonly ulong[] heard;
    private ulong[] pointBits = [];
    private int[] sectionOfPoint = []; // the last one in which the point was seen
    private readonly int[] sectionOfPerson; // the last one in which all the person's facts were looked at
    private readonly (int First, int Count)[] testifiedBy;
    private readonly List<(int Point, int Affirmed, int Denied)> testified = [];
    private int sections;

    // Persons by the points of their facts; a class is then a few operations on these bitmaps, however many facts there are.
    private void Load(LeafSection section, ReadOnlySpan<RecordedRelation> relations)
    {
        pointsSeen.Clear();
        testified.Clear();
        sections++;
        if (section.IsTooFine)
        {
            AskAll(section, relations);
            return;
        }

        foreach (ref readonly var relation in relations)
        {
            var found = facts.Of(relation);
            var days = facts.DaysOf(relation);
            for (var index = 0; index < found.Length; index++)
            {
                MarkPoint(section.PointOf(found[index], days[index], relation, facts), found[index].Owner);
            }
        }

        foreach (var one in section.Classes)
        {
            Lay(section, one);
        }
    }

    private void AskAll(LeafSection section, ReadOnlySpan<RecordedRelation> relations)
    {
        Span<ulong> related = stackalloc ulong[words];
        foreach (ref readonly var relation in relations)
        {
            foreach (ref readonly var fact in facts.Of(relation))
            {
                related[fact.Owner >> 6] |= 1UL << (fact.Owner & 63);
            }
        }

        Ask([.. section.Classes.SelectMany(one => one.Members).Select(section.AtomOf)], related);
    }

    private void MarkPoint(int point, int person)
    {
        if (point >= sectionOfPoint.Length)
        {
            Array.Resize(ref sectionOfPoint, Math.Max(point + 1, sectionOfPoint.Length * 2));
            Array.Resize(ref pointBits, sectionOfPoint.Length * words);
        }

        if (sectionOfPoint[point] != sections)
        {
            sectionOfPoint[point] = sections;
            pointBits.AsSpan(point * words, words).Clear();
            pointsSeen.Add(point);
        }

        pointBits[(point * words) + (person >> 6)] |= 1UL << (person & 63);
    }

    private void Lay(LeafSection section, LeafClass one)
    {
        var all = Gather(one);
        var form = one.Form;
        var (yesOfAny, noOfAny, heardOfAny) = (0UL, 0UL, 0UL);
        var (affirm, deny, against) = (Plane(all, Testimonies.Affirms), Plane(all, Testimonies.Denies), Plane(all, Testimonies.StandsAgainst));
        var (open, differ) = (Plane(all, Testimonies.Opens), Plane(all, Testimonies.Differs));
        for (var word = 0; word < words; word++)
        {
            var counted = form.IsOfWomen ? ~men[word] : ~0UL;
            var settled = deny[word] & ~affirm[word] & ~against[word];
            yes[word] = ((affirm[word] & ~deny[word]) | (form.OfNone == Truth.True ? settled : 0)) & counted;
            no[word] = ((differ[word] & ~(affirm[word] | deny[word] | open[word] | against[word])) | (form.OfNone == Truth.False ? settled : 0)) & counted;
            heard[word] = (affirm[word] | deny[word] | against[word] | open[word] | differ[word]) & counted;
            for (var contradicted = one.NeedsTrue ? affirm[word] & deny[word] & counted : 0; contradicted != 0; contradicted &= contradicted - 1)
            {
                var person = (word << 6) + BitOperations.TrailingZeroCount(contradicted);
                yes[word] |= IsOvercome(section, one, person) ? contradicted & (~contradicted + 1) : 0;
            }

            (yesOfAny, noOfAny, heardOfAny) = (yesOfAny | yes[word], noOfAny | no[word], heardOfAny | heard[word]);
        }

        var slotOfTrue = one.NeedsTrue ? Laid(form.BaseTrue, heardOfAny, yes, yesOfAny) : form.BaseTrue;
        var slotOfFalse = one.NeedsFalse ? Laid(form.BaseFalse, heardOfAny, no, noOfAny) : form.BaseFalse;
        var slotOfSilent = one.NeedsSilent ? Laid(form.BaseSilent, heardOfAny, none, 0) : form.BaseSilent;
        foreach (var place in one.Members)
        {
            var side = Side.Of(section.AtomOf(place), Side.True);
            (slots[side], slots[side + Side.False], slots[side + Side.Silent]) = (slotOfTrue, slotOfFalse, slotOfSilent);
        }
    }

    // What testifies at all; of each kind of testimony, the persons with a fact that gives it.
    private Testimonies Gather(LeafClass one)
    {
        var (all, asked) = (Testimonies.None, one.Asked);
        foreach (var point in pointsSeen)
        {
            var testimony = one.At(point) & asked;
            if (planes[(int)testimony] is not { } plane)
            {
                continue;
            }

            var persons = pointBits.AsSpan(point * words, words);
            if ((all & testimony) == testimony)
            {
                Bitmaps.Or(plane, persons);
            }
            else
            {
                persons.CopyTo(plane);
                all |= testimony;
            }
        }

        return all;
    }

    private ulong[] Plane(Testimonies all, Testimonies kind) => (all & kind) == kind ? planes[(int)kind]! : none;

    // Of those heard it holds where it is laid; of others where it does for the silent.
    private int Laid(int silent, ulong heardOfAny, ulong[] holds, ulong holdsOfAny)
    {
        if (heardOfAny == 0 || (silent == 0 && holdsOfAny == 0))
        {
            return silent;
        }

        var slot = NewSlot();
        var from = Bitmap(silent);
        var into = bits.AsSpan(slot * words, words);
        for (var word = 0; word < into.Length; word++)
        {
            into[word] = (from[word] & ~heard[word]) | holds[word];
        }

        return slot;
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
                    testified.Add((section.PointOf(facts.PlacedOf(fact), facts.DaysOf(fact), relation, facts), days.DateFirst != PersonColumns.NoDay ? days.DateFirst : days.StartFirst, days.DateLast));
                }
            }

            (sectionOfPerson[person], testifiedBy[person]) = (sections, (first, testified.Count - first));
        }

        return CollectionsMarshal.AsSpan(testified).Slice(testifiedBy[person].First, testifiedBy[person].Count);
    }
}

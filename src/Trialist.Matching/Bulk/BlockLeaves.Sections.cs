using System.Numerics;
using System.Runtime.InteropServices;

namespace Trialist.Matching.Bulk;

internal sealed partial class BlockLeaves
{
    private readonly List<int> pointsSeen = [];
    private readonly ulong[] none;
    private readonly List<int>[] pointsBy = [.. Enumerable.Range(0, (int)Testimonies.Differs + 1).Select(_ => new List<int>())]; // by testimony
    private readonly ulong[]?[] planes; // by testimony
    private readonly ulong[] women; // and who may be one
    private readonly ulong[] all;
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
            for (var run = relation.FirstRun; run < relation.EndRun; run++)
            {
                MarkRun(section, run, relation);
            }
        }

        foreach (var one in section.Classes)
        {
            Lay(section, one, relations);
        }
    }

    private void AskAll(LeafSection section, ReadOnlySpan<RecordedRelation> relations)
    {
        Span<ulong> related = stackalloc ulong[words];
        foreach (ref readonly var relation in relations)
        {
            for (var run = relation.FirstRun; run < relation.EndRun; run++)
            {
                Bitmaps.Or(related, facts.OwnersOf(run));
            }
        }

        Ask([.. section.Classes.SelectMany(one => one.Members).Select(section.AtomOf)], related);
    }

    private void MarkRun(LeafSection section, int run, in RecordedRelation relation)
    {
        var found = facts.OfRun(run);
        if (section.IsOnePoint(found[0], relation.Kinship))
        {
            Bitmaps.Or(PersonsAt(section.PointOf(found[0], relation, facts)), facts.OwnersOf(run));
        }
        else if (!facts.Run(run).IsByOneDay || (section.IsByValue && facts.Run(run).HasValues))
        {
            foreach (ref readonly var fact in found)
            {
                Mark(PersonsAt(section.PointOf(fact, relation, facts)), fact.Owner);
            }
        }
        else
        {
            MarkByDay(section, run, relation);
        }
    }

    // Facts whose days lie between the same borders of the section stand side by side.
    private void MarkByDay(LeafSection section, int run, in RecordedRelation relation)
    {
        var persons = facts.PersonsOf(run);
        var days = facts.OneDayOf(run);
        for (var next = 0; next < persons.Length;)
        {
            var end = section.EndOfCell(days[next]);
            var into = PersonsAt(section.PointOf(facts.OfRun(run)[next], relation, facts));
            if (next == 0 && days[^1] < end)
            {
                Bitmaps.Or(into, facts.OwnersOf(run));
                return;
            }

            for (; next < persons.Length && days[next] < end; next++)
            {
                Mark(into, persons[next]);
            }
        }
    }

    private static void Mark(Span<ulong> persons, int person) => persons[person >> 6] |= 1UL << (person & 63);

    // The persons of whom a fact was seen at a point of the section.
    private Span<ulong> PersonsAt(int point)
    {
        if (point >= sectionOfPoint.Length)
        {
            Array.Resize(ref sectionOfPoint, Math.Max(point + 1, sectionOfPoint.Length * 2));
            Array.Resize(ref pointBits, sectionOfPoint.Length * words);
        }

        var persons = pointBits.AsSpan(point * words, words);
        if (sectionOfPoint[point] != sections)
        {
            sectionOfPoint[point] = sections;
            persons.Clear();
            pointsSeen.Add(point);
        }

        return persons;
    }

    private void Lay(LeafSection section, LeafClass one, ReadOnlySpan<RecordedRelation> relations)
    {
        Gather(one);
        var form = one.Form;
        var affirm = Plane(Testimonies.Affirms);
        var deny = Plane(Testimonies.Denies);
        var testimony = new Testimony(affirm, deny, Plane(Testimonies.StandsAgainst), Plane(Testimonies.Opens), Plane(Testimonies.Differs), form.IsOfWomen ? women : all);
        var (anyYes, anyNo, anyHeard) = testimony.Weigh(form.OfNone, yes, no, heard);
        anyYes |= form.NeedsTrue && pointsBy[(int)Testimonies.Affirms].Count > 0 && pointsBy[(int)Testimonies.Denies].Count > 0 && AddOvercome(section, one, affirm, deny, relations);

        var slotOfTrue = form.NeedsTrue ? Laid(form.BaseTrue, anyHeard, yes, anyYes) : form.BaseTrue;
        var slotOfFalse = form.NeedsFalse ? Laid(form.BaseFalse, anyHeard, no, anyNo) : form.BaseFalse;
        var slotOfSilent = form.NeedsSilent ? Laid(form.BaseSilent, anyHeard, none, holdsOfAny: false) : form.BaseSilent;
        foreach (var place in one.Members)
        {
            var side = Side.Of(section.AtomOf(place), Side.True);
            (slots[side], slots[side + Side.False], slots[side + Side.Silent]) = (slotOfTrue, slotOfFalse, slotOfSilent);
        }
    }

    // The points seen, by what they testify.
    private void Gather(LeafClass one)
    {
        foreach (var points in pointsBy)
        {
            points.Clear();
        }

        foreach (var point in CollectionsMarshal.AsSpan(pointsSeen))
        {
            pointsBy[(int)(one.At(point))].Add(point);
        }
    }

    // Who has a fact that testifies so.
    private ReadOnlySpan<ulong> Plane(Testimonies kind)
    {
        var points = CollectionsMarshal.AsSpan(pointsBy[(int)kind]);
        if (points.Length < 2)
        {
            return points.Length == 0 ? none : pointBits.AsSpan(points[0] * words, words);
        }

        var plane = planes[(int)kind]!;
        plane.AsSpan().Clear();
        Bitmaps.OrEach(plane, pointBits, points);
        return plane;
    }

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

    // Of those heard it holds where it is laid; of others where it does for the silent.
    private int Laid(int silent, bool isHeard, ulong[] holds, bool holdsOfAny)
    {
        if (!isHeard || (silent == 0 && !holdsOfAny))
        {
            return silent;
        }

        var slot = Reserve();
        Bitmaps.Blend(bits.AsSpan(slot * words, words), Bitmap(silent), heard, holds);
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
                    testified.Add((section.PointOf(facts.PlacedOf(fact), relation, facts), days.DateFirst != PersonColumns.NoDay ? days.DateFirst : days.StartFirst, days.DateLast));
                }
            }

            (sectionOfPerson[person], testifiedBy[person]) = (sections, (first, testified.Count - first));
        }

        return CollectionsMarshal.AsSpan(testified).Slice(testifiedBy[person].First, testifiedBy[person].Count);
    }
}

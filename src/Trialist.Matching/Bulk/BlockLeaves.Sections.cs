namespace Trialist.Matching.Bulk;

internal sealed partial class BlockLeaves
{
    private readonly List<int> pointsSeen = [];
    private ulong[] pointBits = [];
    private int[] sectionOfPoint = []; // the last one in which the point was seen
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

        laid.Clear();
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
}

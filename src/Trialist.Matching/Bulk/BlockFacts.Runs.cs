namespace Trialist.Matching.Bulk;

internal sealed partial class BlockFacts
{
    private ulong[] ranks = []; // of those placed
    private PlacedFact[] placed = [];
    private PlacedFact[] ordered = []; // those placed, in the order of their persons
    private ushort[] persons = [];  // whose those placed are
    private GridDays[] days = [];   // of those placed
    private ushort[] oneDay = [];   // of those placed, where they differ in one
    private readonly List<FactRun> runs = [];
    private (int First, int End)[] runsOf = []; // by recorded concept
    private ulong[] owners = []; // by run, bitmaps

    /// <summary>The facts about a recorded concept, in the order of their persons.</summary>
    public ReadOnlySpan<PlacedFact> Of(in RecordedRelation relation) => ordered.AsSpan(runs[relation.FirstRun].First..runs[relation.EndRun - 1].End);

    /// <summary>What is known of a run.</summary>
    public FactRun Run(int run) => runs[run];

    /// <summary>The cells of the day in which the facts of a run differ.</summary>
    public ReadOnlySpan<ushort> OneDayOf(int run) => oneDay.AsSpan(runs[run].First..runs[run].End);

    /// <summary>The facts of a run.</summary>
    public ReadOnlySpan<PlacedFact> OfRun(int run) => placed.AsSpan(runs[run].First..runs[run].End);

    /// <summary>Whose the facts of a run are.</summary>
    public ReadOnlySpan<ushort> PersonsOf(int run) => persons.AsSpan(runs[run].First..runs[run].End);

    /// <summary>The days of the facts of a run.</summary>
    public ReadOnlySpan<GridDays> DaysOfRun(int run) => days.AsSpan(runs[run].First..runs[run].End);

    /// <summary>As a bitmap, who has a fact in a run.</summary>
    public ReadOnlySpan<ulong> OwnersOf(int run) => owners.AsSpan(run * words, words);

    private void Place()
    {
        var count = 0;
        foreach (var concept in recorded)
        {
            endOf[concept] = count;
            count += countOf[concept];
        }

        (ranks, days, persons, oneDay) = (Grown(ranks, count), Grown(days, count), Grown(persons, count), Grown(oneDay, count));
        (placed, ordered) = (Grown(placed, count), Grown(ordered, count));
        for (var fact = 0; fact < Block.Facts.Length; fact++)
        {
            if (formOf[fact] != None)
            {
                var place = endOf[Block.Concepts[fact]]++;
                daysOf[fact] = grid.Of(Block.Days[fact]);
                ordered[place] = placed[place] = PlacedOf(fact);
                ranks[place] = RankOf(formOf[fact], daysOf[fact]);
            }
        }

        runs.Clear();
        foreach (var concept in recorded)
        {
            var first = runs.Count;
            Part(endOf[concept] - countOf[concept], endOf[concept]);
            runsOf[concept] = (first, runs.Count);
        }

        owners = Grown(owners, runs.Count * words);
        for (var run = 0; run < runs.Count; run++)
        {
            var of = owners.AsSpan(run * words, words);
            of.Clear();
            foreach (ref readonly var fact in OfRun(run))
            {
                of[fact.Owner >> 6] |= 1UL << (fact.Owner & 63);
            }
        }
    }

    // By form, then by the days on which most facts differ; what shares a rank and is of another form only makes more runs.
    private static ulong RankOf(int form, in GridDays days) =>
        ((ulong)(ushort)form << 48) | ((ulong)days.StartFirst << 32) | ((ulong)days.EndFirst << 16) | days.DateFirst;

    private void Part(int first, int end)
    {
        ranks.AsSpan(first..end).Sort(placed.AsSpan(first..end));
        var begin = first;
        for (var place = first; place < end; place++)
        {
            ref readonly var fact = ref placed[place];
            (days[place], persons[place]) = (daysOf[fact.Fact], fact.Owner);
            if (fact.Form != placed[begin].Form || fact.HasStart != placed[begin].HasStart)
            {
                AddRun(begin, place);
                begin = place;
            }
        }

        AddRun(begin, end);
    }

    private void AddRun(int first, int end)
    {
        var haveValues = false;
        foreach (ref readonly var fact in placed.AsSpan(first..end))
        {
            haveValues |= Block.HaveValues[fact.Fact];
        }

        runs.Add(new FactRun(first, end, FindOneDay(first, end), haveValues, placed[first].Presence));
    }

    private bool FindOneDay(int first, int end)
    {
        var same = days[first];
        var (starts, ends, dates) = (false, false, false);
        for (var place = first + 1; place < end; place++)
        {
            ref readonly var one = ref days[place];
            starts |= one.StartFirst != same.StartFirst || one.StartLast != same.StartLast;
            ends |= one.EndFirst != same.EndFirst || one.EndLast != same.EndLast;
            dates |= one.DateFirst != same.DateFirst || one.DateLast != same.DateLast;
        }

        if ((starts ? 1 : 0) + (ends ? 1 : 0) + (dates ? 1 : 0) > 1)
        {
            return false;
        }

        for (var place = first; place < end; place++)
        {
            ref readonly var one = ref days[place];
            var (day, last) = starts ? (one.StartFirst, one.StartLast) : ends ? (one.EndFirst, one.EndLast) : dates ? (one.DateFirst, one.DateLast) : default;
            if (day != last)
            {
                return false;
            }

            oneDay[place] = day;
        }

        return true;
    }
}

using System.Diagnostics;
using Trialist.Matching;
using Trialist.Matching.Bulk;

namespace Trialist.Evaluation.Benches;

/// <summary>Measures matching: one person against all studies, and a cohort against all studies, on one core, checked against the reference on a sample.</summary>
public static class MatchBench
{
    private const int Seed = 20261123;
    private const int Learning = 4; // blocks that are not timed, for in them an engine learns most of what facts say: a million persons are 245 blocks
    private const int Timed = 60; // blocks
    private const int AtOnce = 12; // blocks in memory
    private const int PersonsAlone = 100; // timed after as many others
    private const int BestWithReasons = 50;
    private const int SamplePersons = 8;
    private const int SampleStudies = 1000;

    /// <summary>Runs the bench.</summary>
    /// <param name="sources">Real studies to grow from.</param>
    /// <param name="scale">How many studies to grow.</param>
    /// <param name="rivals">Rivals to measure in the same run: <c>duckdb</c>.</param>
    /// <param name="say">Where progress goes.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <exception cref="TrialistException">The bulk engine and the reference disagree.</exception>
    public static BenchReport Run(IReadOnlyList<Study> sources, int scale, IReadOnlyList<string> rivals, Action<string> say, CancellationToken cancellation)
    {
        var asOf = new DateOnly(2026, 11, 23);
        var settings = new MatchSettings(asOf);
        var grown = new GrownStudies(sources, Seed);
        var studies = grown.Take(scale).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var building = Stopwatch.StartNew();
        var bank = new StudyBank(studies, LexiconVocabulary.Default);
        building.Stop();
        List<BenchFigure> rows =
        [
            new("match.bank", "trialist", "studies", bank.Studies, "count"), new("match.bank", "trialist", "predicates", bank.Atoms, "count"),
            new("match.bank", "trialist", "deciding predicates", bank.DecidingAtoms, "count"),
            new("match.bank", "trialist", "programs", bank.ProgramWords, "words"), new("match.bank", "trialist", "build", building.Elapsed.TotalSeconds, "s"),
            new("match.bank", "trialist", "memory", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6, "MB"),
        ];
        say($"{bank.Studies:N0} studies, {bank.Atoms:N0} distinct predicates, built in {building.Elapsed.TotalSeconds:0.0} s");
        var persons = new GeneratedPersons(grown, asOf, Seed).Take(2 * PersonColumns.Most).ToArray();
        cancellation.ThrowIfCancellationRequested();
        Check(bank, studies, persons, settings);
        say($"{SamplePersons} persons × {Math.Min(SampleStudies, bank.Studies):N0} studies: both engines give what the reference gives");
        rows.AddRange(Alone(bank, studies, persons, settings));
        cancellation.ThrowIfCancellationRequested();
        rows.AddRange(Bulk(bank, () => new GeneratedPersons(grown, asOf, Seed).Take((Learning + Timed) * PersonColumns.Most), settings, say, cancellation));
        cancellation.ThrowIfCancellationRequested();
        if (rivals.Contains("duckdb"))
        {
            rows.AddRange(DuckDbRival.Run(bank, persons, settings, say));
        }

        rows.Add(new("match.process", "trialist", "peak memory", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, "MB"));
        return new BenchReport(rows);
    }

    private static List<BenchFigure> Alone(StudyBank bank, List<(Study Study, CriteriaDocument? Criteria)> studies, Person[] persons, MatchSettings settings)
    {
        var matcher = new OneAgainstAll(bank, settings);
        List<double> times = [];
        foreach (var person in persons.Take(2 * PersonsAlone))
        {
            var clock = Stopwatch.StartNew();
            var prepared = new PreparedPerson(person, settings, LexiconVocabulary.Default);
            var standings = matcher.Stand(prepared);
            var best = Enumerable.Range(0, standings.Length).Where(study => standings[study].Verdict != Verdict.Ineligible)
                .OrderByDescending(study => (double)standings[study].Met / Math.Max(1, standings[study].Met + standings[study].Open)).Take(BestWithReasons);
            foreach (var study in best)
            {
                _ = StudyMatcher.Judge(studies[study].Study, studies[study].Criteria, prepared);
            }

            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        var first = times[0];
        times.RemoveRange(0, PersonsAlone);
        times.Sort();
        return
        [
            new("match.one", "trialist", "first of all", first, "ms"),
            new("match.one", "trialist", "p50", times[times.Count / 2], "ms"),
            new("match.one", "trialist", "p99", times[(int)(times.Count * 0.99)], "ms"),
        ];
    }

    private static List<BenchFigure> Bulk(StudyBank bank, Func<IEnumerable<Person>> cohort, MatchSettings settings, Action<string> say, CancellationToken cancellation)
    {
        var one = RunCohort(bank, cohort(), settings, cores: 1, cancellation);
        say($"bulk: {one.Rate / 1e6:N0} million pairs/s, {one.Eligible:N0} eligible, {one.Ineligible:N0} ineligible pairs");
        var all = RunCohort(bank, cohort(), settings, Environment.ProcessorCount, cancellation);
        say($"bulk on {Environment.ProcessorCount} cores: {all.Rate / 1e6:N0} million pairs/s");
        return
        [
            new("match.bulk", "trialist", "rate", one.Rate, "pairs/s"), new("match.bulk", "trialist", "persons", Timed * PersonColumns.Most, "count"),
            new("match.bulk", "trialist", "studies", bank.Studies, "count"), new("match.bulk", "trialist", "first block", one.First, "s"), new("match.bulk", "trialist", "next blocks of learning", one.Learning, "s"),
            new("match.bulk", "trialist", "persons laid out as columns", one.Columns, "1/s"), Million("match.bulk", bank, one.Rate),
            new("match.bulk.cores", "trialist", "rate", all.Rate, "pairs/s"), new("match.bulk.cores", "trialist", "cores", Environment.ProcessorCount, "count"), Million("match.bulk.cores", bank, all.Rate),
        ];
    }

    // The persons are made and laid out a few blocks at a time, beside the clock; each core has an engine of its own, which learns for itself.
    private static BulkRun RunCohort(StudyBank bank, IEnumerable<Person> cohort, MatchSettings settings, int cores, CancellationToken cancellation)
    {
        var numbers = new FactNumbers();
        var engines = Enumerable.Range(0, cores).Select(_ => (Matcher: new CohortMatcher(bank, settings), Counts: new (long Eligible, long Ineligible)[bank.Studies])).ToArray();
        var (laying, matching) = (new Stopwatch(), new Stopwatch());
        var (first, learning) = (0.0, 0.0);
        foreach (var persons in cohort.Chunk(AtOnce * PersonColumns.Most))
        {
            cancellation.ThrowIfCancellationRequested();
            laying.Start();
            var blocks = persons.Chunk(PersonColumns.Most).Select(block => new PersonColumns(block, numbers)).ToArray();
            laying.Stop();
            if (learning == 0)
            {
                var clock = Stopwatch.StartNew();
                engines[0].Matcher.Match(blocks[0], 0, engines[0].Counts);
                first = clock.Elapsed.TotalSeconds;
                Array.ForEach(blocks[1..Learning], block => engines[0].Matcher.Match(block, 0, engines[0].Counts));
                learning = clock.Elapsed.TotalSeconds - first;
                Parallel.ForEach(engines[1..], engine => Array.ForEach(blocks[..Learning], block => engine.Matcher.Match(block, 0, engine.Counts)));
                blocks = blocks[Learning..];
            }

            matching.Start();
            Parallel.For(0, cores, core =>
            {
                for (var block = core; block < blocks.Length; block += cores)
                {
                    engines[core].Matcher.Match(blocks[block], 0, engines[core].Counts);
                }
            });
            matching.Stop();
        }

        return new BulkRun(
            (double)Timed * PersonColumns.Most * bank.Studies / matching.Elapsed.TotalSeconds, first, learning, (Learning + Timed) * PersonColumns.Most / laying.Elapsed.TotalSeconds,
            engines.Sum(engine => engine.Counts.Sum(count => count.Eligible)), engines.Sum(engine => engine.Counts.Sum(count => count.Ineligible)));
    }

    /// <summary>What a cohort took on some cores: seconds, pairs a second, persons laid out a second, and the pairs found.</summary>
    private sealed record BulkRun(double Rate, double First, double Learning, double Columns, long Eligible, long Ineligible);

    // Computed from the rate, not run: the rate is the same for every block of persons.
    private static BenchFigure Million(string @case, StudyBank bank, double rate) => new(@case, "trialist", "1 million persons at this rate", 1e6 * bank.Studies / rate, "s");

    private static void Check(StudyBank bank, List<(Study Study, CriteriaDocument? Criteria)> studies, Person[] persons, MatchSettings settings)
    {
        var alone = new OneAgainstAll(bank, settings);
        var sample = persons.AsSpan(0, SamplePersons).ToArray();
        var seen = new Verdict[sample.Length, bank.Studies];
        new CohortMatcher(bank, settings).Match(sample, (study, _, eligible, ineligible) =>
        {
            for (var person = 0; person < sample.Length; person++)
            {
                seen[person, study] = (eligible[0] >> person & 1) == 1 ? Verdict.Eligible : (ineligible[0] >> person & 1) == 1 ? Verdict.Ineligible : Verdict.Undetermined;
            }
        });
        for (var person = 0; person < sample.Length; person++)
        {
            var verdicts = alone.Match(sample[person]);
            var prepared = new PreparedPerson(sample[person], settings, LexiconVocabulary.Default);
            for (var study = 0; study < Math.Min(SampleStudies, bank.Studies); study++)
            {
                var reference = StudyMatcher.Judge(studies[study].Study, studies[study].Criteria, prepared).Verdict;
                if (verdicts[study] != reference || seen[person, study] != reference)
                {
                    throw new TrialistException($"The engines disagree on person {person} and study {study}: {reference} by the reference, {verdicts[study]} alone, {seen[person, study]} in bulk.");
                }
            }
        }
    }
}

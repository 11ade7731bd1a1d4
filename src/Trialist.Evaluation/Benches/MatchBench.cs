using System.Diagnostics;
using Trialist.Matching;
using Trialist.Matching.Bulk;

namespace Trialist.Evaluation.Benches;

/// <summary>Measures matching: one person against all studies, and a cohort against all studies, on one core, checked against the reference on a sample.</summary>
public static class MatchBench
{
    private const int Seed = 20261123;
    private const int PersonsMade = 4096; // the rival works on all of them, its leaves filled beforehand
    private const int PersonsInBulk = 128; // leaves take most of the time, and they cost the same for each person
    private const int PersonsAlone = 20;
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
            new("match.bank", "trialist", "programs", bank.ProgramWords, "words"), new("match.bank", "trialist", "build", building.Elapsed.TotalSeconds, "s"),
            new("match.bank", "trialist", "memory", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6, "MB"),
        ];
        say($"{bank.Studies:N0} studies, {bank.Atoms:N0} distinct predicates, built in {building.Elapsed.TotalSeconds:0.0} s");
        var persons = new GeneratedPersons(grown, asOf, Seed).Take(PersonsMade).ToArray();
        cancellation.ThrowIfCancellationRequested();
        Check(bank, studies, persons, settings);
        say($"{SamplePersons} persons × {Math.Min(SampleStudies, bank.Studies):N0} studies: both engines give what the reference gives");
        rows.AddRange(Alone(bank, studies, persons, settings));
        cancellation.ThrowIfCancellationRequested();
        rows.AddRange(Bulk(bank, persons[..PersonsInBulk], settings, say));
        cancellation.ThrowIfCancellationRequested();
        rows.AddRange(BulkOnAllCores(bank, persons[..PersonsInBulk], settings, say));
        if (rivals.Contains("duckdb"))
        {
            rows.AddRange(DuckDbRival.Run(studies, persons, settings, say));
        }

        rows.Add(new("match.process", "trialist", "peak memory", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, "MB"));
        return new BenchReport(rows);
    }

    private static List<BenchFigure> Alone(StudyBank bank, List<(Study Study, CriteriaDocument? Criteria)> studies, Person[] persons, MatchSettings settings)
    {
        var matcher = new OneAgainstAll(bank, settings);
        List<double> times = [];
        foreach (var person in persons.Take(PersonsAlone))
        {
            var clock = Stopwatch.StartNew();
            var verdicts = matcher.Match(person);
            var prepared = new PreparedPerson(person, settings, LexiconVocabulary.Default);
            foreach (var study in Enumerable.Range(0, verdicts.Length).Where(study => verdicts[study] != Verdict.Ineligible).Take(BestWithReasons))
            {
                _ = StudyMatcher.Judge(studies[study].Study, studies[study].Criteria, prepared);
            }

            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return
        [
            new("match.one", "trialist", "p50", times[times.Count / 2], "ms"),
            new("match.one", "trialist", "p99", times[(int)(times.Count * 0.99)], "ms"),
        ];
    }

    private static List<BenchFigure> Bulk(StudyBank bank, Person[] persons, MatchSettings settings, Action<string> say)
    {
        var matcher = new CohortMatcher(bank, settings);
        matcher.Match(persons.AsSpan(0, BlockWarm));
        var clock = Stopwatch.StartNew();
        var counts = matcher.Match(persons);
        var rate = Rate(bank, persons, clock);
        say($"bulk: {rate / 1e6:N0} million pairs/s, {counts.Sum(count => count.Eligible):N0} eligible, {counts.Sum(count => count.Ineligible):N0} ineligible pairs");
        return [new("match.bulk", "trialist", "rate", rate, "pairs/s"), new("match.bulk", "trialist", "persons", persons.Length, "count"), MillionOn("1 core", bank, rate)];
    }

    private static List<BenchFigure> BulkOnAllCores(StudyBank bank, Person[] persons, MatchSettings settings, Action<string> say)
    {
        var cores = Environment.ProcessorCount;
        var matchers = Enumerable.Range(0, cores).Select(_ => new CohortMatcher(bank, settings)).ToArray();
        var share = (persons.Length + cores - 1) / cores;
        var clock = Stopwatch.StartNew();
        Parallel.For(0, cores, core => matchers[core].Match(persons.AsSpan(Math.Min(core * share, persons.Length)..Math.Min((core + 1) * share, persons.Length))));
        var rate = Rate(bank, persons, clock);
        say($"bulk on {cores} cores: {rate / 1e6:N0} million pairs/s");
        return [new("match.bulk.cores", "trialist", "rate", rate, "pairs/s"), new("match.bulk.cores", "trialist", "cores", cores, "count"), MillionOn($"{cores} cores", bank, rate)];
    }

    private static double Rate(StudyBank bank, Person[] persons, Stopwatch clock) => (double)persons.Length * bank.Studies / clock.Elapsed.TotalSeconds;

    // Computed from the rate, not run: the rate is the same for every block of persons.
    private static BenchFigure MillionOn(string cores, StudyBank bank, double rate) => new("match.million", "trialist", $"1 million persons at this rate on {cores}", 1e6 * bank.Studies / rate, "s");

    private const int BlockWarm = 8;

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

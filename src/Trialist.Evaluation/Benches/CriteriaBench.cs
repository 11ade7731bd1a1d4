using System.Diagnostics;
using Trialist.Criteria;

namespace Trialist.Evaluation.Benches;

/// <summary>Measures reading criteria on one thread, in steps, over texts that are in memory already.</summary>
public static class CriteriaBench
{
    /// <summary>The best of so many rounds counts: the first warms up, and other programs may take the processor during any.</summary>
    private const int Rounds = 12;

    private const int HostileRounds = 7;
    private const int TextsJoined = 20;
    private const int HostileLength = 10_000; // ten times that is a line of 100 KB

    private static readonly (string Case, string Piece)[] HostileTexts =
    [
        ("letters", "a"), ("brackets", "("), ("denials", "not "), ("bounds", "≥ 5 "), ("lists", "asthma, "), ("bullets", "- x\n"), ("conditions", "if asthma, "), ("right-to-left", "\u202Bא "), ("emoji", "😀"), ("exceptions", "unless (such as ("),
    ];

    /// <summary>Runs the bench.</summary>
    /// <param name="studies">Studies whose eligibility texts are read.</param>
    /// <param name="say">Where progress goes.</param>
    /// <param name="cancellation">Stops between texts.</param>
    /// <exception cref="TrialistException">No study has a text.</exception>
    public static BenchReport Run(IReadOnlyList<Study> studies, Action<string> say, CancellationToken cancellation)
    {
        var rules = studies.Select(study => study.Eligibility).Where(eligibility => !string.IsNullOrWhiteSpace(eligibility.Text)).ToList();
        if (rules.Count == 0)
        {
            throw new TrialistException("None of the studies has an eligibility text to read.");
        }

        var best = TimeSpan.MaxValue;
        var bestProcessor = TimeSpan.MaxValue;
        long allocated = 0;
        var criteria = 0;
        for (var round = 0; round < Rounds; round++)
        {
            criteria = 0;
            var processor = ProcessorTime();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            foreach (var rule in rules)
            {
                cancellation.ThrowIfCancellationRequested();
                criteria += CriteriaReader.Default.Read(rule.Text!, rule).Criteria.Count(criterion => criterion.Kind != CriterionKind.Note);
            }

            clock.Stop();
            processor = ProcessorTime() - processor;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            best = clock.Elapsed < best ? clock.Elapsed : best;
            bestProcessor = processor < bestProcessor ? processor : bestProcessor;
            say(FormattableString.Invariant($"round {round + 1} of {Rounds}: {criteria / clock.Elapsed.TotalSeconds:N0} criteria/s, {criteria / processor.TotalSeconds:N0} a processor second"));
        }

        var characters = rules.Sum(rule => (long)rule.Text!.Length);
        return new BenchReport(
        [
            new("criteria.read", "trialist", "texts", rules.Count, "count"),
            new("criteria.read", "trialist", "criteria", criteria, "count"),
            new("criteria.read", "trialist", "rate", criteria / best.TotalSeconds, "1/s"),
            new("criteria.read", "trialist", "rate of processor", criteria / bestProcessor.TotalSeconds, "1/s"),
            new("criteria.read", "trialist", "text", characters / best.TotalSeconds / 1e6, "MB/s"),
            new("criteria.read", "trialist", "allocated", (double)allocated / criteria, "bytes/criterion"),
            .. Linear(rules, cancellation), .. HostileTexts.SelectMany(entry => Hostile(entry.Case, entry.Piece, cancellation)),
        ]);
    }

    // Ten texts' worth of real criteria in one text, beside one.
    private static IEnumerable<BenchFigure> Linear(List<EligibilityRules> rules, CancellationToken cancellation)
    {
        var one = string.Join('\n', rules.Select(rule => rule.Text).Take(TextsJoined));
        return [new("criteria.joined", "trialist", "time of 10 × the text", Ratio(one, string.Concat(Enumerable.Repeat(one + "\n", 10)), cancellation), "×")];
    }

    private static IEnumerable<BenchFigure> Hostile(string name, string piece, CancellationToken cancellation)
    {
        var one = string.Concat(Enumerable.Repeat(piece, HostileLength / piece.Length));
        var ten = string.Concat(Enumerable.Repeat(piece, 10 * HostileLength / piece.Length));
        var named = $"criteria.hostile.{name}";
        yield return new(named, "trialist", "time of 10 × the text", Ratio(one, ten, cancellation), "×");
        yield return new(named, "trialist", "text", ten.Length / 1000.0 / Best(ten, cancellation), "MB/s");
    }

    private static double Ratio(string one, string ten, CancellationToken cancellation)
    {
        // Code that was never run with such a text is slow at first.
        _ = Best(one, cancellation);
        return Best(ten, cancellation) / Best(one, cancellation);
    }

    /// <summary>The shortest of several readings, in milliseconds.</summary>
    private static double Best(string text, CancellationToken cancellation)
    {
        var best = double.MaxValue;
        for (var round = 0; round < HostileRounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var clock = Stopwatch.StartNew();
            CriteriaReader.Default.Read(text);
            best = Math.Min(best, clock.Elapsed.TotalMilliseconds);
        }

        return best;
    }

    // All threads of the process: what the garbage collector does in the background is paid for too.
    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}

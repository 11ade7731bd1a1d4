using System.Globalization;
using Trialist.Criteria;
using Trialist.Criteria.English;
using Trialist.Evaluation.Readings;
using Trialist.Registry;

namespace Trialist.Evaluation;

/// <summary><c>evaluate review</c>: readings drawn at random for a person to look at, and the tally of what that person said.</summary>
public static class EvaluateReview
{
    /// <summary>Prints drawn readings, one a line: study, criterion, start, end, reading, an empty mark, the words, the plain English.</summary>
    /// <param name="store">The registry that the readings are drawn from.</param>
    /// <param name="reading">Which readings: full, judgement …</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed draws the same readings.</param>
    /// <param name="output">Where the lines go.</param>
    /// <param name="cancellation">Stops between studies.</param>
    public static async Task DrawAsync(IStudyStore store, Reading reading, int count, int seed, TextWriter output, CancellationToken cancellation)
    {
        var draw = new ReadingDraw(reading, count, seed);
        await foreach (var stored in store.AllAsync(cancellation))
        {
            if (stored.Study.Eligibility is { Text: { } text } rules)
            {
                draw.Offer(stored.Study.NctId, CriteriaReader.Default.Read(text, rules));
            }
        }

        foreach (var (id, criterion) in draw.Drawn())
        {
            var english = criterion.Predicate is { } predicate ? PredicateEnglish.Say(predicate) : "";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id}\t{criterion.Id}\t{criterion.Span.Start}\t{criterion.Span.End}\t{Name(criterion.Reading)}\t\t{OneLine(criterion.Text)}\t{english}"));
        }
    }

    /// <summary>Prints how many of the marked readings were right, and how many of them the engine still calls the same.</summary>
    /// <param name="store">The registry that holds the studies.</param>
    /// <param name="path">The list of marks.</param>
    /// <param name="output">Where the figures go.</param>
    /// <param name="cancellation">Stops between studies.</param>
    public static async Task TallyAsync(IStudyStore store, string path, TextWriter output, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            throw new TrialistException($"There is no file '{path}'.");
        }

        foreach (var group in ReviewMark.Read(path).GroupBy(mark => mark.Reading))
        {
            var (all, right, same) = (0, 0, 0);
            foreach (var mark in group)
            {
                all++;
                right += mark.Right ? 1 : 0;
                same += await IsSameAsync(store, mark, cancellation) ? 1 : 0;
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Name(group.Key),-10} {right} of {all} right ({(double)right / all:P1}); {same} are called so today"));
        }
    }

    private static async Task<bool> IsSameAsync(IStudyStore store, ReviewMark mark, CancellationToken cancellation) =>
        (await store.FindAsync(mark.Id, cancellation))?.Study.Eligibility is { Text: { } text } rules
        && CriteriaReader.Default.Read(text, rules).Criteria.ToArray().Any(criterion => criterion.Span == mark.Span && criterion.Reading == mark.Reading);

    private static string Name(Reading? reading) => reading?.ToString().ToLowerInvariant() ?? "note";

    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

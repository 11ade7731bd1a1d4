using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Trialist.Search.Searching;

/// <summary>
/// Finds the best studies that hold any of some words, and their exact number, without scoring all of them. The number is that of a union of sets. Studies are scored word by
/// word, the one that can give most first; once the worst kept hit beats what all words to come can give together, no further study can enter (MaxScore: Turtle and Flood 1995).
/// </summary>
internal sealed class AnyOfSearch
{
    // Scores are sums of floats: a bound must not lose a study to the last digit.
    private const double Slack = 1.0001;

    private readonly IndexSearcher searcher;
    private readonly Query[] clauses;
    private readonly Weight?[] weights; // made for those that are not known in every segment
    private readonly StudyCollector collector;

    private AnyOfSearch(IndexSearcher searcher, BooleanQuery query, StudyCollector collector)
    {
        this.searcher = searcher;
        this.collector = collector;
        clauses = [.. query.Clauses.Select(clause => clause.Query)];
        weights = new Weight?[clauses.Length];
    }

    /// <summary>One of the words in one segment: a common one as a column, a rare one as a list.</summary>
    private readonly record struct Part(FixedBitSet Docs, double Greatest, ScoreColumn? Column, PartScores? List);

    /// <summary>True for a query that asks for any of its parts and for nothing else.</summary>
    public static bool Fits(Query query) =>
        query is BooleanQuery { Boost: 1, MinimumNumberShouldMatch: 0, Clauses.Count: > 1 } any && any.Clauses.All(clause => clause.Occur == Occur.SHOULD);

    /// <summary>Searches.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="query">A query that fits.</param>
    /// <param name="commonOf">What many studies of a segment hold.</param>
    /// <param name="collector">Takes the studies; its order must be by relevance.</param>
    public static void Run(IndexSearcher searcher, BooleanQuery query, Func<AtomicReaderContext, CommonParts> commonOf, StudyCollector collector)
    {
        var search = new AnyOfSearch(searcher, query, collector);
        foreach (var segment in searcher.IndexReader.Leaves)
        {
            collector.SetNextReader(segment);
            search.Run(segment, commonOf(segment));
        }
    }

    private void Run(AtomicReaderContext segment, CommonParts common)
    {
        var parts = Parts(segment, common);
        if (parts.Count == 0)
        {
            return;
        }

        var wanted = Union(parts, segment.AtomicReader);
        collector.Keep(wanted);
        var toCome = parts.Sum(part => part.Greatest);
        for (var i = 0; i < parts.Count && collector.Threshold <= toCome * Slack; i++)
        {
            Score(parts, i, wanted);
            toCome = parts.Skip(i + 1).Sum(part => part.Greatest);
        }
    }

    // The most telling first.
    private List<Part> Parts(AtomicReaderContext segment, CommonParts common)
    {
        var parts = new List<Part>();
        for (var i = 0; i < clauses.Length; i++)
        {
            if (common.Find(clauses[i]) is { } known)
            {
                parts.Add(new Part(known.Docs, known.Greatest, known, null));
            }
            else if ((weights[i] ??= searcher.CreateNormalizedWeight(clauses[i])).GetScorer(segment, acceptDocs: null) is { } scorer)
            {
                var scores = new PartScores(scorer, segment.AtomicReader.MaxDoc);
                var column = common.Keep(clauses[i], scores);
                parts.Add(new Part(scores.Docs, scores.Greatest, column, scores));
            }
        }

        parts.Sort((left, right) => right.Greatest.CompareTo(left.Greatest));
        return parts;
    }

    private static FixedBitSet Union(List<Part> parts, AtomicReader reader)
    {
        var union = parts[0].Docs.Clone();
        foreach (var part in parts.Skip(1))
        {
            union.Or(part.Docs);
        }

        if (reader.LiveDocs is { } live)
        {
            for (var doc = union.NextSetBit(0); doc >= 0; doc = Next(union, doc))
            {
                if (!live.Get(doc))
                {
                    union.Clear(doc);
                }
            }
        }

        return union;
    }

    // Scores the studies of one word that no word before it has: those were scored already.
    private void Score(List<Part> parts, int first, FixedBitSet wanted)
    {
        var fresh = parts[first].Docs.Clone();
        fresh.And(wanted);
        foreach (var before in parts.Take(first))
        {
            fresh.AndNot(before.Docs);
        }

        var common = parts.Skip(first).Select(part => part.Column).OfType<ScoreColumn>().ToArray();
        var rare = parts.Skip(first).Where(part => part.Column is null).Select(part => part.List).OfType<PartScores>().ToArray();
        var places = new int[rare.Length];
        for (var doc = fresh.NextSetBit(0); doc >= 0; doc = Next(fresh, doc))
        {
            float score = 0;
            foreach (var column in common)
            {
                score += column.Values[column.Codes[doc]];
            }

            for (var i = 0; i < rare.Length; i++)
            {
                score += rare[i].Of(doc, ref places[i]);
            }

            collector.Offer(score, doc);
        }
    }

    private static int Next(FixedBitSet set, int doc) => doc + 1 < set.Length ? set.NextSetBit(doc + 1) : -1;
}

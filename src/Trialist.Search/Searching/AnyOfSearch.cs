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
    private readonly Weight[] weights;
    private readonly Query[] clauses;
    private readonly StudyCollector collector;

    private AnyOfSearch(IndexSearcher searcher, BooleanQuery query, StudyCollector collector)
    {
        this.searcher = searcher;
        this.collector = collector;
        clauses = [.. query.Clauses.Select(clause => clause.Query)];
        weights = [.. clauses.Select(searcher.CreateNormalizedWeight)];
    }

    /// <summary>One of the words in one segment; a rare one with its scores.</summary>
    private readonly record struct Part(Weight Weight, FixedBitSet Docs, double Greatest, RareScores? Rare = null);

    /// <summary>True for a query that asks for any of its parts and for nothing else.</summary>
    public static bool Fits(Query query) =>
        query is BooleanQuery { Boost: 1, MinimumNumberShouldMatch: 0, Clauses.Count: > 1 } any && any.Clauses.All(clause => clause.Occur == Occur.SHOULD);

    /// <summary>Searches.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="query">A query that fits.</param>
    /// <param name="wordsOf">The common words of a segment.</param>
    /// <param name="collector">Takes the studies; its order must be by relevance.</param>
    public static void Run(IndexSearcher searcher, BooleanQuery query, Func<AtomicReaderContext, CommonWords> wordsOf, StudyCollector collector)
    {
        var search = new AnyOfSearch(searcher, query, collector);
        foreach (var segment in searcher.IndexReader.Leaves)
        {
            collector.SetNextReader(segment);
            search.Run(segment, wordsOf(segment));
        }
    }

    private void Run(AtomicReaderContext segment, CommonWords words)
    {
        var parts = Parts(segment, words);
        if (parts.Count == 0)
        {
            return;
        }

        var wanted = Union(parts, segment.AtomicReader);
        if (collector.TakesAll)
        {
            collector.Add(wanted.Cardinality);
        }
        else
        {
            Filter(wanted);
        }

        var toCome = parts.Sum(part => part.Greatest);
        for (var i = 0; i < parts.Count; i++)
        {
            if (collector.Threshold > toCome * Slack)
            {
                return;
            }

            toCome = i + 1 < parts.Count ? parts.Skip(i + 1).Sum(part => part.Greatest) : 0;
            Score(segment, parts, i, wanted);
        }
    }

    // Rare words first, whose score has no known bound; then common ones, the most telling first.
    private List<Part> Parts(AtomicReaderContext segment, CommonWords words)
    {
        var parts = new List<Part>();
        for (var i = 0; i < clauses.Length; i++)
        {
            if (clauses[i] is TermQuery term && words.Of(term, searcher, segment) is { } common)
            {
                parts.Add(new Part(weights[i], common.Docs, common.Greatest * term.Boost));
            }
            else if (weights[i].GetScorer(segment, segment.AtomicReader.LiveDocs) is { } scorer)
            {
                var docs = new FixedBitSet(segment.AtomicReader.MaxDoc);
                var scores = new RareScores(scorer, docs);
                parts.Add(new Part(weights[i], docs, double.PositiveInfinity, scores));
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

    // Counts every match, and leaves those that pass the filters.
    private void Filter(FixedBitSet wanted)
    {
        for (var doc = wanted.NextSetBit(0); doc >= 0; doc = Next(wanted, doc))
        {
            if (!collector.Count(doc))
            {
                wanted.Clear(doc);
            }
        }
    }

    // Scores the studies of one word that no word before it has: those were scored already.
    private void Score(AtomicReaderContext segment, List<Part> parts, int first, FixedBitSet wanted)
    {
        var fresh = parts[first].Docs.Clone();
        fresh.And(wanted);
        foreach (var before in parts.Take(first))
        {
            fresh.AndNot(before.Docs);
        }

        var scorers = parts.Skip(first).Select(part => part.Rare is null ? part.Weight.GetScorer(segment, segment.AtomicReader.LiveDocs) : null).ToArray();
        var places = new int[scorers.Length];
        for (var doc = fresh.NextSetBit(0); doc >= 0; doc = Next(fresh, doc))
        {
            float score = 0;
            for (var i = 0; i < scorers.Length; i++)
            {
                if (!parts[first + i].Docs.Get(doc))
                {
                    continue;
                }

                if (parts[first + i].Rare is { } rare)
                {
                    score += rare.Of(doc, ref places[i]);
                }
                else if (scorers[i] is { } scorer && (scorer.DocID == doc || scorer.Advance(doc) == doc))
                {
                    score += scorer.GetScore();
                }
            }

            collector.Offer(score, doc);
        }
    }

    private static int Next(FixedBitSet set, int doc) => doc + 1 < set.Length ? set.NextSetBit(doc + 1) : -1;
}

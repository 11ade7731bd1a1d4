using System.Runtime.InteropServices;
using Trialist.Search.Analysis;
using Trialist.Search.Areas;
using Trialist.Search.Indexing.Segments;

namespace Trialist.Search.Indexing;

/// <summary>Gathers how much each word of a study weighs in one search area: the sum over the area's pieces of weight × occurrences (BM25F), so that a word is one look-up, not one per piece.</summary>
internal sealed class AreaWeights
{
    private const int MostOccurrencesOfAPiece = 4;

    // Lucene can only be told how often a word occurs, one occurrence at a time, so a weight is told in few steps, each three times the one before.
    private static readonly float[] Steps = [1 / 3f, 1, 3, 9, 27];
    private static readonly float[] Limits = [.. Steps.Zip(Steps.Skip(1), (step, next) => MathF.Sqrt(step * next))];

    private readonly Dictionary<string, float> weightOfPiece;
    private readonly Dictionary<int, float> weights = [];

    public AreaWeights(SearchArea area)
    {
        Area = area;
        weightOfPiece = area.Parts.ToDictionary(part => part.Piece, part => part.Weight, StringComparer.Ordinal);
    }

    public SearchArea Area { get; }

    /// <summary>How often a word of this weight is put into the combined field: the number of its step, from 1.</summary>
    private static int CountOf(float weight)
    {
        var step = 0;
        while (step < Limits.Length && weight > Limits[step])
        {
            step++;
        }

        return step + 1;
    }

    /// <summary>The weight that a number of occurrences in the combined field stands for.</summary>
    public static float WeightOf(float count) => Steps[Math.Clamp((int)count, 1, Steps.Length) - 1];

    public void Clear() => weights.Clear();

    /// <summary>How often each word of the study is put into the combined field, by the number of its term.</summary>
    public void CopyCountsTo(Dictionary<int, int> counts)
    {
        counts.Clear();
        foreach (var (term, weight) in weights)
        {
            counts.Add(term, CountOf(weight));
        }
    }

    /// <summary>True for a piece of the area.</summary>
    public bool Holds(string piece) => weightOfPiece.ContainsKey(piece);

    /// <summary>Adds the words of one piece, with their number in it.</summary>
    public void Add(string piece, Dictionary<int, int> counts)
    {
        if (!weightOfPiece.TryGetValue(piece, out var weight))
        {
            return;
        }

        // A study with 300 sites is not 300 times about its country.
        var most = piece.StartsWith("Location", StringComparison.Ordinal) ? 1 : MostOccurrencesOfAPiece;
        foreach (var (term, count) in counts)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(weights, term, out _) += weight * Math.Min(count, most);
        }
    }

    /// <summary>Counts the words of a piece; the joined forms count as words.</summary>
    public static void Count(List<PieceToken> tokens, Dictionary<int, int> counts)
    {
        counts.Clear();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Word is not null)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, tokens[i].Term, out _)++;
            }
        }
    }

    /// <summary>Counts the words of a text that end before a place in it.</summary>
    public static void Count(IReadOnlyList<Word> words, int end, TermTable terms, Dictionary<int, int> counts)
    {
        counts.Clear();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].End <= end)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, terms.NumberOf(words[i].Form), out _)++;
            }
        }
    }
}

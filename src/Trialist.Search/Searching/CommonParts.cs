using System.Collections.Concurrent;
using Lucene.Net.Search;

namespace Trialist.Search.Searching;

/// <summary>
/// What many studies of one segment hold, with the scores: common words, and words that are common with their other names. Each is made when first asked for; a segment and the
/// weights of words never change in one state of the index.
/// </summary>
internal sealed class CommonParts
{
    /// <summary>A part that at least one study in so many holds is common.</summary>
    public const int Rarity = 16;

    // A column of 100,000 studies has 210 KB, one of 550,000 has 1.2 MB.
    private const long MostBytes = 64L << 20;

    private readonly ConcurrentDictionary<Query, ScoreColumn> kept = new();
    private long bytes;

    /// <summary>The part, when it is known to be common.</summary>
    public ScoreColumn? Find(Query part) => kept.GetValueOrDefault(part);

    /// <summary>Keeps a part if it is common; null when it is not.</summary>
    /// <param name="part">Finds the studies; never changed afterwards.</param>
    /// <param name="scores">Of all studies that hold it.</param>
    public ScoreColumn? Keep(Query part, PartScores scores)
    {
        if ((long)scores.Count * Rarity < scores.Docs.Length || scores.ToColumn() is not { } column)
        {
            return null;
        }

        // When the room is full of what was once asked for, what is asked for now begins anew.
        if (Interlocked.Add(ref bytes, column.Bytes) > MostBytes)
        {
            kept.Clear();
            Interlocked.Exchange(ref bytes, column.Bytes);
        }

        kept[part] = column;
        return column;
    }
}

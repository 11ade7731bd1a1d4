using System.Collections.Concurrent;
using Trialist.Search.Analysis;
using Trialist.Search.Indexing;

namespace Trialist.Search.Queries;

/// <summary>All that the sources know of other names, remembered: most people ask for the same few thousand things.</summary>
internal sealed class SynonymBook(IReadOnlyList<ISynonymSource> sources)
{
    private const int MostRemembered = 20_000;

    private readonly ConcurrentDictionary<string, IReadOnlyList<Synonym>> remembered = new(StringComparer.Ordinal);
    private int count; // to count a concurrent dictionary takes all its locks

    /// <summary>Other names of what the words mean; none when the words are unknown.</summary>
    /// <param name="key">The words in the forms of the index, joined by spaces.</param>
    /// <param name="written">The words as typed.</param>
    public IReadOnlyList<Synonym> Of(string key, string written)
    {
        if (remembered.TryGetValue(written, out var known))
        {
            return known;
        }

        var found = sources.SelectMany(source => source.SynonymsOf(key, written))
            .Select(other => (Written: other, Key: StudyNames.Key(other)))
            .Where(other => other.Key.Length > 0 && other.Key != key && !EverydayWords.Contains(other.Key))
            .DistinctBy(other => other.Key)
            .Select(other => new Synonym(other.Written, other.Key.Split(' ')))
            .ToList();
        if (Interlocked.Increment(ref count) > MostRemembered)
        {
            remembered.Clear();
            count = 1;
        }

        remembered[written] = found;
        return found;
    }
}

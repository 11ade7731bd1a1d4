using System.Collections;
using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Trialist.Search.Areas;
using Trialist.Search.Indexing;

namespace Trialist.Search.Queries;

/// <summary>
/// In which fields of the search areas a word stands, looked up once for a state of the index. An area has up to 57 pieces and most words stand in few of them: a phrase is
/// looked for only where all its words stand.
/// </summary>
/// <param name="reader">The state of the index.</param>
internal sealed class PieceWords(IndexReader reader)
{
    private const int MostWords = 50_000; // some 5 MB

    private static readonly string[] Fields =
    [
        .. StudyFields.CombinedAreas.Select(area => area.Name)
            .Concat(SearchArea.All.SelectMany(area => area.Parts).Where(part => !part.IsEnum).Select(part => part.Piece)).Distinct(StringComparer.Ordinal),
    ];

    private static readonly Dictionary<string, int> Numbers = Fields.Index().ToDictionary(field => field.Item, field => field.Index, StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, BitArray> kept = new(StringComparer.Ordinal);

    // An enumerator takes some 20 KB: there is one for each field of each segment, and one word at a time is looked up.
    private readonly Lock seeking = new();
    private TermsEnum[][]? enumerators;

    /// <summary>True when a field of the search areas holds all the words, not always in one study. Of other fields it is not known, and they may.</summary>
    public bool MayHold(string field, IReadOnlyList<string> words)
    {
        if (!Numbers.TryGetValue(field, out var number))
        {
            return true;
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (!FieldsOf(words[i])[number])
            {
                return false;
            }
        }

        return true;
    }

    private BitArray FieldsOf(string word)
    {
        if (kept.TryGetValue(word, out var known))
        {
            return known;
        }

        BitArray found;
        lock (seeking)
        {
            found = Find(new BytesRef(word));
        }

        if (kept.Count < MostWords)
        {
            kept[word] = found;
        }

        return found;
    }

    private BitArray Find(BytesRef word)
    {
        enumerators ??= [.. Fields.Select(EnumeratorsOf)];
        var found = new BitArray(Fields.Length);
        for (var i = 0; i < Fields.Length; i++)
        {
            found[i] = Array.Exists(enumerators[i], terms => terms.SeekExact(word));
        }

        return found;
    }

    private TermsEnum[] EnumeratorsOf(string field) => [.. reader.Leaves.Select(leaf => leaf.AtomicReader.GetTerms(field)?.GetEnumerator()).OfType<TermsEnum>()];
}

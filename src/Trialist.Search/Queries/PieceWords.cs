using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Trialist.Search.Areas;
using Trialist.Search.Indexing;

namespace Trialist.Search.Queries;

/// <summary>
/// Where in the fields of the search areas a word stands, looked up once for a state of the index. An area has many pieces and most words stand in few of them: a phrase is looked
/// for only where all its words stand.
/// </summary>
/// <param name="reader">The state of the index.</param>
internal sealed class PieceWords(IndexReader reader)
{
    private const int MostWords = 5_000; // bounds the memory that they take

    private static readonly string[] Fields =
    [
        .. StudyFields.CombinedAreas.Select(area => area.Name)
            .Concat(SearchArea.All.SelectMany(area => area.Parts).Where(part => !part.IsEnum).Select(part => part.Piece)).Distinct(StringComparer.Ordinal),
    ];

    private static readonly Dictionary<string, int> Numbers = Fields.Index().ToDictionary(field => field.Item, field => field.Index, StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, TermContext?[]> kept = new(StringComparer.Ordinal);

    // An enumerator is large: there is one for each field of each segment, and one word at a time is looked up.
    private readonly Lock seeking = new();
    private (TermsEnum Terms, int Segment)[][]? enumerators;

    /// <summary>True for a field of a search area.</summary>
    public static bool Knows(string field) => Numbers.ContainsKey(field);

    /// <summary>True when a field of the search areas holds all the words, not always in one study. Of other fields it is not known, and they may.</summary>
    public bool MayHold(string field, params IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Knows(field) && Of(field, words[i]) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where a word stands in each segment; null when the field holds it nowhere.</summary>
    /// <exception cref="KeyNotFoundException">The field is in no search area.</exception>
    public TermContext? Of(string field, string word)
    {
        if (!kept.TryGetValue(word, out var found))
        {
            lock (seeking)
            {
                found = Find(new BytesRef(word));
            }

            if (kept.Count >= MostWords)
            {
                kept.Clear();
            }

            kept[word] = found;
        }

        return found[Numbers[field]];
    }

    private TermContext?[] Find(BytesRef word)
    {
        enumerators ??= [.. Fields.Select(EnumeratorsOf)];
        var found = new TermContext?[Fields.Length];
        for (var i = 0; i < Fields.Length; i++)
        {
            foreach (var (terms, segment) in enumerators[i])
            {
                if (terms.SeekExact(word))
                {
                    found[i] ??= new TermContext(reader.Context);
                    found[i]!.Register(terms.GetTermState(), segment, terms.DocFreq, terms.TotalTermFreq);
                }
            }
        }

        return found;
    }

    private (TermsEnum Terms, int Segment)[] EnumeratorsOf(string field) =>
    [
        .. from leaf in reader.Leaves
           let terms = leaf.AtomicReader.GetTerms(field)?.GetEnumerator()
           where terms is not null
           select (terms, leaf.Ord),
    ];
}

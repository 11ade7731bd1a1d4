using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Trialist.Search.Areas;
using Trialist.Search.Indexing;
using Trialist.Search.Pieces;

namespace Trialist.Search.Queries;

/// <summary>
/// Where in the fields of search areas and texts a word stands, looked up once for a state of the index and a field. An area has many pieces and most words stand in few of them: a phrase is looked
/// for only where all its words stand.
/// </summary>
/// <param name="reader">The state of the index.</param>
internal sealed class PieceWords(IndexReader reader)
{
    private const int MostWords = 5_000; // bounds the memory that they take

    private static readonly string[] Fields =
    [
        .. StudyFields.CombinedAreas.Select(area => area.Name)
            .Concat(SearchArea.All.SelectMany(area => area.Parts).Where(part => !part.IsEnum).Select(part => part.Piece))
            .Concat(PieceTable.All.Where(piece => piece.Kind is PieceKind.Text or PieceKind.Markup).Select(piece => piece.Name)).Distinct(StringComparer.Ordinal)
            .Concat(PieceTable.All.Where(piece => StudyFields.HasPairs(piece.Name)).Select(piece => StudyFields.PairsOf(piece.Name))),
    ];

    private static readonly Dictionary<string, int> Numbers = Fields.Index().ToDictionary(field => field.Item, field => field.Index, StringComparer.Ordinal);

    // Stands where nothing was looked up yet.
    private static readonly TermContext Unknown = new(new MultiReader().Context);

    private readonly ConcurrentDictionary<string, TermContext?[]> kept = new(StringComparer.Ordinal);
    private int words; // to count a concurrent dictionary takes all its locks

    // An enumerator is large: there is one for each field of each segment, and one word at a time is looked up.
    private readonly Lock seeking = new();
    private readonly (TermsEnum Terms, int Segment)[]?[] enumerators = new (TermsEnum, int)[]?[Fields.Length];

    /// <summary>True for a field of a search area or a text.</summary>
    public static bool Knows(string field) => Numbers.ContainsKey(field);

    /// <summary>True when such a field holds all the words, not always in one study. Of other fields it is not known, and they may.</summary>
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

    /// <summary>Where a word stands in each segment; null when the field holds it nowhere. In any other field it is looked up every time.</summary>
    public TermContext? Of(string field, string word)
    {
        if (!Numbers.TryGetValue(field, out var number))
        {
            return TermContext.Build(reader.Context, new Term(field, word)) is { DocFreq: > 0 } found ? found : null;
        }

        var places = kept.GetOrAdd(word, NothingKnown);
        if (ReferenceEquals(places[number], Unknown))
        {
            lock (seeking)
            {
                places[number] = Find(number, new BytesRef(word));
            }
        }

        return places[number];
    }

    /// <summary>How rare words are in a field, as BM25 has it: the sum of the logarithms of how many studies there are for each that holds one of them. A word that stands nowhere counts nothing.</summary>
    public float RarityOf(string field, IReadOnlyList<string> words)
    {
        var sum = 0d;
        foreach (var word in words)
        {
            sum += Of(field, word) is { } place ? Math.Log(1 + ((reader.MaxDoc - place.DocFreq + 0.5) / (place.DocFreq + 0.5))) : 0;
        }

        return (float)sum;
    }

    private TermContext?[] NothingKnown(string word)
    {
        if (Interlocked.Increment(ref words) > MostWords)
        {
            kept.Clear();
            words = 1;
        }

        var places = new TermContext?[Fields.Length];
        Array.Fill(places, Unknown);
        return places;
    }

    private TermContext? Find(int field, BytesRef word)
    {
        TermContext? found = null;
        foreach (var (terms, segment) in enumerators[field] ??= EnumeratorsOf(Fields[field]))
        {
            if (terms.SeekExact(word))
            {
                found ??= new TermContext(reader.Context);
                found.Register(terms.GetTermState(), segment, terms.DocFreq, terms.TotalTermFreq);
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

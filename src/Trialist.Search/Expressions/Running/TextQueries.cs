using Lucene.Net.Search;
using Trialist.Search.Analysis;
using Trialist.Search.Areas;
using Trialist.Search.Pieces;
using Trialist.Search.Queries;

namespace Trialist.Search.Expressions.Running;

/// <summary>Looks the words of a term up in the pieces of an area that hold text.</summary>
internal sealed class TextQueries(SynonymBook synonyms, PieceWords inPieces, NameScores nameScores)
{
    private const int LongestName = 6;

    // A name of several words is a look-up in several fields; the nearest names come first.
    private const int MostSynonyms = 12;
    private const int MostPhrases = 8;

    // The ways in which a term may be met, the best first, as the registry's help has them: the words themselves or a value, another name, the words scattered, some of them.
    private const int ItsWords = 0;
    private const int OtherName = 1;
    private const int Scattered = 2;
    private const int Some = 3;
    private const int Ways = 4;

    private readonly AreaQueries areas = new(inPieces);

    /// <summary>The query of a text; null when the area holds nothing that it could stand for.</summary>
    /// <param name="text">The text.</param>
    /// <param name="area">Where to look.</param>
    /// <param name="expansion">How far its words may be from those of the record.</param>
    /// <param name="coverage">How much of a value they must be.</param>
    /// <param name="values">Finds the values of pieces without text that the text stands for.</param>
    public Query? Of(string text, SearchArea area, Expansion expansion, Coverage coverage, IReadOnlyList<Query> values)
    {
        var texts = area with { Parts = area.Parts.Where(part => PieceTable.Find(part.Piece)!.Kind is PieceKind.Text or PieceKind.Markup).ToValueList() };
        var phrases = texts.Parts.IsEmpty ? [] : PhraseTerms.Of(text, expansion == Expansion.None, coverage);
        if (phrases.Count + values.Count == 0)
        {
            return null;
        }

        var ways = new Query?[Ways];
        ways[ItsWords] = AreaQueries.Best([.. phrases.Select(phrase => Phrase(texts, phrase)), .. values]);
        if (phrases.Count > 0 && expansion >= Expansion.Concept)
        {
            AddExpanded(ways, Words(text), phrases[0].Terms.Count, texts, expansion, coverage);
        }

        return new LevelQuery(ways);
    }

    private void AddExpanded(Query?[] ways, List<QueryWord> words, int typed, SearchArea texts, Expansion expansion, Coverage coverage)
    {
        var names = Names(texts, words, coverage);
        ways[OtherName] = names.Count > 0 ? AreaQueries.Best(names) : null;

        // Of a single word there is nothing to scatter.
        if (expansion >= Expansion.Relaxation && !(words is [var only] && only.Parts.Count == typed))
        {
            Query Apart(Occur occur) => names.Count > 0 ? AllWords(texts, words, occur) : InParts(texts, words, occur);
            ways[Scattered] = Apart(Occur.MUST);
            ways[Some] = expansion == Expansion.Lossy ? Apart(Occur.SHOULD) : null;
        }
    }

    private Query Phrase(SearchArea area, PhraseTerms phrase)
    {
        if (phrase.Terms.Count == 1 && !phrase.HasMarks && AreaQueries.IsCombined(area))
        {
            return areas.Word(area, phrase.Terms[0]);
        }

        return AreaQueries.Best([.. area.Parts.Where(part => inPieces.MayHold(part.Piece, phrase.Terms)).Select(part => InPiece(part, phrase))]);
    }

    private Query InPiece(AreaPart part, PhraseTerms phrase) => phrase.HasMarks
        ? new FilteredQuery(InPiece(part, phrase.WithoutMarks()), new PhraseFilter(part.Piece, phrase))
        : areas.InField(part.Piece, phrase.Terms, part.Weight);

    // Stop words are asked for only where there is nothing else.
    public static List<QueryWord> Words(string text)
    {
        var all = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(QueryWord.Of).ToList();
        var telling = all.FindAll(word => !(word.Parts is [var only] && StopWords.Contains(only)));
        return telling.Count > 0 ? telling : all;
    }

    // Other names of the whole. In a wide area a name of several words is looked up in the pieces that say what a study is about, and one that no study can hold nowhere.
    private List<Query> Names(SearchArea area, List<QueryWord> words, Coverage coverage)
    {
        var named = area.Parts.Where(part => part.HasSynonyms).ToValueList();
        if (words.Count is 0 or > LongestName || named.IsEmpty)
        {
            return [];
        }

        var (whole, telling) = (area with { Parts = named }, area with { Parts = named.Where(part => AreaQueries.TakesNames(area, part)).ToValueList() });
        var queries = new List<Query>();
        var phrases = 0;
        foreach (var phrase in SynonymsOf(words).Where(name => IsKnown(area, name)).SelectMany(name => PhraseTerms.Of(name.Written, exact: false, coverage)))
        {
            var isLong = phrase.Terms.Count > 1;
            if (isLong && (telling.Parts.IsEmpty || ++phrases > MostPhrases))
            {
                continue;
            }

            var query = Phrase(isLong ? telling : whole, phrase);
            if (isLong && !phrase.HasMarks)
            {
                query = new NameQuery($"AREA[{area.Name}] {string.Join(' ', phrase.Terms)}", query, nameScores);
            }

            queries.Add(query);
        }

        return queries;
    }

    private bool IsKnown(SearchArea area, Synonym name) =>
        !AreaQueries.IsCombined(area) || Array.TrueForAll(name.Terms, term => inPieces.MayHold(area.Name, term));

    private IEnumerable<Synonym> SynonymsOf(List<QueryWord> words) =>
        synonyms.Of(string.Join(' ', words.SelectMany(word => word.Parts)), string.Join(' ', words.Select(word => word.Written))).Take(MostSynonyms);

    // Each word, or each name of several words that has other names, anywhere in the area.
    private Query InParts(SearchArea area, List<QueryWord> words, Occur occur)
    {
        var query = new BooleanQuery(disableCoord: true);
        for (var i = 0; i < words.Count;)
        {
            var length = Math.Min(LongestName, words.Count - i);
            IReadOnlyList<Query> names = [];
            for (; length > 0 && names.Count == 0; length--)
            {
                names = [.. Names(area, words.GetRange(i, length), Coverage.Contains)];
                if (names.Count > 0)
                {
                    break;
                }
            }

            var part = words.GetRange(i, Math.Max(1, length));
            query.Add(AreaQueries.Best([AllWords(area, part, occur), .. names]), occur);
            i += part.Count;
        }

        return query.Clauses.Count == 1 ? query.Clauses[0].Query : query;
    }

    private Query AllWords(SearchArea area, List<QueryWord> words, Occur occur)
    {
        if (words.Count == 1)
        {
            return Word(area, words[0]);
        }

        var all = new BooleanQuery(disableCoord: true);
        words.ForEach(word => all.Add(Word(area, word), occur));
        return all;
    }

    private Query Word(SearchArea area, QueryWord word)
    {
        var parts = Phrase(area, PhraseTerms.Of(word.Parts));
        return word.Joined is null ? parts : AreaQueries.Best([parts, Phrase(area, PhraseTerms.Of([word.Joined]))]);
    }
}

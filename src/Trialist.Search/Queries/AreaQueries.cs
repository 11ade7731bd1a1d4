using Lucene.Net.Index;
using Lucene.Net.Search;
using Trialist.Search.Analysis;
using Trialist.Search.Areas;
using Trialist.Search.Indexing;

namespace Trialist.Search.Queries;

/// <summary>Looks words and phrases up in a search area.</summary>
/// <param name="inPieces">Where words stand.</param>
internal sealed class AreaQueries(PieceWords inPieces)
{
    // In areas without a combined field the best piece decides; the others break ties.
    private const float TieBreak = 0.1f;

    // Where a synonym of several words is looked up: the pieces that say what a study is about. A single word is looked up in the whole area.
    private static readonly HashSet<string> PiecesForSynonyms = new(StringComparer.Ordinal)
    {
        "Condition", "ConditionMeshTerm", "ConditionAncestorTerm", "BriefTitle", "Keyword", "InterventionName", "InterventionOtherName", "InterventionMeshTerm",
    };

    /// <summary>True for a piece of the area in which another name of several words is looked up.</summary>
    public static bool TakesNames(SearchArea area, AreaPart part) => !IsCombined(area) || PiecesForSynonyms.Contains(part.Piece);

    /// <summary>True for an area with a combined field, also when only some of its pieces are asked for phrases.</summary>
    public static bool IsCombined(SearchArea area) => Array.Exists(StudyFields.CombinedAreas, combined => combined.Name == area.Name);

    /// <summary>A word of the index in any piece of the area.</summary>
    public Query Word(SearchArea area, string term) =>
        IsCombined(area)
            ? InField(area.Name, [term], 1)
            : Best(area.Parts.Where(part => !part.IsEnum && inPieces.MayHold(part.Piece, term)).Select(part => InField(part.Piece, [term], part.Weight)));

    /// <summary>Words one after another in one value of any piece of the area.</summary>
    public Query Phrase(SearchArea area, IReadOnlyList<string> terms, bool isSynonym = false)
    {
        if (terms.Count == 1)
        {
            return Word(area, terms[0]);
        }

        var parts = area.Parts.Where(part => !part.IsEnum && (!isSynonym || TakesNames(area, part)) && inPieces.MayHold(part.Piece, terms));
        return Best(parts.Select(part => InField(part.Piece, terms, part.Weight)));
    }

    /// <summary>A word in a field, or several one after another.</summary>
    public Query InField(string field, IReadOnlyList<string> terms, float boost)
    {
        var places = new List<TermContext>();
        foreach (var term in terms)
        {
            if (inPieces.Of(field, term) is not { } place)
            {
                return new BooleanQuery();
            }

            places.Add(place);
        }

        if (places is [var only])
        {
            return new PieceTermQuery(field, terms[0], only) { Boost = boost };
        }

        if (terms.Count != 2 || !StudyFields.HasPairs(field) || CommonWords.PairOf(terms[0], terms[1]) is not { } pair)
        {
            return new PiecePhraseQuery(field, terms, places) { Boost = boost };
        }

        return inPieces.Of(StudyFields.PairsOf(field), pair) is { } both ? new PiecePhraseQuery(field, terms, places, both) { Boost = boost } : new BooleanQuery();
    }

    /// <summary>Words near one another in a field.</summary>
    /// <param name="piece">The field.</param>
    /// <param name="terms">The words.</param>
    /// <param name="slop">How many places they may be moved.</param>
    /// <param name="boost">How much it counts.</param>
    public static PhraseQuery PieceToPhrase(string piece, IReadOnlyList<string> terms, int slop, float boost)
    {
        var phrase = new PhraseQuery { Slop = slop, Boost = boost };
        foreach (var term in terms)
        {
            phrase.Add(new Term(piece, term));
        }

        return phrase;
    }

    /// <summary>One of some queries, by the best of them; nothing when there is none.</summary>
    public static Query Best(IEnumerable<Query> queries) => queries.ToList() switch
    {
        [] => new BooleanQuery(),
        [var only] => only,
        var list => new DisjunctionMaxQuery(list, TieBreak),
    };

    public static Query All(IReadOnlyList<Query> queries)
    {
        if (queries.Count == 1)
        {
            return queries[0];
        }

        var all = new BooleanQuery(disableCoord: true);
        foreach (var query in queries)
        {
            all.Add(query, Occur.MUST);
        }

        return all;
    }
}

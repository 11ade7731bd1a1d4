using System.Numerics;
using Lucene.Net.Search;
using Trialist.Search.Areas;
using Trialist.Search.Filters;
using Trialist.Search.Pieces;
using Trialist.Search.Queries;

namespace Trialist.Search.Expressions.Running;

/// <content>What the finder does, said in an expression.</content>
internal sealed partial class ExpressionCompiler
{
    private Query Finder(Expression item, Setting setting)
    {
        if (SearchArea.Find(setting.Target.Name) is not { } area)
        {
            throw new ExpressionException($"SEARCH[Finder] looks into search areas, and `{setting.Target.Name}` is none");
        }

        var asked = FinderScope.Of(item, area);
        foreach (var text in asked.Texts)
        {
            CountLookups(WordsOf(text.Node) * text.Area.Parts.Count);
        }

        var compiled = QueryCompiler.Compile(asked.Texts, snapshot.Words, asked.UseSynonyms ? snapshot.Synonyms : null, snapshot.NameScores);
        var words = compiled.IsEmpty ? new TiltedQuery(new MatchAllDocsQuery(), PieceTable.Find("LastUpdatePostDate")!, snapshot) : Relaxed(compiled);
        if (asked.Conditions.IsEmpty)
        {
            return words;
        }

        var within = asked.UseSynonyms ? setting : setting with { Expansion = Expansion.Term };
        var query = new BooleanQuery(disableCoord: true) { { words, Occur.MUST } };
        foreach (var condition in asked.Conditions)
        {
            query.Add(new ConstantScoreQuery(Compile(condition, within)) { Boost = 0 }, Occur.MUST);
        }

        return query;
    }

    private static int WordsOf(QueryNode node) => node switch
    {
        QueryNode.Phrase phrase => TextQueries.Words(phrase.Text).Count,
        QueryNode.Not not => WordsOf(not.Item),
        QueryNode.AllOf all => all.Items.Sum(WordsOf),
        QueryNode.AnyOf any => any.Items.Sum(WordsOf),
        _ => 1,
    };

    // When no study holds all the words, those that hold most are found. Whoever holds some of them holds fewer as well, so that the number is found by halving.
    private Query Relaxed(CompiledQuery compiled)
    {
        var all = compiled.ToQuery(compiled.Required.Count);
        if (!compiled.CanRelax)
        {
            return all;
        }

        QueryCost.Check(all, snapshot.Reader, times: BitOperations.Log2((uint)compiled.Required.Count) + 2);
        if (FindsAny(all))
        {
            return all;
        }

        var (least, most) = (1, compiled.Required.Count - 1);
        while (least < most)
        {
            var half = (least + most + 1) / 2;
            (least, most) = FindsAny(compiled.ToQuery(half)) ? (half, most) : (least, half - 1);
        }

        return compiled.ToQuery(least);
    }

    private bool FindsAny(Query query)
    {
        var weight = snapshot.Searcher.CreateNormalizedWeight(query);
        return snapshot.Reader.Leaves.Any(leaf => weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs) is { } scorer && scorer.NextDoc() != DocIdSetIterator.NO_MORE_DOCS);
    }

    private Query Finder(Expression asked, FinderArea area) => Placed(asked, () => asked switch
    {
        Expression.Term term => Finder(term.Text, area),
        Expression.Phrase phrase => Finder(phrase.Text, area),
        Expression.And and => Both(and, item => Finder(item, area)),
        Expression.Or or => Either(or.Items, item => Finder(item, area)),
        Expression.Not not => Without(Finder(not.Item, area)),
        _ => throw new ExpressionException($"`{area.Name}` takes values, and AND, OR and NOT between them"),
    });

    private ConstantScoreQuery Finder(string value, FinderArea area) => new(new ColumnFilter(snapshot, FilterCompiler.Compile(area.FilterOf(value), near: null, snapshot.Tables)));
}

using Lucene.Net.Index;
using Lucene.Net.Search;
using Trialist.Search.Queries;

namespace Trialist.Search.Expressions.Running;

/// <summary>Counts, before a query runs, how many entries of the index it would read at most.</summary>
internal static class QueryCost
{
    // Positions are read beside the entries.
    private const int OfPosition = 3;

    /// <exception cref="ExpressionException">They are too many.</exception>
    public static void Check(Query query, IndexReader reader)
    {
        var cost = Of(query, reader);
        if (cost > ExpressionLimits.MostPostings)
        {
            throw new ExpressionException($"the expression is too broad: it would read {cost:N0} entries of the index, at most {ExpressionLimits.MostPostings:N0} are read; narrow it with AREA[] or fewer terms");
        }
    }

    private static long Of(Query query, IndexReader reader) => query switch
    {
        TermQuery term => 1 + reader.DocFreq(term.Term),
        PiecePhraseQuery phrase => (long)phrase.MostStudies * phrase.Length * OfPosition + phrase.Length,
        PhraseQuery phrase => OfPhrase(phrase.GetTerms(), reader),
        NameQuery name => Of(name.Inner, reader),
        BooleanQuery boolean => boolean.Clauses.Sum(clause => Of(clause.Query, reader)),
        DisjunctionMaxQuery any => any.Sum(part => Of(part, reader)),
        FilteredQuery { Filter: PhraseFilter } exact => OfPosition * Of(exact.Query, reader),
        ConstantScoreQuery { Query: { } inner } => Of(inner, reader),
        ConstantScoreQuery { Filter: TokenSetFilter tokens } => OfField(tokens.Tokens.Field, reader),
        ConstantScoreQuery { Filter: SiteFilter sites } => OfSites(sites.Condition, reader),
        TiltedQuery tilted => reader.MaxDoc + Of(tilted.Inner, reader),
        _ => reader.MaxDoc,
    };

    // The rarest word decides how many studies are looked at.
    private static long OfPhrase(Term[] terms, IndexReader reader) => terms.Min(term => (long)reader.DocFreq(term)) * terms.Length * OfPosition + terms.Length;

    private static long OfField(string field, IndexReader reader) => Math.Max(0, reader.GetSumDocFreq(field));

    private static long OfSites(SiteCondition condition, IndexReader reader) => condition switch
    {
        SiteCondition.Words words => words.Phrase.Terms.Sum(term => Math.Max(0, reader.TotalTermFreq(new Term(words.Piece, term)))) * OfPosition,
        SiteCondition.Values values => Math.Max(0, reader.GetSumTotalTermFreq(values.Tokens.Field)),
        SiteCondition.Every => Math.Max(0, reader.GetSumTotalTermFreq(Pieces.Piece.Location)),
        SiteCondition.And and => and.Items.Sum(item => OfSites(item, reader)),
        SiteCondition.Or or => or.Items.Sum(item => OfSites(item, reader)),
        SiteCondition.Not not => Math.Max(0, reader.GetSumTotalTermFreq(Pieces.Piece.Location)) + OfSites(not.Item, reader),
    };
}

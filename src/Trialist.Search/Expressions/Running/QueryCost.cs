using Lucene.Net.Index;
using Lucene.Net.Search;
using Trialist.Search.Queries;

namespace Trialist.Search.Expressions.Running;

/// <summary>Counts, before a query runs, how many entries of the index it would read at most.</summary>
internal static class QueryCost
{
    // Positions are read beside the entries.
    private const int OfPosition = 3;

    // To find a word's entries, and to begin reading them, takes as long as reading some hundred.
    private const int OfTerm = 700;

    // To go on to the next term and begin to read its sites; counted for sites, and so times as much.
    private const int OfNextTerm = 50;

    // A site is found by its position, and its key is kept and compared.
    private const int OfSite = 4;

    // A study's place in the order is computed, and its score anew.
    private const int OfTilt = 8;

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
        TermQuery term => OfTerm + reader.DocFreq(term.Term),
        PiecePhraseQuery phrase => (long)phrase.MostStudies * phrase.Length * OfPosition + (phrase.Length * OfTerm),
        PhraseQuery phrase => OfPhrase(phrase.GetTerms(), reader),
        NameQuery name => Of(name.Inner, reader),
        BooleanQuery boolean => boolean.Clauses.Sum(clause => Of(clause.Query, reader)),
        DisjunctionMaxQuery any => any.Sum(part => Of(part, reader)),
        FilteredQuery { Filter: PhraseFilter } exact => OfPosition * Of(exact.Query, reader),
        ConstantScoreQuery { Query: { } inner } => Of(inner, reader),
        ConstantScoreQuery { Filter: TokenSetFilter tokens } => OfField(tokens.Tokens.Field, reader),
        ConstantScoreQuery { Filter: SiteFilter sites } => OfSite * OfSites(sites.Condition, reader),
        TiltedQuery tilted => ((long)reader.MaxDoc * OfTilt) + Of(tilted.Inner, reader),
        _ => reader.MaxDoc,
    };

    // The rarest word decides how many studies are looked at.
    private static long OfPhrase(Term[] terms, IndexReader reader) => terms.Min(term => (long)reader.DocFreq(term)) * terms.Length * OfPosition + (terms.Length * OfTerm);

    private static long TermsOf(string field, IndexReader reader) => reader.Leaves.Sum(leaf => Math.Max(0, leaf.AtomicReader.GetTerms(field)?.Count ?? 0));

    private static long OfField(string field, IndexReader reader) => Math.Max(0, reader.GetSumDocFreq(field));

    private static long OfSites(SiteCondition condition, IndexReader reader) => condition switch
    {
        SiteCondition.Words words => words.Phrase.Terms.Sum(term => Math.Max(0, reader.TotalTermFreq(new Term(words.Piece, term)))),
        SiteCondition.Values { Tokens: { From: { } only } tokens } when only == tokens.To => Math.Max(0, reader.TotalTermFreq(new Term(tokens.Field, only))),
        SiteCondition.Values values => Math.Max(0, reader.GetSumTotalTermFreq(values.Tokens.Field)) + (TermsOf(values.Tokens.Field, reader) * OfNextTerm),
        SiteCondition.Every => Math.Max(0, reader.GetSumTotalTermFreq(Pieces.Piece.Location)),
        SiteCondition.And and => and.Items.Sum(item => OfSites(item, reader)),
        SiteCondition.Or or => or.Items.Sum(item => OfSites(item, reader)),
        SiteCondition.Not not => Math.Max(0, reader.GetSumTotalTermFreq(Pieces.Piece.Location)) + OfSites(not.Item, reader),
    };
}

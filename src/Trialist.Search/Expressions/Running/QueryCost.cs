using Lucene.Net.Index;
using Lucene.Net.Search;
using Trialist.Search.Queries;

namespace Trialist.Search.Expressions.Running;

/// <summary>Counts, before a query runs, how many entries of the index it would read at most.</summary>
internal static class QueryCost
{
    // A study is found and scored.
    private const int OfStudy = 2;

    // Positions are read beside the entries.
    private const int OfPosition = 3;

    // The mark of each position is read and compared.
    private const int OfMark = 3;

    // To find a word's entries, and to begin reading them, takes as long as reading some hundred.
    private const int OfTerm = 700;

    // To go on to the next term of a field and begin to read its sites.
    private const int OfNextTerm = 50;

    // A study's place in the order is computed, and its score anew.
    private const int OfTilt = 3;

    // So many members of a set are joined with those of another in the time that one entry takes.
    private const int AtOnce = 16;

    /// <param name="query">The query.</param>
    /// <param name="reader">The index.</param>
    /// <param name="times">How often it would run.</param>
    /// <exception cref="ExpressionException">They are too many.</exception>
    public static void Check(Query query, IndexReader reader, int times = 1)
    {
        var cost = times * Of(query, reader);
        if (cost > ExpressionLimits.MostPostings)
        {
            throw new ExpressionException($"the expression is too broad: it would read {cost:N0} entries of the index, at most {ExpressionLimits.MostPostings:N0} are read; narrow it with AREA[] or fewer terms");
        }
    }

    private static long Of(Query query, IndexReader reader) => query switch
    {
        PieceTermQuery word => OfTerm + ((long)OfStudy * word.Studies),
        TermQuery term => OfTerm + ((long)OfStudy * reader.DocFreq(term.Term)),
        PiecePhraseQuery phrase => (long)phrase.MostStudies * phrase.Length * OfPosition + (phrase.Length * OfTerm),
        PhraseQuery phrase => OfPhrase(phrase.GetTerms(), reader),
        NameQuery name => Of(name.Inner, reader),
        BooleanQuery boolean => boolean.Clauses.Sum(clause => Of(clause.Query, reader)),
        DisjunctionMaxQuery any => any.Sum(part => Of(part, reader)),
        LevelQuery levels => levels.Ways.Sum(way => Of(way, reader)),
        FilteredQuery { Filter: PhraseFilter, Query: PiecePhraseQuery phrase } => 2 * Of(phrase, reader), // its positions are read again
        FilteredQuery { Filter: PhraseFilter } exact => OfMark * Of(exact.Query, reader),
        ConstantScoreQuery { Query: { } inner } => Of(inner, reader),
        ConstantScoreQuery { Filter: ComplementFilter complement } => (reader.MaxDoc / AtOnce) + Of(complement.Denied, reader),
        ConstantScoreQuery { Filter: TokenSetFilter tokens } => OfStudy * OfField(tokens.Tokens.Field, reader),
        ConstantScoreQuery { Filter: SiteFilter sites } => OfSites(sites.Condition, reader),
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
        SiteCondition.Every => AllSites(reader),
        SiteCondition.And and => and.Items.Sum(item => AllSites(reader) + OfSites(item, reader)),
        SiteCondition.Or or => or.Items.Sum(item => OfSites(item, reader)),
        SiteCondition.Not not => AllSites(reader) + OfSites(not.Item, reader),
    };

    private static long AllSites(IndexReader reader) => Math.Max(0, reader.GetSumTotalTermFreq(Pieces.Piece.Location)) / AtOnce;
}

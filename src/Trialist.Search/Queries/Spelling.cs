using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Trialist.Search.Analysis;
using Trialist.Search.Indexing;

namespace Trialist.Search.Queries;

/// <summary>Finds the word of the index that a misspelt word most likely means.</summary>
internal static class Spelling
{
    private const int ShortestWord = 4;
    private const int LongestForOneEdit = 5;
    private const int MostCandidates = 500;

    /// <summary>Records have slips of their own: a word of so few studies may be one …</summary>
    private const int MostOfASlip = 3;

    /// <summary>… when so many times as many hold a word one edit away.</summary>
    private const int CommonerBy = 20;

    /// <summary>A better spelling of a word that no study holds, or null.</summary>
    public static string? Suggest(IndexReader reader, string word) =>
        WordForms.OfThread.Fold(word) is var written && CanBeSpelt(written) ? Nearest(reader, written, written.Length <= LongestForOneEdit ? 1 : 2, leastStudies: 1) : null;

    /// <summary>What a word that hardly any study holds is most likely a slip for, or null.</summary>
    public static string? SuggestCommoner(IndexReader reader, string word)
    {
        var written = WordForms.OfThread.Fold(word);
        return CanBeSpelt(written) && reader.DocFreq(new Term(StudyFields.Spelling, written)) is var studies and <= MostOfASlip
            ? Nearest(reader, written, edits: 1, leastStudies: Math.Max(1, studies) * CommonerBy)
            : null;
    }

    private static bool CanBeSpelt(string written) => written.Length is >= ShortestWord and <= WordSplitter.LongestWord;

    private static string? Nearest(IndexReader reader, string written, int edits, int leastStudies)
    {
        if (MultiFields.GetTerms(reader, StudyFields.Spelling) is not { } terms)
        {
            return null;
        }

        var similar = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(StudyFields.Spelling, written), edits, prefixLength: 1, transpositions: true);
        var boost = similar.Attributes.AddAttribute<IBoostAttribute>();
        (string? Word, double Worth) best = (null, 0);
        for (var candidates = 0; candidates < MostCandidates && similar.MoveNext(); candidates++)
        {
            // An edit less outweighs any number of records but a great one.
            var worth = boost.Boost * boost.Boost * boost.Boost * Math.Log(1 + similar.DocFreq);
            var candidate = similar.Term.Utf8ToString();
            if (worth > best.Worth && candidate != written && similar.DocFreq >= leastStudies)
            {
                best = (candidate, worth);
            }
        }

        return best.Word;
    }
}

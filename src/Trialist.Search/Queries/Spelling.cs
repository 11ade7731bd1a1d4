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

    /// <summary>A better spelling, or null.</summary>
    public static string? Suggest(IndexReader reader, string word)
    {
        var written = WordForms.OfThread.Fold(word);
        if (written.Length is < ShortestWord or > WordSplitter.LongestWord || MultiFields.GetTerms(reader, StudyFields.Spelling) is not { } terms)
        {
            return null;
        }

        var edits = written.Length <= LongestForOneEdit ? 1 : 2;
        var similar = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(StudyFields.Spelling, written), edits, prefixLength: 1, transpositions: true);
        var boost = similar.Attributes.AddAttribute<IBoostAttribute>();
        (string? Word, double Worth) best = (null, 0);
        for (var candidates = 0; candidates < MostCandidates && similar.MoveNext(); candidates++)
        {
            // An edit less outweighs any number of records but a great one.
            var worth = boost.Boost * boost.Boost * boost.Boost * Math.Log(1 + similar.DocFreq);
            var candidate = similar.Term.Utf8ToString();
            if (worth > best.Worth && candidate != written)
            {
                best = (candidate, worth);
            }
        }

        return best.Word;
    }
}

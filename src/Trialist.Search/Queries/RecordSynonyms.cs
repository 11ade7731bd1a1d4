using System.Diagnostics.CodeAnalysis;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Trialist.Search.Analysis;
using Trialist.Search.Indexing;

namespace Trialist.Search.Queries;

/// <summary>Synonyms that the records themselves teach: other names of interventions, and the MeSH term of a record with a single condition.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The enumerators hold memory only and live as long as their threads.")]
internal sealed class RecordSynonyms : ISynonymSource
{
    // One sponsor's "other name" may be wrong or loose ("chemotherapy"): a pair counts only when it is what most records say of one of the two names.
    private const double Majority = 0.5;
    private const double RareShare = 0.05;
    private const int MostSynonyms = 6;
    private const int MostPairs = 500;

    // Looking a term up needs an enumerator of some 20 KB: one a thread is enough.
    private readonly ThreadLocal<TermsEnum?> pairs;

    public RecordSynonyms(IndexReader reader) => pairs = new ThreadLocal<TermsEnum?>(() => MultiFields.GetTerms(reader, StudyFields.Alias)?.GetEnumerator());

    public IEnumerable<string> SynonymsOf(string key, string written)
    {
        // "Long" may be what one record calls its walk of half an hour; whoever types the word does not mean that.
        var found = IsCommon(key) ? [] : Pairs(key);
        var all = found.Sum(pair => pair.Count);
        return found
            .Where(pair => !IsCommon(pair.Key) && (pair.Count >= Majority * all || (pair.Count >= RareShare * all && IsMostlyNameOf(pair.Key, key))))
            .OrderByDescending(pair => pair.Count)
            .Select(pair => pair.Written)
            .Take(MostSynonyms);
    }

    private static bool IsCommon(string key) => CommonWords.NumberOf(key) != CommonWords.Rare;

    private bool IsMostlyNameOf(string other, string key)
    {
        var back = Pairs(other);
        var same = back.Where(pair => pair.Key == key).Sum(pair => pair.Count);
        return same >= Majority * back.Sum(pair => pair.Count);
    }

    // The names that records give beside a name, each with its commonest spelling and the number of records.
    private List<(string Key, string Written, int Count)> Pairs(string key)
    {
        var found = new List<(string Written, int Count)>();
        var prefix = key + "\t";
        if (pairs.Value is not { } terms || terms.SeekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END)
        {
            return [];
        }

        do
        {
            var pair = terms.Term.Utf8ToString();
            if (!pair.StartsWith(prefix, StringComparison.Ordinal) || found.Count == MostPairs)
            {
                break;
            }

            found.Add((pair[prefix.Length..], terms.DocFreq));
        }
        while (terms.MoveNext());

        return [.. found.GroupBy(pair => StudyNames.Key(pair.Written), StringComparer.Ordinal)
            .Select(name => (name.Key, name.MaxBy(pair => pair.Count).Written, name.Sum(pair => pair.Count)))];
    }
}

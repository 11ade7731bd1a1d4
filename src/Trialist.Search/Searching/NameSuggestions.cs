using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Trialist.Search.Indexing;
using Trialist.Search.Results;

namespace Trialist.Search.Searching;

/// <summary>Names of conditions and treatments that begin as typed, most studies first.</summary>
internal sealed class NameSuggestions(IndexReader reader)
{
    /// <summary>Shorter beginnings fit too many names to be of use.</summary>
    public const int ShortestPrefix = 2;

    private const int LongestPrefix = 80;
    private const int MostScanned = 50_000;
    private const int KeptFor = 3;
    private const int MostKept = 50;

    // Short beginnings are typed by everybody and are slow to count: their answers are kept for the life of the snapshot.
    private readonly ConcurrentDictionary<string, List<Suggestion>> kept = new(StringComparer.Ordinal);

    public IEnumerable<Suggestion> Of(string kind, string typed, int limit)
    {
        var prefix = StudyNames.Folded(typed);
        if (prefix.Length is < ShortestPrefix or > LongestPrefix)
        {
            return [];
        }

        var found = prefix.Length <= KeptFor ? kept.GetOrAdd($"{kind}|{prefix}", Count) : Count($"{kind}|{prefix}");
        return found.Count >= limit ? found.Take(limit) : found.Concat(ByOtherNames(kind, prefix)).DistinctBy(name => StudyNames.Folded(name.Text), StringComparer.Ordinal).Take(limit);
    }

    // "Heart att" begins no name of a record, but a name of what records call myocardial infarction.
    private IEnumerable<Suggestion> ByOtherNames(string kind, string prefix) => prefix.Length <= KeptFor ? [] : LexiconNames.Of(kind).StartingWith(prefix)
        .Select(entry => LexiconNames.Names(entry).Select(StudyNames.Folded).Distinct(StringComparer.Ordinal).Select(name => Exactly(kind, name)).OfType<Suggestion>().MaxBy(name => name.Studies))
        .OfType<Suggestion>()
        .OrderByDescending(name => name.Studies);

    private Suggestion? Exactly(string kind, string folded) => Count($"{kind}|{folded}|").FirstOrDefault();

    private List<Suggestion> Count(string prefix)
    {
        var names = new Dictionary<string, (string Written, int Most, int Studies)>(StringComparer.Ordinal);
        if (MultiFields.GetTerms(reader, StudyFields.Suggestion)?.GetEnumerator() is not { } terms || terms.SeekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END)
        {
            return [];
        }

        var scanned = 0;
        do
        {
            var parts = terms.Term.Utf8ToString().Split('|');
            if (parts.Length != 3 || !$"{parts[0]}|{parts[1]}|".StartsWith(prefix, StringComparison.Ordinal))
            {
                break;
            }

            var count = terms.DocFreq;
            var known = names.GetValueOrDefault(parts[1], (parts[2], 0, 0));
            names[parts[1]] = (count > known.Item2 ? parts[2] : known.Item1, Math.Max(count, known.Item2), known.Item3 + count);
        }
        while (++scanned < MostScanned && terms.MoveNext());

        return [.. names.Values.OrderByDescending(name => name.Studies).ThenBy(name => name.Written.Length).Take(MostKept).Select(name => new Suggestion(name.Written, name.Studies))];
    }
}

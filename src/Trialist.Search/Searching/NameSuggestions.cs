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

    private const char OtherSign = '#';

    private readonly ConcurrentDictionary<(string Kind, char Letter), IReadOnlyList<Suggestion>> letters = new();

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

    /// <summary>All names of a kind that begin with a letter, in the order of the alphabet; those that begin with none of A to Z for any other sign.</summary>
    public IReadOnlyList<Suggestion> Under(string kind, char letter) => letters.GetOrAdd((kind, char.IsAsciiLetter(letter) ? char.ToLowerInvariant(letter) : OtherSign), key =>
    {
        var names = new List<Suggestion>();
        foreach (var (folded, name) in Names($"{key.Kind}|{(key.Letter == OtherSign ? "" : key.Letter)}", int.MaxValue))
        {
            if (key.Letter != OtherSign || !char.IsAsciiLetter(folded[0]))
            {
                names.Add(new Suggestion(name.Written, name.Studies));
            }
        }

        return [.. names.OrderBy(name => name.Text, StringComparer.OrdinalIgnoreCase)];
    });

    private List<Suggestion> Count(string prefix) =>
        [.. Names(prefix, MostScanned).Values.OrderByDescending(name => name.Studies).ThenBy(name => name.Written.Length).Take(MostKept).Select(name => new Suggestion(name.Written, name.Studies))];

    // By folded name: the commonest spelling and the number of studies.
    private Dictionary<string, (string Written, int Most, int Studies)> Names(string prefix, int mostScanned)
    {
        var names = new Dictionary<string, (string Written, int Most, int Studies)>(StringComparer.Ordinal);
        if (MultiFields.GetTerms(reader, StudyFields.Suggestion)?.GetEnumerator() is not { } terms || terms.SeekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END)
        {
            return names;
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
        while (++scanned < mostScanned && terms.MoveNext());

        return names;
    }
}

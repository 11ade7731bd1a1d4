using Trialist.Search.Indexing;
using Trialist.Terminology;

namespace Trialist.Search.Searching;

/// <summary>Every way of writing the lexicon's conditions or treatments, in the order of the alphabet, to be looked up by its beginning.</summary>
internal sealed class LexiconNames
{
    private const int MostEntries = 40;

    private static readonly Lazy<LexiconNames> Conditions = new(() => new LexiconNames(EntryKind.Condition));
    private static readonly Lazy<LexiconNames> Treatments = new(() => new LexiconNames(EntryKind.Drug, EntryKind.Procedure));

    private readonly string[] folded;
    private readonly LexiconEntry[] entries;

    private LexiconNames(params EntryKind[] kinds)
    {
        var names = Lexicon.Default.Entries.Where(entry => kinds.Contains(entry.Kind))
            .SelectMany(entry => Names(entry).Select(name => (Folded: StudyNames.Folded(name), Entry: entry)))
            .OrderBy(name => name.Folded, StringComparer.Ordinal)
            .ToList();
        folded = [.. names.Select(name => name.Folded)];
        entries = [.. names.Select(name => name.Entry)];
    }

    /// <summary>The names of a kind of suggestion.</summary>
    public static LexiconNames Of(string kind) => kind == StudyNames.ConditionKind ? Conditions.Value : Treatments.Value;

    /// <summary>All names of an entry.</summary>
    public static IEnumerable<string> Names(LexiconEntry entry) => [entry.Label, .. entry.Synonyms, .. entry.Related];

    /// <summary>Entries that have a name with this beginning.</summary>
    public IEnumerable<LexiconEntry> StartingWith(string prefix)
    {
        var at = Array.BinarySearch(folded, prefix, StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        var found = new HashSet<LexiconEntry>(ReferenceEqualityComparer.Instance);
        for (; at < folded.Length && found.Count < MostEntries && folded[at].StartsWith(prefix, StringComparison.Ordinal); at++)
        {
            found.Add(entries[at]);
        }

        return found;
    }
}

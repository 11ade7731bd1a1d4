namespace Trialist.Terminology;

/// <content>What is wider and narrower.</content>
public sealed partial class Lexicon
{
    private readonly ConceptHierarchy hierarchy;

    /// <summary>Every entry that is wider than this one, nearest first; the entry itself is not among them.</summary>
    public ValueList<LexiconEntry> Broader(LexiconEntry entry) => hierarchy.Ancestors(entry);

    /// <summary>Every entry that is narrower than this one, nearest first; the entry itself is not among them.</summary>
    public ValueList<LexiconEntry> Narrower(LexiconEntry entry) => hierarchy.Descendants(entry);

    /// <summary>True when whoever has <paramref name="narrower"/> has <paramref name="broader"/> as well: the same concept, or one below it.</summary>
    /// <remarks>
    /// Decided by name, by code, by the links of the tables, and by the shape of ICD-10-CM codes (C50.911 lies below C50 and
    /// in C00-D49). The codes of a concept of the tables say all that it may be coded as: it lies below another only where
    /// each of them does. A concept that was recorded with codes is each of them. False means "not known to", never "is not".
    /// </remarks>
    public bool Subsumes(Concept broader, Concept narrower)
    {
        if (string.Equals(broader.Name, narrower.Name, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var (asked, recorded) = (IsOwn(broader), !IsOwn(narrower));
        if (Covers(broader.Codes, narrower.Codes, recorded))
        {
            return true;
        }

        foreach (var below in EntriesOf(narrower))
        {
            if (IsEntryOf(below, broader, asked) || Covers(broader.Codes, below.Concept.Codes, any: false))
            {
                return true;
            }

            foreach (var above in hierarchy.Ancestors(below))
            {
                if (IsEntryOf(above, broader, asked))
                {
                    return true;
                }
            }
        }

        foreach (var wide in EntriesOf(broader))
        {
            if (Covers(wide.Concept.Codes, narrower.Codes, recorded))
            {
                return true;
            }

            foreach (var inside in hierarchy.Descendants(wide))
            {
                if (Covers(inside.Concept.Codes, narrower.Codes, recorded))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A concept as the tables have it, with their codes and no other.
    private bool IsOwn(Concept concept)
    {
        if (byName.TryGetValue(concept.Name, out var named))
        {
            foreach (var entry in named)
            {
                if (entry.Concept.Codes == concept.Codes)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Other ways to search for words: the spellings of their concepts and of everything narrower, without the words themselves.</summary>
    /// <param name="words">A whole phrase, such as <c>heart attack</c>.</param>
    /// <param name="limit">At most so many.</param>
    /// <returns>Nearest first: synonyms of the concept, then of what lies below it. Empty when the phrase is not known.</returns>
    public ValueList<string> Expand(string words, int limit = 200)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { words.Trim() };
        foreach (var entry in Find(words).Concat(FindRelated(words)))
        {
            if (entry.LeafType is null)
            {
                continue;
            }

            foreach (var next in (IEnumerable<LexiconEntry>)[entry, .. hierarchy.Descendants(entry)])
            {
                foreach (var spelling in (IEnumerable<string>)[next.Label, .. next.Synonyms, .. next.Related])
                {
                    if (found.Count < limit && seen.Add(spelling))
                    {
                        found.Add(spelling);
                    }
                }
            }
        }

        return found.ToValueList();
    }

    private ValueList<LexiconEntry> FindRelated(string words)
    {
        var trimmed = words.AsSpan().Trim();
        return !trimmed.IsEmpty && related.TryMatch(trimmed, 0, out var match) && PhraseTrie.IsPunctuation(trimmed[match.End..]) ? match.Entries : [];
    }

    private static bool IsEntryOf(LexiconEntry entry, Concept concept, bool byNameOnly) =>
        string.Equals(entry.Name, concept.Name, StringComparison.OrdinalIgnoreCase) || (!byNameOnly && SharesCode(entry.Concept.Codes, concept.Codes));

    private static bool SharesCode(ValueList<Code> left, ValueList<Code> right)
    {
        foreach (var code in left)
        {
            if (right.AsSpan().Contains(code))
            {
                return true;
            }
        }

        return false;
    }

    // Any code of what was recorded, or every code that the tables give in one system.
    private static bool Covers(ValueList<Code> broader, ValueList<Code> narrower, bool any)
    {
        for (var i = 0; i < narrower.Count; i++)
        {
            var system = narrower[i].System;
            if (IsCovered(broader, narrower[i]) && (any || narrower.All(code => code.System != system || IsCovered(broader, code))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCovered(ValueList<Code> broader, Code code)
    {
        foreach (var above in broader)
        {
            if (CodeOrder.Covers(above, code))
            {
                return true;
            }
        }

        return false;
    }

    private ValueList<LexiconEntry> EntriesOf(Concept concept)
    {
        if (byName.TryGetValue(concept.Name, out var named))
        {
            return named;
        }

        foreach (var code in concept.Codes)
        {
            if (byCode.TryGetValue(code, out var coded))
            {
                return coded;
            }
        }

        return Find(concept.Name);
    }
}

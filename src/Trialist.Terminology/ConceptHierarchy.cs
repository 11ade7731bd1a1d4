namespace Trialist.Terminology;

/// <summary>The links from each entry to what is wider and narrower, closed over all steps when built.</summary>
internal sealed class ConceptHierarchy
{
    private readonly Dictionary<LexiconEntry, ValueList<LexiconEntry>> ancestors;
    private readonly Dictionary<LexiconEntry, ValueList<LexiconEntry>> descendants;

    public ConceptHierarchy(IReadOnlyList<LexiconEntry> entries)
    {
        var named = new Dictionary<(EntryKind, string), LexiconEntry>();
        foreach (var entry in entries)
        {
            named.TryAdd((entry.Kind, entry.Name), entry);
        }

        var up = new Dictionary<LexiconEntry, List<LexiconEntry>>(ReferenceEqualityComparer.Instance);
        var down = new Dictionary<LexiconEntry, List<LexiconEntry>>(ReferenceEqualityComparer.Instance);
        foreach (var entry in entries)
        {
            foreach (var name in entry.Broader)
            {
                if (named.TryGetValue((entry.Kind, name), out var wider))
                {
                    Link(up, entry, wider);
                    Link(down, wider, entry);
                }
            }
        }

        ancestors = Close(up);
        descendants = Close(down);
    }

    public ValueList<LexiconEntry> Ancestors(LexiconEntry entry) => ancestors.TryGetValue(entry, out var found) ? found : [];

    public ValueList<LexiconEntry> Descendants(LexiconEntry entry) => descendants.TryGetValue(entry, out var found) ? found : [];

    private static void Link(Dictionary<LexiconEntry, List<LexiconEntry>> links, LexiconEntry from, LexiconEntry to)
    {
        if (!links.TryGetValue(from, out var list))
        {
            links[from] = list = [];
        }

        list.Add(to);
    }

    // Breadth first, so that the nearest come first; a loop in the links only ends the walk.
    private static Dictionary<LexiconEntry, ValueList<LexiconEntry>> Close(Dictionary<LexiconEntry, List<LexiconEntry>> links)
    {
        var closed = new Dictionary<LexiconEntry, ValueList<LexiconEntry>>(ReferenceEqualityComparer.Instance);
        foreach (var start in links.Keys)
        {
            var seen = new HashSet<LexiconEntry>(ReferenceEqualityComparer.Instance) { start };
            var found = new List<LexiconEntry>();
            var waiting = new Queue<LexiconEntry>(links[start]);
            while (waiting.TryDequeue(out var next))
            {
                if (!seen.Add(next))
                {
                    continue;
                }

                found.Add(next);
                foreach (var further in links.GetValueOrDefault(next) ?? [])
                {
                    waiting.Enqueue(further);
                }
            }

            closed[start] = found.ToValueList();
        }

        return closed;
    }
}

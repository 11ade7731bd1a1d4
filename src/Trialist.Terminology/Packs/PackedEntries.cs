namespace Trialist.Terminology.Packs;

/// <summary>Joins packs to the hand-written entries. What the hand-written lexicon says stays as it is: a pack adds names, codes and wider concepts, and entries for what is unknown.</summary>
internal sealed class PackedEntries
{
    // Steps upward when a link is tested for a loop; MeSH is 13 deep.
    private const int LongestWalk = 10_000;

    private readonly Lexicon shipped;
    private readonly List<Draft> drafts = [];
    private readonly Dictionary<(EntryKind, string), Draft> byPhrase = [];
    private readonly HashSet<(EntryKind, string)> names = [];

    private PackedEntries(Lexicon shipped) => this.shipped = shipped;

    /// <summary>The entries of the shipped lexicon and of the packs.</summary>
    public static IReadOnlyList<LexiconEntry> Join(Lexicon shipped, IEnumerable<IEnumerable<PackTerm>> packs)
    {
        var joined = new PackedEntries(shipped);
        joined.AddShipped();
        foreach (var pack in packs)
        {
            joined.AddPack(pack);
        }

        return [.. joined.drafts.Select(draft => draft.ToEntry())];
    }

    private void AddShipped()
    {
        foreach (var entry in shipped.Entries)
        {
            var draft = new Draft(entry);
            drafts.Add(draft);
            names.Add((entry.Kind, entry.Name));
            foreach (var spelling in entry.Spellings.Where(spelling => spelling is { Capitals: false, Ambiguous: false }))
            {
                if (PhraseKey.Of(spelling.Words) is { } key)
                {
                    byPhrase.TryAdd((entry.Kind, key), draft);
                }
            }
        }
    }

    private void AddPack(IEnumerable<PackTerm> pack)
    {
        var byId = new Dictionary<string, Draft>(StringComparer.Ordinal);
        var links = new List<(Draft From, string To)>();
        foreach (var term in pack)
        {
            if (PhraseKey.Of(term.Name) is not { } key)
            {
                continue;
            }

            if (!byPhrase.TryGetValue((term.Kind, key), out var draft))
            {
                draft = new Draft(NewEntry(term));
                drafts.Add(draft);
                byPhrase[(term.Kind, key)] = draft;
            }

            byId[term.Id] = draft;
            draft.Add(term, IsUnknown);
            links.AddRange(term.Broader.Select(id => (draft, id)));
        }

        foreach (var (from, to) in links)
        {
            if (byId.TryGetValue(to, out var wider) && wider != from && wider.Kind == from.Kind && !Reaches(wider, from))
            {
                from.Broader.Add(wider);
            }
        }
    }

    // What the hand-written lexicon reads as anything at all keeps that meaning alone.
    private bool IsUnknown(string spelling) => shipped.Find(spelling).IsEmpty;

    private LexiconEntry NewEntry(PackTerm term)
    {
        var name = term.Name.ToLowerInvariant();
        while (!names.Add((term.Kind, name)))
        {
            name += " (pack)";
        }

        return new LexiconEntry(term.Kind, new Concept(name))
        {
            LeafType = term.Kind switch { EntryKind.Condition => LeafType.Condition, EntryKind.Drug => LeafType.Treatment, _ => LeafType.Procedure },
            Label = LabelOf(term.Name),
            Source = "pack",
        };
    }

    // "Anemia, Sickle Cell" was turned to "Sickle Cell Anemia"; in a sentence it is small, but for words that are written large within.
    private static string LabelOf(string name) => string.Join(' ', name.Split(' ').Select(word => word.Skip(1).Any(char.IsUpper) || word.Any(char.IsDigit) ? word : word.ToLowerInvariant()));

    private static bool Reaches(Draft from, Draft to)
    {
        var seen = new HashSet<Draft> { from };
        var waiting = new Stack<Draft>([from]);
        while (waiting.TryPop(out var next) && seen.Count < LongestWalk)
        {
            if (next == to)
            {
                return true;
            }

            foreach (var wider in next.Broader.Where(seen.Add))
            {
                waiting.Push(wider);
            }
        }

        return false;
    }

    /// <summary>An entry while it is put together.</summary>
    private sealed class Draft(LexiconEntry entry)
    {
        private readonly List<Spelling> spellings = [];
        private readonly List<string> related = [];
        private readonly HashSet<Code> codes = [];

        public EntryKind Kind => entry.Kind;

        public HashSet<Draft> Broader { get; } = [];

        public void Add(PackTerm term, Func<string, bool> isUnknown)
        {
            if (term.Code is { } code)
            {
                codes.Add(code);
            }

            foreach (var name in term.Synonyms.Prepend(term.Name))
            {
                if (!isUnknown(name))
                {
                    continue;
                }

                if (term.Mentioned && PackSpelling.ForText(name, isBrand: char.IsUpper(name[0]) && Kind == EntryKind.Drug) is { } spelling)
                {
                    spellings.Add(spelling);
                }
                else if (PackSpelling.IsForSearch(name))
                {
                    related.Add(name);
                }
            }

            related.AddRange(term.Related.Where(name => PackSpelling.IsForSearch(name) && isUnknown(name)));
        }

        public LexiconEntry ToEntry() => spellings.Count + related.Count + codes.Count + Broader.Count == 0 ? entry : entry with
        {
            Concept = entry.Concept with { Codes = [.. entry.Concept.Codes, .. codes.Where(code => !entry.Concept.Codes.Contains(code))] },
            Synonyms = [.. entry.Synonyms, .. spellings.Select(spelling => spelling.Words).Where(words => words != entry.Label)],
            Related = [.. related],
            Broader = [.. entry.Broader, .. Broader.Select(wider => wider.Name).Where(name => !entry.Broader.Contains(name))],
            Spellings = [.. entry.Spellings, .. spellings],
        };

        private string Name => entry.Name;
    }
}

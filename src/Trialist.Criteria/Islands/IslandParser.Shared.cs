using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Words that share a head, and stages.</content>
internal sealed partial class IslandParser
{
    /// <summary>A longer list of adjectives is none that a person wrote.</summary>
    private const int MostShared = 24;

    // "inhaled or topical steroids", where the lexicon knows the last as one term: the first takes its noun.
    private bool TrySharedNoun()
    {
        var next = at;
        while (next < end && next - at < 3 && (items[next].IsSign(',') || items[next].IsSign('/') || items[next].Cue is Cue.Or))
        {
            next++;
        }

        if (qualifiers.Count == 0 || next == at || next >= end || items[next] is not { Kind: ItemKind.Mention, Match.Entry: { LeafType: { } type } last } mention || PhraseEnd(next) > next + 1)
        {
            return false;
        }

        var words = mention.Span.Of(text);
        var cut = words.IndexOf(' ', StringComparison.Ordinal);
        if (cut < 0 || lexicon.Find(words.AsSpan(0, cut)) is not [{ Qualifier: { } kind }, ..] || QualifierOf(qualifiers[^1]).Kind != kind.Kind)
        {
            return false;
        }

        var first = qualifiers[^1];
        qualifiers.RemoveAt(qualifiers.Count - 1);
        var name = Spelled(first.Span) + Spelled(new TextSpan(mention.Start + cut, mention.End)).Insert(0, " ");
        var entry = lexicon.Find(name) is [{ LeafType: { } found } known, ..] && found == type ? known : null;
        AddPhrase(Wanted(type), entry?.Concept ?? new Concept(name), entry, first.Span, null, entry is null ? null : WordingOf(type, name, entry));
        return true;
    }

    // "type 1 or type 2 diabetes": the first takes the noun of the second.
    private bool TryTypes()
    {
        if (at + 3 >= end || items[at].Text is not "type" || items[at + 1].Kind != ItemKind.Number || !(items[at + 2].Cue is Cue.Or or Cue.And || items[at + 2].IsSign('/') || items[at + 2].IsSign(','))
            || items[at + 3] is not { Kind: ItemKind.Mention } mention || mention.Span.Of(text) is not { } words || !words.StartsWith("type ", StringComparison.OrdinalIgnoreCase) || words.IndexOf(' ', 5) is not (> 0 and var noun)
            || lexicon.Find(string.Concat(new TextSpan(items[at].Start, items[at + 1].End).Of(text), words.AsSpan(noun))) is not [{ LeafType: { } type } entry, ..])
        {
            return false;
        }

        var span = new TextSpan(items[at].Start, items[at + 1].End);
        at += 2;
        AddPhrase(Wanted(type), entry.Concept, entry, span, null);
        return true;
    }

    /// <summary>"hepatitis B or C", "bacterial, fungal or viral infection": words that share a head.</summary>
    private bool TryShared(int from, int to, List<List<Item>>? alternatives)
    {
        // "… or C" after "hepatitis B", "… or C virus infection": the last word of the term before is exchanged.
        if (items[from].Kind == ItemKind.Unknown && nodes.Count > 0 && link is Link.Or or Link.And or Link.Comma && nodes[^1] is { IsLeaf: true, Entry: not null } last && (to == from + 1 || EndsEmptily(from + 1, to)))
        {
            var before = last.Span.Of(text);
            var cut = before.LastIndexOfAny([' ', '-']);
            if (cut > 0 && FindTail(before[..(cut + 1)] + items[from].Span.Of(text)) is { LeafType: { } type } found)
            {
                at = to;
                qualifiers.AddRange(LastQualifiers(items[from].Start));
                var stated = nodes.Count > 1 && nodes[^2] is { IsLeaf: true } other && other.Concept == last.Concept;
                AddPhrase(type, found.Concept, found, new TextSpan(items[from].Start, items[to - 1].End), null);
                if (stated)
                {
                    // "active or uncontrolled hepatitis B or C"
                    Doubt(nodes[^1], nodes[^1].Span, "It is not clear which of the states is meant here too.");
                }

                return true;
            }
        }

        // "bacterial, fungal or viral infection": adjectives that wait for the noun of the last one.
        if (to != from + 1 || items[from].Kind == ItemKind.Cue || !IsAdjective(items[from].Span.Of(text)) || (items[from].Kind == ItemKind.Mention && items[from].Match.Entry.LeafType is not null))
        {
            return false;
        }

        var adjectives = new List<int> { from };
        var index = to;
        var chosen = false;
        while (index < end && adjectives.Count < MostShared)
        {
            var next = index;
            while (next < end && next - index < 3 && (items[next].IsSign(',') || items[next].IsSign('/') || items[next].Cue is Cue.Or or Cue.And))
            {
                next++;
            }

            if (next == index || next >= end)
            {
                return false;
            }

            for (var i = index; i < next; i++)
            {
                chosen |= items[i].Cue is Cue.Or or Cue.And || items[i].IsSign('/');
            }

            var stop = PhraseEnd(next);
            if (stop > next + 1 || (stop == next + 1 && items[next].Kind == ItemKind.Mention && items[next].Match.Entry.LeafType is LeafType.Condition or LeafType.Treatment && items[next].Span.Of(text).Contains(' ', StringComparison.Ordinal)))
            {
                // "a live, attenuated vaccine" is one thing.
                return chosen && AddShared(adjectives, next, stop, alternatives);
            }

            if (stop == next || !IsAdjective(items[next].Span.Of(text)))
            {
                return false;
            }

            adjectives.Add(next);
            index = stop;
        }

        return false;
    }

    // "active hepatitis C": what narrows the term stands before it.
    private LexiconEntry? FindTail(string words)
    {
        for (var start = 0; start >= 0; start = words.IndexOf(' ', start) + 1 is > 0 and var next ? next : -1)
        {
            if (lexicon.Find(words.AsSpan(start)) is [{ LeafType: not null } found, ..] && words.AsSpan(start).IndexOfAny(' ', '-') > 0)
            {
                return found;
            }
        }

        return null;
    }

    // "infection", "virus", "virus infection": they add nothing to the name of what causes it.
    private bool EndsEmptily(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (items[i].Kind == ItemKind.Cue || !(items[i].Span.Of(text).StartsWith("infection", StringComparison.OrdinalIgnoreCase) || items[i].Span.Of(text).StartsWith("virus", StringComparison.OrdinalIgnoreCase)))
            {
                return false;
            }
        }

        return true;
    }

    // "active hepatitis B or C": the word narrows both.
    private List<Item> LastQualifiers(int place)
    {
        var shared = new List<Item>();
        foreach (var qualifier in nodes[^1].Qualifiers)
        {
            if (qualifier.Kind is QualifierKind.Status or QualifierKind.Severity)
            {
                var phrase = new CuePhrase([qualifier.Value]);
                phrase.Add(Cue.Qualifier, $"{Json.Words.Of(qualifier.Kind)}:{qualifier.Value}");
                shared.Add(new Item(ItemKind.Cue, place, place) { Phrase = phrase });
            }
        }

        return shared;
    }

    private bool AddShared(List<int> adjectives, int from, int to, List<List<Item>>? alternatives)
    {
        var (start, head) = HeadOfShared(from, to);
        var (type, _, _) = Resolve(from, to);
        if (type is not { } known || start < 0 || adjectives.Exists(index => head.Contains(items[index].Span.Of(text), StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var own = qualifiers.ToList();
        adjectives.Add(from);
        foreach (var index in adjectives)
        {
            var name = index == from ? Spelled(new TextSpan(items[from].Start, items[to - 1].End)) : $"{items[index].Span.Of(text).ToLowerInvariant()} {head}";
            var entry = lexicon.Find(name) is { IsEmpty: false } found ? found[0] : null;
            qualifiers.Clear();
            qualifiers.AddRange(own);
            at = to;
            AddPhrase(known, entry?.Concept ?? new Concept(name), entry, index == from ? new TextSpan(items[from].Start, items[to - 1].End) : items[index].Span, alternatives, entry is null ? null : WordingOf(known, name, entry));
            link = Link.Or;
        }

        link = Link.Adjacent;
        return true;
    }

    // What stands after the adjective of the last member: "disease" of "renal disease", be it one term or two words.
    private (int Start, string Head) HeadOfShared(int from, int to)
    {
        if (to > from + 1)
        {
            return (items[from + 1].Start, NameOf(from + 1, to));
        }

        var words = items[from].Span.Of(text);
        var cut = words.IndexOf(' ', StringComparison.Ordinal);
        return cut > 0 && IsAdjective(words[..cut]) ? (items[from].Start + cut + 1, Spelled(new TextSpan(items[from].Start + cut + 1, items[to - 1].End))) : (-1, "");
    }

    private static bool IsAdjective(string word)
    {
        if (word.Equals("live", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var ending in (ReadOnlySpan<string>)["al", "ic", "ar", "ary", "ous", "ive", "oid", "ac", "ine", "ant"])
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "ALT and AST", "AST/ALT": the lexicon knows the pair, the text asks for each.
    private bool TryTransaminases(int from, int to)
    {
        if (to != from + 1 || items[from].Kind != ItemKind.Mention || items[from].Match.Entry.Name != "transaminases" || lexicon.ByName("alt") is not { } alt || lexicon.ByName("ast") is not { } ast)
        {
            return false;
        }

        var words = items[from].Span.Of(text);
        var joined = words.Contains(" and ", StringComparison.OrdinalIgnoreCase) || words.Contains('&', StringComparison.Ordinal) ? Link.And
            : words.Contains('/', StringComparison.Ordinal) || words.Contains(" or ", StringComparison.OrdinalIgnoreCase) || words.Contains(',', StringComparison.Ordinal) ? (exclusion ? Link.Or : Link.And)
            : Link.Adjacent;
        if (joined == Link.Adjacent)
        {
            return false;
        }

        FlushQualifiers();
        at = to;
        Add(new Node { Span = items[from].Span, Type = LeafType.Measurement, Concept = alt.Concept, Entry = alt });
        link = words.Contains(" or ", StringComparison.OrdinalIgnoreCase) ? Link.Or : joined;
        Add(new Node { Span = items[from].Span, Type = LeafType.Measurement, Concept = ast.Concept, Entry = ast });
        return true;
    }
}

using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Words that share a head, and stages.</content>
internal sealed partial class IslandParser
{
    /// <summary>A longer list of adjectives is none that a person wrote.</summary>
    private const int MostShared = 24;

    // "inhaled or topical steroids", where the lexicon knows the last as one term: the first takes its noun.
    private bool TrySharedNoun(List<List<Item>>? alternatives)
    {
        var next = at;
        while (next < end && next - at < 3 && (items[next].IsSign(',') || items[next].IsSign('/') || items[next].Cue is Cue.Or || (exclusion && items[next].Cue is Cue.And)))
        {
            next++;
        }

        if (alternatives is null && qualifiers.Count > 0 && next > at && qualifiers[^1] is var place && place.End == items[at - 1].End && Sites.Contains(place.Of(text)))
        {
            // "unstable liver or biliary disease"
            qualifiers.RemoveAt(qualifiers.Count - 1);
            at--;
            if (TrySharedHead(at, at + 1, null))
            {
                return true;
            }

            at++;
            qualifiers.Add(place);
            return false;
        }

        if (alternatives is null && next > at && TryHeadOfQualifier())
        {
            return true;
        }

        if (alternatives is not null && next > at && TryHeadOfAlternatives(alternatives, next))
        {
            return true;
        }

        return qualifiers.Count > 0 && next > at && next < end && items[next] is { Kind: ItemKind.Mention, Match.Entry.LeafType: { } type } mention && AddsNothing(next + 1, PhraseEnd(next)) && TryNounOf(mention, type, next, alternatives);
    }

    private bool TryNounOf(Item mention, LeafType type, int next, List<List<Item>>? alternatives)
    {
        var words = mention.Of(text);
        var cut = words.IndexOf(' ', StringComparison.Ordinal);
        var choices = alternatives ?? [[.. qualifiers]];
        if (cut > 0 && words.IndexOf(' ', cut + 1) is > 0 and var second && words.AsSpan(0, second).EndsWith(" controlled", StringComparison.OrdinalIgnoreCase))
        {
            // "uncontrolled or inadequately controlled hypertension"
            cut = second;
        }

        if (cut < 0 || !choices.TrueForAll(choice => AreAlternatives(QualifierOf(choice[^1]), words.AsSpan(0, cut)) && !choice.Exists(item => item != choice[^1] && QualifierOf(item).Kind == QualifierOf(choice[^1]).Kind)))
        {
            return false;
        }

        if (items[at..next].Exists(item => item.Cue == Cue.And) && !choices.TrueForAll(choice => IsShutOutBy(QualifierOf(choice[^1]), words.AsSpan(0, cut))))
        {
            // "uncontrolled and severe asthma" may be both.
            return false;
        }

        var noun = Spelled(new TextSpan(mention.Start + cut + 1, mention.End));
        List<Item> shared = [];
        foreach (var choice in choices)
        {
            var first = choice[^1];
            qualifiers.Clear();
            qualifiers.AddRange(choice[..^1]);
            shared = qualifiers.FindAll(item => QualifierOf(item).Kind == QualifierKind.Severity && QualifierOf(first).Kind != QualifierKind.Severity);
            AddWithNoun(Wanted(type), first, noun);
            link = Link.Or;
        }

        // "severe acute or chronic infections": how severe is said of both.
        link = Link.Adjacent;
        qualifiers.AddRange(shared);
        return true;
    }

    // "IV steroid use"
    private bool AddsNothing(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (items[i].Kind != ItemKind.Unknown || !EmptyTails.Contains(items[i].Of(text)))
            {
                return false;
            }
        }

        return true;
    }

    // "hypo- or hyperthyroidism", "immuno- or chemotherapy": the hyphen stands for the end of the word behind it.
    private bool TrySuspended(List<List<Item>>? alternatives)
    {
        if (at + 3 >= end || items[at].Kind != ItemKind.Unknown || items[at + 1].Kind != ItemKind.Dash || items[at + 1].Start != items[at].End || !(items[at + 2].Cue is Cue.Or or Cue.And || items[at + 2].IsSign('/'))
            || items[at + 3] is not { Kind: ItemKind.Mention, Match.Entry.LeafType: { } type } mention)
        {
            return false;
        }

        var (prefix, word) = (Spelled(items[at].Span), Spelled(mention.Span));
        for (var cut = ShortestPrefix; cut < word.Length - ShortestPrefix; cut++)
        {
            if (lexicon.Find(prefix + word[cut..]) is [{ LeafType: { } found } entry, ..] && found == type && entry.Concept != mention.Match.Entry.Concept)
            {
                var (span, shared) = (items[at].Span, qualifiers.ToList());
                at += 2;
                AddPhrase(Wanted(type), entry.Concept, entry, span, alternatives, WordingOf(type, prefix + word[cut..], entry));
                qualifiers.AddRange(shared);
                return true;
            }
        }

        return false;
    }

    private const int ShortestPrefix = 2;

    // "oral" of "oral or intravenous corticosteroids": a term of its own, the noun narrowed, or the words as they are.
    private void AddWithNoun(LeafType type, Item first, string noun)
    {
        var name = $"{Spelled(first.Span)} {noun}";
        if (lexicon.Find(name) is [{ LeafType: { } found } known, ..] && found == type)
        {
            AddPhrase(type, known.Concept, known, first.Span, null, WordingOf(type, name, known));
        }
        else if (lexicon.Find(noun) is [{ LeafType: { } general } entry, ..] && general == type)
        {
            qualifiers.Add(first);
            AddPhrase(type, entry.Concept, entry, first.Span, null, WordingOf(type, noun, entry));
        }
        else
        {
            AddPhrase(type, new Concept(name), null, first.Span, null);
        }
    }

    // "uncontrolled or severe asthma", "systemic or inhaled steroids": adjectives that answer the same question.
    private bool AreAlternatives(Qualifier one, ReadOnlySpan<char> word)
    {
        foreach (var entry in lexicon.Find(word))
        {
            if (one.Value == "immunosuppressive" && word.StartsWith("immun", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            if (entry.Qualifier is { } other && (one.Kind == other.Kind || (IsStateOrSeverity(one) && IsStateOrSeverity(other)) || (IsWayIn(one) && IsWayIn(other))))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsShutOutBy(Qualifier one, ReadOnlySpan<char> word)
    {
        foreach (var entry in lexicon.Find(word))
        {
            if (entry.Qualifier is { } other && ShutOut(one, other))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStateOrSeverity(Qualifier one) => one.Kind is QualifierKind.Status or QualifierKind.Severity;

    private static bool IsWayIn(Qualifier one) => one.Kind == QualifierKind.Route || one.Value == "systemic";

    // "type 1 or type 2 diabetes": the first takes the noun of the second.
    private bool TryTypes()
    {
        if (TryBareTypes() || TryDegrees())
        {
            return true;
        }

        if (at + 3 >= end || items[at].Text is not "type" || items[at + 1].Kind != ItemKind.Number || !(items[at + 2].Cue is Cue.Or or Cue.And || items[at + 2].IsSign('/') || items[at + 2].IsSign(','))
            || items[at + 3] is not { Kind: ItemKind.Mention } mention || mention.Of(text) is not { } words || !words.StartsWith("type ", StringComparison.OrdinalIgnoreCase) || words.IndexOf(' ', 5) is not (> 0 and var noun)
            || lexicon.Find(string.Concat(new TextSpan(items[at].Start, items[at + 1].End).Of(text), words.AsSpan(noun))) is not [{ LeafType: { } type } entry, ..])
        {
            return false;
        }

        var span = new TextSpan(items[at].Start, items[at + 1].End);
        at += 2;
        AddPhrase(Wanted(type), entry.Concept, entry, span, null);
        return true;
    }

    // "type 1 or 2 diabetes", "type I/II diabetes": both by their own names.
    private bool TryBareTypes()
    {
        if (at + 4 >= end || !items[at].Of(text).Equals("type", StringComparison.OrdinalIgnoreCase) || !(items[at + 2].Cue is Cue.Or or Cue.And || items[at + 2].IsSign('/')) || items[at + 4].Kind is not (ItemKind.Mention or ItemKind.Unknown))
        {
            return false;
        }

        var stop = PhraseEnd(at + 4);
        if (stop == at + 4)
        {
            return false;
        }

        var noun = Spelled(new TextSpan(items[at + 4].Start, items[stop - 1].End));
        if (TypeNamed(at + 1, noun) is not { } one || TypeNamed(at + 3, noun) is not { } other || one == other)
        {
            return false;
        }

        var (first, second) = (new TextSpan(items[at].Start, items[at + 1].End), new TextSpan(items[at + 3].Start, items[stop - 1].End));
        var own = qualifiers.ToArray();
        at = stop;
        AddPhrase(Wanted(one.LeafType!.Value), one.Concept, one, first, null);
        qualifiers.AddRange(own);
        link = Link.Or;
        AddPhrase(Wanted(other.LeafType!.Value), other.Concept, other, second, null);
        return true;
    }

    // "second- or third-degree heart block"
    private bool TryDegrees()
    {
        if (at + 3 >= end || items[at + 1].Kind != ItemKind.Dash || items[at + 1].Start != items[at].End || items[at].Of(text).ToLowerInvariant() is not ("first" or "second") || !(items[at + 2].Cue is Cue.Or or Cue.And || items[at + 2].Is(Cue.To))
            || items[at + 3] is not { Kind: ItemKind.Mention } mention || mention.Of(text) is not { } words || words.IndexOfAny([' ', '-']) is not (> 0 and var cut) || !(words[..cut].ToLowerInvariant() is "second" or "third")
            || lexicon.Find($"{items[at].Of(text)}{words[cut..]}") is not [{ LeafType: { } type } entry, ..])
        {
            return false;
        }

        var span = items[at].Span;
        at += 2;
        AddPhrase(Wanted(type), entry.Concept, entry, span, null);
        return true;
    }

    private LexiconEntry? TypeNamed(int number, string noun) =>
        items[number].Of(text) is { Length: <= 2 } which && lexicon.Find($"type {which} {noun}") is [{ LeafType: not null } entry, ..] ? entry : null;

    /// <summary>"hepatitis B or C", "bacterial, fungal or viral infection": words that share a head.</summary>
    private bool TryShared(int from, int to, List<List<Item>>? alternatives)
    {
        // "… or C" after "hepatitis B", "… or C virus infection": the last word of the term before is exchanged.
        if (items[from].Kind == ItemKind.Unknown && nodes.Count > 0 && link is Link.Or or Link.And or Link.Comma && nodes[^1] is { IsLeaf: true, Entry: not null } last && (to == from + 1 || EndsEmptily(from + 1, to)))
        {
            var before = last.Span.Of(text) is var said && said.IndexOf(' ', StringComparison.Ordinal) < 0 && said.Length == 1 ? last.Entry!.Name : last.Span.Of(text);
            var cut = before.LastIndexOfAny([' ', '-']);
            if (cut > 0 && !items[from].Of(text).StartsWith("agent", StringComparison.OrdinalIgnoreCase) && FindTail(before[..(cut + 1)] + items[from].Of(text)) is { LeafType: { } type } found)
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

        return to < end && (TryKnownHead(from, to, alternatives) || TrySharedHead(from, to, alternatives));
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
            if (items[i].Kind == ItemKind.Cue || !(items[i].Of(text).StartsWith("infection", StringComparison.OrdinalIgnoreCase) || items[i].Of(text).StartsWith("virus", StringComparison.OrdinalIgnoreCase)))
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

    private static bool IsAdjective(string word)
    {
        if (word.Equals("live", StringComparison.OrdinalIgnoreCase) || word.Equals("oral", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var ending in (ReadOnlySpan<string>)["al", "ic", "ar", "ary", "ous", "ive", "oid", "ac", "ine", "ant", "immune"])
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

        var words = items[from].Of(text);
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

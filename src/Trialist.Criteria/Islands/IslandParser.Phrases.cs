using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Noun phrases: terms of the lexicon with the words around them, and phrases whose last word tells their kind.</content>
internal sealed partial class IslandParser
{
    /// <summary>A longer run of words without any function word is no name of anything.</summary>
    private const int LongestPhrase = 9;

    private const int LongestNarrowing = 6;

    private void ReadPhrase()
    {
        var alternatives = ReadQualifiers();
        if (TryStage())
        {
            return;
        }

        var from = at;
        var to = PhraseEnd(from);
        if (to == from)
        {
            TrailQualifiers();
            return;
        }

        if (IsAgeWord(from, to))
        {
            at = to;
            qualifiers.Clear();
            Add(new Node { Span = new TextSpan(items[from].Start, items[to - 1].End), Type = LeafType.Age, Concept = new Concept("age") });
            return;
        }

        if (TryShared(from, to))
        {
            return;
        }

        var (type, concept, entry) = Resolve(from, to);
        if (type is not { } known)
        {
            FlushQualifiers();
            Unread(from, to, "These words are not known.");
            at = to;
            return;
        }

        at = to;
        AddPhrase(known, concept, entry, new TextSpan(items[from].Start, items[to - 1].End), alternatives);
    }

    private void AddPhrase(LeafType type, Concept concept, LexiconEntry? entry, TextSpan span, List<List<Item>>? alternatives)
    {
        var own = qualifiers.ToList();
        qualifiers.Clear();
        headUsed = true;
        var when = type is LeafType.Measurement or LeafType.Score or LeafType.Biomarker or LeafType.Age or LeafType.Lines ? null : pendingWhen;
        foreach (var choice in alternatives ?? [own])
        {
            var whole = choice.Count > 0 ? span.Union(new TextSpan(choice[0].Start, choice[^1].End)) : span;
            var node = new Node { Span = whole, Type = type, Concept = concept, Entry = entry, When = when };
            foreach (var qualifier in choice)
            {
                node.Qualifiers.Add(QualifierOf(qualifier));
            }

            Add(node);
            link = Link.Or;
        }

        link = Link.Adjacent;
    }

    /// <summary>Reads qualifiers into <see cref="qualifiers"/>; "active or uncontrolled infection" gives one list for each.</summary>
    private List<List<Item>>? ReadQualifiers()
    {
        List<List<Item>>? alternatives = null;
        while (at < end && IsQualifier(at))
        {
            qualifiers.Add(items[at]);
            at++;
            var next = at;
            while (next < end && next - at < 3 && (items[next].IsSign(',') || items[next].IsSign('/') || items[next].Cue is Cue.Or || (items[next].Cue == Cue.And && items[next].Text is "and")))
            {
                next++;
            }

            if (next > at && next < end && IsQualifier(next) && PhraseFollows(next))
            {
                var or = false;
                for (var i = at; i < next; i++)
                {
                    or |= items[i].Cue == Cue.Or || items[i].IsSign('/');
                }

                if (or || (items[at].IsSign(',') && OrFollows(next)))
                {
                    alternatives ??= [];
                    alternatives.Add([.. qualifiers]);
                    qualifiers.Clear();
                }

                at = next;
            }
        }

        if (alternatives is not null)
        {
            alternatives.Add([.. qualifiers]);
        }

        return alternatives;
    }

    private bool IsQualifier(int index) => items[index].Kind is ItemKind.Cue or ItemKind.Mention && items[index].Phrase is { Cue: Cue.Qualifier };

    private bool PhraseFollows(int index)
    {
        while (index < end && (IsQualifier(index) || items[index].IsSign(',') || items[index].IsSign('/') || items[index].Cue is Cue.Or or Cue.And))
        {
            index++;
        }

        return index < end && items[index].Kind is ItemKind.Mention or ItemKind.Unknown;
    }

    private bool OrFollows(int index)
    {
        while (index < end && (IsQualifier(index) || items[index].IsSign(',')))
        {
            index++;
        }

        return index < end && items[index].Cue == Cue.Or;
    }

    // "HBsAg positive", "asthma that is severe or uncontrolled": qualifiers after their noun.
    private void TrailQualifiers()
    {
        if (qualifiers.Count == 0)
        {
            return;
        }

        if (nodes.Count > 0 && nodes[^1] is { IsLeaf: true } last && link is Link.Adjacent or Link.With && last.Type is not (LeafType.Sex or LeafType.Age or LeafType.Consent))
        {
            foreach (var item in qualifiers)
            {
                last.Qualifiers.Add(QualifierOf(item));
            }

            last.Span = last.Span.Union(qualifiers[^1].Span);
            if (last.Type == LeafType.Measurement && last.Bounds is null && last.Qualifiers.Exists(one => one.Kind == QualifierKind.Result))
            {
                last.Type = LeafType.Biomarker;
            }

            qualifiers.Clear();
        }
        else if (nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Qualifiers.Count: > 0 } before && link == Link.Or && qualifiers.Count == 1 && at >= before.Span.End - before.Span.End)
        {
            var first = before.Qualifiers[^1];
            before.Qualifiers[^1] = first with { Value = $"{first.Value} or {QualifierOf(qualifiers[0]).Value}" };
            before.Span = before.Span.Union(qualifiers[0].Span);
            link = Link.Adjacent;
            qualifiers.Clear();
        }
        else if (at >= end || items[at].Kind is ItemKind.Sign || items[at].Cue is Cue.And or Cue.Or or Cue.Not)
        {
            FlushQualifiers();
        }
    }

    private int PhraseEnd(int from)
    {
        var to = from;
        while (to < end && to - from < LongestPhrase && (items[to].Kind is ItemKind.Unknown || (items[to].Kind == ItemKind.Mention && (to == from || !IsQualifier(to) || NounFollows(to))) || (to > from && IsQualifier(to) && NounFollows(to)) || IsGlue(to, from)))
        {
            to++;
        }

        // An abbreviation in brackets after the phrase is read by the bracket.
        return to;
    }

    private bool NounFollows(int index) => index + 1 < end && (items[index + 1].Kind is ItemKind.Unknown || (items[index + 1].Kind == ItemKind.Mention && !IsQualifier(index + 1)));

    // "anti-PD-1", "beta-blocker": a hyphen without blanks, or an apostrophe.
    private bool IsGlue(int index, int from) =>
        index > from && index + 1 < end && items[index].Kind is ItemKind.Dash or ItemKind.Sign && (items[index].Kind == ItemKind.Dash || items[index].Text is "'" or "\"" or "&" or "_")
        && items[index].Start == items[index - 1].End && items[index].End == items[index + 1].Start && items[index + 1].Kind is ItemKind.Unknown or ItemKind.Mention or ItemKind.Number or ItemKind.Cue;

    private bool IsAgeWord(int from, int to) => to == from + 1 && items[from].Kind == ItemKind.Unknown && items[from].Span.Of(text).Equals("age", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a run of words is about: the term at its end, or what its last word tells.</summary>
    private (LeafType? Type, Concept Concept, LexiconEntry? Entry) Resolve(int from, int to)
    {
        var first = items[from];
        var last = items[to - 1];
        if (to == from + 1 && first.Kind == ItemKind.Mention)
        {
            return Typed(first.Match.Entry);
        }

        var name = NameOf(from, to);
        if (lexicon.Find(name) is { IsEmpty: false } found && found[0].LeafType is not null)
        {
            return Typed(found[0]);
        }

        if (last.Kind == ItemKind.Mention && last.Match.Entry.LeafType is { } mentioned)
        {
            return (Wanted(mentioned), new Concept(name), null);
        }

        var word = last.Span.Of(text);
        var head = HeadTable.Default.TypeOf(word);
        if (head is { } known && !(known == LeafType.Measurement && to - from == 1))
        {
            return (Wanted(known), new Concept(name), null);
        }

        for (var i = to - 1; i >= from; i--)
        {
            if (items[i].Kind == ItemKind.Mention && items[i].Match.Entry.LeafType is { } inside && !IsAdverb(word) && to - i <= 3)
            {
                return (Wanted(inside), new Concept(name), null);
            }
        }

        // The words before it fix the kind of what they name: "diagnosis of …", "treatment with …".
        return !headUsed && PendingType() is { } pending && !IsAdverb(word) && to - from <= 5 ? (pending, new Concept(name), null)
            : pendingWhen?.Relation == TimeRelation.Ever && depth == 0 && exclusion && pendingHead == Cue.None && IsHistory() && !IsAdverb(word) && to - from <= 4 ? (LeafType.Condition, new Concept(name), null)
            : (null, new Concept(name), null);
    }

    private bool IsHistory() => pendingWhenSpan.Of(text).Contains("history of", StringComparison.OrdinalIgnoreCase) && nodes.Count == 0;

    private static bool IsAdverb(string word) => word.EndsWith("ly", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ing", StringComparison.OrdinalIgnoreCase);

    private LeafType? PendingType() => pendingHead switch
    {
        Cue.Treatment => LeafType.Treatment,
        Cue.Condition => LeafType.Condition,
        Cue.Allergy => LeafType.Allergy,
        Cue.Procedure => LeafType.Procedure,
        _ => null,
    };

    private (LeafType?, Concept, LexiconEntry?) Typed(LexiconEntry entry)
    {
        if (entry.LeafType is not { } own)
        {
            return (null, entry.Concept, entry);
        }

        var type = Wanted(own);
        return pendingHead == Cue.Contraindication ? (LeafType.Condition, new Concept($"contraindication to {entry.Name}"), null) : (type, entry.Concept, entry);
    }

    // An allergy is to a drug or a food; treatment with an antibody is a treatment.
    private LeafType Wanted(LeafType own) => pendingHead switch
    {
        Cue.Allergy => LeafType.Allergy,
        Cue.Treatment when own is LeafType.Biomarker or LeafType.Allergy => LeafType.Treatment,
        Cue.Contraindication => LeafType.Condition,
        _ => own,
    };

    private string NameOf(int from, int to)
    {
        var start = items[from].Start;
        var words = Spelled(new TextSpan(start, items[to - 1].End));
        return pendingHead == Cue.Contraindication && !headUsed ? $"contraindication to {words}" : words;
    }

    /// <summary>"hepatitis B or C", "bacterial, fungal or viral infection": words that share a head.</summary>
    private bool TryShared(int from, int to)
    {
        // "… or C" after "hepatitis B": the last word of the term before is exchanged.
        if (to == from + 1 && items[from].Kind == ItemKind.Unknown && nodes.Count > 0 && link is Link.Or or Link.And or Link.Comma && nodes[^1] is { IsLeaf: true, Entry: not null } last)
        {
            var before = last.Span.Of(text);
            var cut = before.LastIndexOfAny([' ', '-']);
            if (cut > 0 && lexicon.Find(before[..(cut + 1)] + items[from].Span.Of(text)) is { IsEmpty: false } found && found[0].LeafType is { } type)
            {
                at = to;
                AddPhrase(type, found[0].Concept, found[0], items[from].Span, null);
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
        while (index < end && adjectives.Count < 8)
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

            var stop = PhraseEnd(next);
            if (stop > next + 1)
            {
                return AddShared(adjectives, next, stop);
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

    private bool AddShared(List<int> adjectives, int from, int to)
    {
        var head = NameOf(from + 1, to);
        var (type, _, _) = Resolve(from, to);
        if (type is not { } known)
        {
            return false;
        }

        var own = qualifiers.ToList();
        adjectives.Add(from);
        foreach (var index in adjectives)
        {
            var name = $"{items[index].Span.Of(text).ToLowerInvariant()} {head}";
            var entry = lexicon.Find(name) is { IsEmpty: false } found ? found[0] : null;
            qualifiers.Clear();
            qualifiers.AddRange(own);
            at = to;
            AddPhrase(known, entry?.Concept ?? new Concept(name), entry, index == from ? new TextSpan(items[from].Start, items[to - 1].End) : items[index].Span, null);
            link = Link.Or;
        }

        link = Link.Adjacent;
        return true;
    }

    private static bool IsAdjective(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["al", "ic", "ar", "ary", "ous", "ive", "oid", "ac", "ine", "ant"])
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"for breast cancer", "due to trauma", "of the lung": a phrase that narrows the leaf before it is kept in its words.</summary>
    private bool TryNarrow()
    {
        if (nodes.Count == 0 || link != Link.Adjacent || nodes[^1] is not { IsLeaf: true, Bounds: null } last || last.Type is not (LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Biomarker or LeafType.Allergy))
        {
            return false;
        }

        var from = at;
        var index = at + 1;
        while (index < end && index - from <= LongestNarrowing && (items[index].Kind is ItemKind.Unknown or ItemKind.Mention || (items[index].Kind == ItemKind.Cue && items[index].Cue is Cue.Qualifier or Cue.Filler && !items[index].Is(Cue.Time) && items[index].Text is not ("is" or "are" or "must" or "who" or "should" or "with" or "by" or "in")) || IsGlue(index, from)))
        {
            index++;
        }

        if (index == from + 1 || index - from > LongestNarrowing || !(items[index - 1].Kind is ItemKind.Unknown or ItemKind.Mention) || IsAdverb(items[index - 1].Span.Of(text)))
        {
            return false;
        }

        var span = new TextSpan(items[from].Start, items[index - 1].End);
        last.Qualifiers.Add(new Qualifier(QualifierKind.Role, Spelled(span)));
        last.Span = last.Span.Union(span);
        at = index;
        return true;
    }

    /// <summary>"stage IIIB or IV", "grade 2-3": kept as a qualifier of the concept beside it.</summary>
    private bool TryStage()
    {
        if (at >= end || items[at].Kind != ItemKind.Unknown || items[at].Span.Of(text).ToLowerInvariant() is not ("stage" or "stages" or "grade" or "grades" or "class") || at + 1 >= end)
        {
            return false;
        }

        var index = at + 1;
        while (index < end && index - at < 10 && (IsStageValue(items[index]) || (index + 1 < end && (items[index].Kind == ItemKind.Dash || items[index].IsSign('/') || items[index].IsSign(',') || items[index].Cue is Cue.Or or Cue.To or Cue.And || items[index].Is(Cue.To) || items[index].Kind == ItemKind.Comparator || items[index].Is(Cue.CompareAfter)) && (IsStageValue(items[index + 1]) || (index + 2 < end && IsStageValue(items[index + 2]) && items[index + 1].Cue == Cue.Or))) || (items[index].Kind == ItemKind.Cue && items[index].Is(Cue.CompareAfter))))
        {
            index++;
        }

        if (index == at + 1)
        {
            return false;
        }

        var span = new TextSpan(items[at].Start, items[index - 1].End);
        var value = Spelled(span);
        var kind = value.StartsWith("stage", StringComparison.Ordinal) ? QualifierKind.Stage : QualifierKind.Grade;
        at = index;
        if (nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Condition } last && link is Link.Adjacent or Link.With or Link.Comma && !PhraseFollows(at))
        {
            last.Qualifiers.Add(new Qualifier(kind, value));
            last.Span = last.Span.Union(span);
            link = Link.Adjacent;
            return true;
        }

        var phrase = new CuePhrase([value]);
        phrase.Add(Cue.Qualifier, $"{(kind == QualifierKind.Stage ? "stage" : "grade")}:{value}");
        qualifiers.Add(new Item(ItemKind.Cue, span.Start, span.End) { Phrase = phrase });
        if (PhraseFollows(at))
        {
            ReadPhrase();
        }

        return true;
    }

    private bool IsStageValue(Item item)
    {
        if (item.Kind == ItemKind.Number)
        {
            return item.Value <= 5;
        }

        var word = item.Span.Of(text);
        return item.Kind is ItemKind.Unknown && word.Length <= 5 && word.AsSpan().TrimEnd("abcdABCD0123456789").ToString() is { Length: > 0 } roman && Structure.MarkerReader.RomanValue(roman) > 0;
    }
}

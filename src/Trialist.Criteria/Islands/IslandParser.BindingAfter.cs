using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>A limit before what it is about: "> 5 % blasts", "at least 2 relapses".</content>
internal sealed partial class IslandParser
{
    /// <summary>So many words may stand between a number and the thing it counts.</summary>
    private const int CountedWords = 8;

    // "> 5 % blasts", "at least 1 measurable lesion", "≥ 2 relapses", "10 mg prednisone".
    private bool TryBindAfter(Limit limit)
    {
        var index = SkipOfThe(SkipFillers(limit.After));
        var from = index;
        while (index < end && index - from < CountedWords && (items[index].Kind is ItemKind.Unknown or ItemKind.Mention || (items[index].Kind == ItemKind.Cue && items[index].Cue is Cue.Qualifier or Cue.Matter) || (items[index].Kind == ItemKind.Cue && items[index].Is(Cue.Ever) && items[index].Text is "prior" or "previous") || (index == from && CountsWhat(items[index])) || IsGlue(index, from)))
        {
            index++;
        }

        if (index == from || !FollowsDirectly(limit.After, from))
        {
            return false;
        }

        if (AnnouncesList(limit) && !LastWord(items[index - 1].Span).EndsWith('s'))
        {
            // "one or more of sneezing, cough and fever": a list follows.
            return false;
        }

        if (CountsWhat(items[from]) && (index = WhatIsCounted(from, index)) < 0)
        {
            return false;
        }

        var past = index;
        if (index - from > 1 && limit.Unit is "mg" or "g" or "ug" && items[index - 1].Of(text).Equals("daily", StringComparison.OrdinalIgnoreCase))
        {
            // "> 10 mg prednisone daily"
            (index, limit) = (index - 1, limit with { Unit = $"{limit.Unit}/d" });
        }

        if (IsScaleLength(limit, from, index))
        {
            at = index;
            return true;
        }

        var head = items[index - 1];
        var entry = head.Kind == ItemKind.Mention ? head.Match.Entry : null;
        var type = entry?.LeafType;
        if (head.Kind == ItemKind.Cue && head.Phrase!.As(Cue.Matter) is { } matter && Json.Words.Parse<LeafType>(matter[..matter.IndexOf(':', StringComparison.Ordinal)]) is LeafType.Sex or LeafType.Consent or LeafType.Pregnancy or LeafType.Age)
        {
            return false;
        }

        if (limit.Unit is not null && type is not (LeafType.Measurement or LeafType.Treatment or LeafType.Condition or LeafType.Behaviour) && !(limit.Unit == "%"))
        {
            return false;
        }

        if (IsOfNormal(limit) && type is LeafType.Condition or LeafType.Treatment or LeafType.Behaviour)
        {
            // "≤ 5 x ULN with liver metastases": only a value has a normal range.
            return false;
        }

        if (type == LeafType.Treatment && limit.Unit is "%" or "mm" or "cm" or "m" or "kU/L" or "[IU]/L" || (type == LeafType.Treatment && IsTime(limit.Unit)))
        {
            // "wheal ≥ 3 mm to cow's milk": no dose is measured so.
            return false;
        }

        var words = NameOf(from, index);
        if (words is "out" || words.EndsWith(" out", StringComparison.Ordinal))
        {
            return false;
        }

        if (TryTimesOf(limit, words, index))
        {
            return true;
        }

        var span = new TextSpan(limit.Start, items[past - 1].End);
        var bounds = limit.ToBounds();
        Concept concept;
        LeafType bound;
        if (type is LeafType.Measurement or LeafType.Score && index - from == 1)
        {
            bound = type.Value;
            concept = entry!.Concept;
        }
        else if (type == LeafType.Behaviour && limit.Unit is not null && index - from == 1)
        {
            bound = LeafType.Behaviour;
            concept = entry!.Concept;
        }
        else if (type == LeafType.Treatment && limit.Unit is not null)
        {
            bound = LeafType.Treatment;
            concept = index - from == 1 ? entry!.Concept : new Concept(words);
        }
        else
        {
            bound = limit.Unit is not null || (limit.Min ?? limit.Max)!.Value.Value % 1 != 0 ? LeafType.Measurement : IsLines(words) ? LeafType.Lines : LeafType.Count;
            concept = new Concept(words);
        }

        at = past;
        FlushQualifiersInto(out var own);
        var node = new Node { Span = span, Type = bound, Concept = concept, Entry = entry, Bounds = bounds, When = pendingWhen };
        node.Qualifiers.AddRange(own);
        if (limit.Unit is null && bound == LeafType.Measurement && entry?.Analyte is null)
        {
            // "more than 1/2 of the liver", "≥ 0.5 teaspoon"
            KeepInPart(node, "It is not clear what is counted.");
        }

        Add(node);
        headUsed = true;
        Open(nodes[^1], limit);
        AddRate(node);
        return true;
    }

    // "one or more of"
    private bool AnnouncesList(Limit limit) => items[limit.After - 1].Phrase?.Words is [.., "more", "of"] && !(nodes.Count > 0 && IsGraded(nodes[^1], limit));

    // "doses of an approved vaccine", "courses of oral or parenteral corticosteroids": the end of what is counted; -1 where it is not clear.
    private int WhatIsCounted(int from, int to)
    {
        if (to == from + 1)
        {
            to += to < end && items[to].Of(text).ToLowerInvariant() is "a" or "an" or "the" or "any" ? 1 : 0;
            to = PhraseEnd(to) is var stop && stop > to ? stop : from + 1;
        }

        while (to > from + 1 && to < end && items[to].Cue is Cue.Or or Cue.And && (IsQualifier(to - 1) || IsAdjective(LastWord(items[to - 1].Span))))
        {
            var next = to + 1;
            while (next < end && IsQualifier(next))
            {
                next++;
            }

            to = next < end && PhraseEnd(next) is var stop && stop > next ? stop : from;
        }

        return to <= from + 1 || (to < end && (items[to].Cue is Cue.Or or Cue.And || (items[to].IsSign(',') && items[to - 1].Kind == ItemKind.Unknown && HeadTable.Default.TypeOf(LastWord(items[to - 1].Span)) is null))) ? -1 : to;
    }

    // "30 % of the lesions"
    private int SkipOfThe(int index) => index < end && items[index].Kind == ItemKind.Cue && items[index].Of(text).Equals("of the", StringComparison.OrdinalIgnoreCase) ? index + 1 : index;

    // "< 92 % at any stage": what follows a preposition of place or time is not what is counted.
    private bool FollowsDirectly(int after, int from)
    {
        for (var i = after; i < from; i++)
        {
            if (items[i].Kind == ItemKind.Cue && LastWord(items[i].Span).ToLowerInvariant() is "at" or "in" or "on" or "by" or "from" or "with" or "without")
            {
                return false;
            }
        }

        return true;
    }

    // "3 attacks per month": how often narrows what is counted.
    private void AddRate(Node node)
    {
        if (node.Type == LeafType.Count && at + 1 < end && items[at].Text is "per" or "a" or "each" && TimeUnits.Of(items[at + 1].Text ?? CueTable.Default.WordOf(items[at + 1].Of(text))) is not null)
        {
            var span = new TextSpan(items[at].Start, items[at + 1].End);
            node.Qualifiers.Add(new Qualifier(QualifierKind.Role, Spelled(span)));
            node.Span = node.Span.Union(span);
            at += 2;
        }
    }

    // "on a 0-10 numeric scale": how long the scale is, not a limit.
    private bool IsScaleLength(Limit limit, int from, int to)
    {
        var words = text.AsSpan(items[from].Start, items[to - 1].End - items[from].Start);
        return limit is { Min.Value: 0 or 1, Max.Value: 5 or 10 or 100, Unit: null or "mm" } && limit.Min!.Value.Inclusive && (nodes.Count > 0 || depth > 0) && (HasWord(words, "scale") || HasWord(words, "VAS") || HasWord(words, "NRS") || HasWord(words, "point"));
    }

    private static bool IsLines(string words) =>
        words.Contains("line", StringComparison.Ordinal) || words.Contains("regimen", StringComparison.Ordinal) || words.Contains("prior therap", StringComparison.Ordinal) || words.Contains("prior treatment", StringComparison.Ordinal) || words.Contains("previous therap", StringComparison.Ordinal) || words.Contains("previous treatment", StringComparison.Ordinal) || words.Contains("prior systemic", StringComparison.Ordinal);
}

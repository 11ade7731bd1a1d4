using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>What a limit is about.</content>
internal sealed partial class IslandParser
{
    /// <summary>So many words may stand between a number and the thing it counts.</summary>
    private const int CountedWords = 6;

    private bool Bind(Limit limit, int from)
    {
        if (limit.Unit is "a" or "mo" or "wk" or "d" or "h" or "min")
        {
            return BindTime(limit, from);
        }

        if (IsCalendarYear(limit))
        {
            return false;
        }

        if (nodes.Count > 0 && link is Link.Adjacent or Link.With && nodes[^1].IsBare)
        {
            if (TryPair(limit))
            {
                return true;
            }

            if (nodes[^1].Type == LeafType.Age && limit.Unit is not null)
            {
                return false;
            }

            BindTo(limit);
            return true;
        }

        if (IsAge(from, limit) && limit.Unit is null)
        {
            Add(new Node { Span = limit.Span, Type = LeafType.Age, Concept = new Concept("age"), Bounds = limit.ToBounds() with { Unit = "a" } });
            return true;
        }

        if (TryBindAfter(limit))
        {
            return true;
        }

        if (nodes.Count > 0 && link is Link.Adjacent or Link.With or Link.Comma && TryBindBefore(limit))
        {
            return true;
        }

        // "≥ 3 x ULN" after "or": another limit on what was limited before.
        if (link is Link.Or or Link.And or Link.Comma && LastLimited(limit) is { } last)
        {
            Add(new Node { Span = limit.Span, Type = last.Type, Concept = last.Concept, Entry = last.Entry, Bounds = limit.ToBounds() });
            return true;
        }

        return false;
    }

    private Node? LastLimited(Limit limit)
    {
        for (var i = nodes.Count - 1; i >= Math.Max(0, nodes.Count - 3); i--)
        {
            if (nodes[i] is { IsLeaf: true, Bounds: { } earlier } node && node.Type is LeafType.Measurement or LeafType.Score or LeafType.Age)
            {
                return earlier.Unit == limit.Unit || limit.Unit is Units.UpperLimitOfNormal || earlier.Unit is Units.UpperLimitOfNormal ? node : null;
            }

            if (nodes[i] is { IsLeaf: true, Type: not LeafType.Sex })
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsCalendarYear(Limit limit) =>
        limit.Unit is null && (limit.Min ?? limit.Max) is { Value: >= 1950 and <= 2060 } end && end.Value == decimal.Truncate(end.Value) && (limit.Min is not null && limit.Max is not null);

    // "blood pressure > 160/100 mmHg": systolic and diastolic; either is too much, both must be low enough.
    private bool TryPair(Limit limit)
    {
        var last = nodes[^1];
        if (last.Type != LeafType.Measurement || limit.After + 1 >= end || !items[limit.After].IsSign('/') || items[limit.After + 1].Kind != ItemKind.Number || (limit.Min is null) == (limit.Max is null)
            || lexicon.Find("systolic blood pressure") is not [var systolic, ..] || lexicon.Find("diastolic blood pressure") is not [var diastolic, ..])
        {
            return false;
        }

        var second = ReadValue(limit.After + 1, out var unit, out var after, out _);
        var inclusive = (limit.Min ?? limit.Max)!.Value.Inclusive;
        var other = new Bound(second, inclusive);
        var span = new TextSpan(last.Span.Start, EndOf(after));
        Predicate high = new Predicate.Leaf(LeafType.Measurement, systolic.Concept) { Span = span, Bounds = limit.ToBounds() with { Unit = unit ?? limit.Unit }, When = last.When };
        Predicate low = new Predicate.Leaf(LeafType.Measurement, diastolic.Concept) { Span = span, Bounds = new Bounds(limit.Min is null ? null : other, limit.Min is null ? other : null, unit ?? limit.Unit), When = last.When };
        last.Whole = limit.Min is not null ? new Predicate.Any([high, low]) { Span = span } : new Predicate.All([high, low]) { Span = span };
        last.Span = span;
        at = after;
        return true;
    }

    private bool BindTime(Limit limit, int from)
    {
        if (nodes.Count > 0 && link is Link.Adjacent or Link.With && nodes[^1].IsBare && nodes[^1].Type is LeafType.Age or LeafType.LifeExpectancy or LeafType.Measurement)
        {
            BindTo(limit);
            return true;
        }

        if (IsAge(from, limit) && limit.Unit is not ("h" or "min"))
        {
            Add(new Node { Span = limit.Span, Type = LeafType.Age, Concept = new Concept("age"), Bounds = limit.ToBounds() });
            return true;
        }

        if (limit.After < end && items[limit.After].Kind == ItemKind.Cue && items[limit.After].Phrase!.Value is "lifeExpectancy:life expectancy")
        {
            at = limit.After + 1;
            Add(new Node { Span = new TextSpan(limit.Start, items[limit.After].End), Type = LeafType.LifeExpectancy, Concept = new Concept("life expectancy"), Bounds = limit.ToBounds() });
            return true;
        }

        // "symptoms > 6 weeks": how long it lasts.
        if (nodes.Count > 0 && link == Link.Adjacent && nodes[^1] is { IsLeaf: true, When: null or { Max: null, Min: null }, Type: LeafType.Condition or LeafType.Treatment } last)
        {
            last.When = new TimeWindow(TimeRelation.During, Length(limit.Min, limit.Unit!), Length(limit.Max, limit.Unit!), [], null);
            last.Span = last.Span.Union(limit.Span);
            return true;
        }

        return false;
    }

    private static Duration? Length(Bound? bound, string unit) => bound is { } end ? new Duration(end.Value, unit, end.Inclusive) : null;

    private bool IsAge(int from, Limit limit)
    {
        for (var i = Math.Max(from - 2, 0); i < Math.Min(limit.After + 2, end); i++)
        {
            var words = items[i].Span.Of(text);
            if (items[i].Kind != ItemKind.Mention && (HasWord(words, "age") || HasWord(words, "aged") || HasWord(words, "ages") || HasWord(words, "old") || HasWord(words, "older") || HasWord(words, "younger") || HasWord(words, "elder")))
            {
                return true;
            }
        }

        if (text.AsSpan(limit.Start, limit.End - limit.Start).Contains("old", StringComparison.OrdinalIgnoreCase) || text.AsSpan(limit.Start, limit.End - limit.Start).Contains("age", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // A number of years that begins the criterion, or follows "male or female" or "adults".
        return limit.Unit is "a" && pendingHead == Cue.None && (nodes.Count == 0 || nodes[^1] is { IsLeaf: true, Type: LeafType.Sex or LeafType.Age } or { IsLeaf: true, Type: LeafType.HealthyVolunteer }) && !FollowedByTime(limit.After);
    }

    private bool FollowedByTime(int index) => index < end && items[index].Kind == ItemKind.Cue && items[index].Is(Cue.Time) && items[index].Phrase!.As(Cue.Time) is "before" or "after" or "ago";

    private static bool HasWord(ReadOnlySpan<char> words, ReadOnlySpan<char> word)
    {
        var index = words.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return index >= 0 && (index == 0 || !char.IsLetter(words[index - 1])) && (index + word.Length == words.Length || !char.IsLetter(words[index + word.Length]));
    }

    /// <summary>Gives the limit to the last value, and to those listed right before it that still wait: "ALT and AST ≤ 3 x ULN".</summary>
    private void BindTo(Limit limit, bool normalRange = false)
    {
        var last = nodes[^1];
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            var node = nodes[i];
            if (!node.IsBare || (i < nodes.Count - 1 && node.Type != last.Type))
            {
                break;
            }

            if (node.Type == LeafType.Age)
            {
                node.Concept = new Concept("age");
            }

            node.Bounds = normalRange ? new Bounds(new Bound(1, true), null, Units.LowerLimitOfNormal) : limit.ToBounds();
            if (node is { Type: LeafType.Age, Bounds.Unit: null })
            {
                node.Bounds = node.Bounds with { Unit = "a" };
            }

            if (node.Type is LeafType.Score or LeafType.Count or LeafType.Lines)
            {
                // "60 %" of Karnofsky and "2 points" are numbers of the scale.
                node.Bounds = node.Bounds with { Unit = null };
            }

            node.Span = i == nodes.Count - 1 ? new TextSpan(node.Span.Start, limit.End) : node.Span;
            if (normalRange)
            {
                var upper = new Predicate.Leaf(node.Type, node.Concept) { Span = node.Span, Bounds = new Bounds(null, new Bound(1, true), Units.UpperLimitOfNormal), When = node.When };
                node.Whole = new Predicate.All([node.ToPredicate(), upper]) { Span = node.Span };
            }

            if (node.Link is Link.Strong)
            {
                break;
            }
        }
    }

    // "> 5 % blasts", "at least 1 measurable lesion", "≥ 2 relapses", "10 mg prednisone".
    private bool TryBindAfter(Limit limit)
    {
        var index = SkipFillers(limit.After);
        var from = index;
        while (index < end && index - from < CountedWords && (items[index].Kind is ItemKind.Unknown or ItemKind.Mention || (items[index].Kind == ItemKind.Cue && items[index].Cue is Cue.Qualifier or Cue.Matter) || (items[index].Kind == ItemKind.Cue && items[index].Is(Cue.Ever) && items[index].Text is "prior" or "previous") || IsGlue(index, from)))
        {
            index++;
        }

        if (index == from)
        {
            return false;
        }

        var head = items[index - 1];
        var entry = head.Kind == ItemKind.Mention ? head.Match.Entry : null;
        var type = entry?.LeafType;
        if (head.Kind == ItemKind.Cue && head.Phrase!.As(Cue.Matter) is { } matter && Json.Words.Parse<LeafType>(matter[..matter.IndexOf(':', StringComparison.Ordinal)]) is LeafType.Sex or LeafType.Consent or LeafType.Pregnancy or LeafType.Age)
        {
            return false;
        }

        if (limit.Unit is not null && type is not (LeafType.Measurement or LeafType.Treatment or LeafType.Condition) && !(limit.Unit == "%"))
        {
            return false;
        }

        var words = NameOf(from, index);
        var span = new TextSpan(limit.Start, items[index - 1].End);
        var bounds = limit.ToBounds();
        Concept concept;
        LeafType bound;
        if (type is LeafType.Measurement or LeafType.Score && index - from == 1)
        {
            bound = type.Value;
            concept = entry!.Concept;
        }
        else if (type == LeafType.Treatment && limit.Unit is not null)
        {
            bound = LeafType.Treatment;
            concept = index - from == 1 ? entry!.Concept : new Concept(words);
        }
        else
        {
            bound = limit.Unit is not null ? LeafType.Measurement : IsLines(words) ? LeafType.Lines : LeafType.Count;
            concept = new Concept(words);
        }

        at = index;
        FlushQualifiersInto(out var own);
        var node = new Node { Span = span, Type = bound, Concept = concept, Entry = entry, Bounds = bounds, When = pendingWhen };
        node.Qualifiers.AddRange(own);
        Add(node);
        headUsed = true;
        return true;
    }

    private static bool IsLines(string words) =>
        words.Contains("line", StringComparison.Ordinal) || words.Contains("regimen", StringComparison.Ordinal) || words.Contains("prior therap", StringComparison.Ordinal) || words.Contains("prior systemic", StringComparison.Ordinal);

    private bool TryBindBefore(Limit limit)
    {
        var last = nodes[^1];
        if (last.Whole is Predicate.Unread && last.Link is Link.Adjacent or Link.With && nodes.Count > 1 && nodes[^2] is { IsBare: true, Type: LeafType.Measurement or LeafType.Score } waiting)
        {
            // "oxygen saturation in <unknown words> is ≥ 92 %": the value that waits is what is limited.
            waiting.Bounds = limit.ToBounds();
            waiting.Span = new TextSpan(waiting.Span.Start, limit.End);
            return true;
        }

        if (last.Whole is Predicate.Unread && link == Link.Adjacent)
        {
            // The words before the limit name what is measured, though no table knows it.
            var name = Spelled(last.Span);
            if (name.Split(' ').Length > CountedWords)
            {
                return false;
            }

            unread.RemoveAll(words => words.Span == last.Span);
            last.Whole = null;
            last.Type = LeafType.Measurement;
            last.Concept = new Concept(name);
            last.Bounds = limit.ToBounds();
            last.Span = last.Span.Union(limit.Span);
            return true;
        }

        if (!last.IsLeaf || last.Bounds is not null || link == Link.Comma)
        {
            return false;
        }

        if (last.Type is LeafType.Biomarker or LeafType.Condition or LeafType.Procedure or LeafType.Behaviour || (last.Type == LeafType.Treatment && limit.Unit is not null))
        {
            last.Bounds = limit.ToBounds();
            last.Span = last.Span.Union(limit.Span);
            return true;
        }

        return false;
    }

    private string Spelled(TextSpan span) => SpelledWords.Of(text.AsSpan(span.Start, span.Length));
}

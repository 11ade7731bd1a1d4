using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Limits whose value no rule can name.</content>
internal sealed partial class IslandParser
{
    private const string UnknownValue = "It is not clear what this limit is said of.";

    /// <summary>More words beside a limit are no name.</summary>
    private const int LongestName = 4;

    /// <summary>The limit is kept under the words beside it, with a gap: the criterion is read in part only.</summary>
    private bool TryUnnamed(Limit limit)
    {
        if (!limit.IsMarked || limit.IsPercentile || IsMisspeltTime(limit.After) || (limit.After < end && items[limit.After].IsSign('/')) || IsYear(limit) || IsAmount(limit.Unit) || limit.Unit is "a" or "mo" or "wk" or "d" or "h" or "min" or "s")
        {
            return false;
        }

        var name = NameBefore(limit, out var names) is { Length: > 0 } before && Units.Canonical(before) is null ? before : NameAfter(limit, out names);
        name = name.Length == 0 ? CapitalsBefore(limit, out names) : name;
        if (name.Length == 0 || IsDose(name) || Units.Canonical(name) is not null || lexicon.Find(name) is [{ LeafType: LeafType.Measurement or LeafType.Score }, ..] || (IsOfNormal(limit) && !lexicon.Find(name).IsEmpty))
        {
            // A value that the lexicon knows would have been given its limit if it could have it.
            return false;
        }

        var node = new Node { Span = names.Union(limit.Span), Type = NamedType(name, limit.Unit), Concept = new Concept(name), Bounds = limit.ToBounds() };
        KeepInPart(node, UnknownValue);
        Add(node);
        return true;
    }

    private string NameBefore(Limit limit, out TextSpan span)
    {
        var to = IndexOfStart(limit.Start);
        while (to > 0 && (items[to - 1].IsSign('(') || items[to - 1].IsSign(':') || items[to - 1].Cue is Cue.Filler || items[to - 1].Text is "of" or "to" or "by" or "with" or "than"))
        {
            to--;
        }

        var from = to;
        while (from > 0 && to - from < LongestName && IsNaming(from - 1))
        {
            from--;
        }

        span = from < to ? new TextSpan(items[from].Start, items[to - 1].End) : limit.Span;
        return from < to ? Spelled(span) : "";
    }

    // "Total AN count of": in capitals a function word is an abbreviation.
    private string CapitalsBefore(Limit limit, out TextSpan span)
    {
        span = limit.Span;
        var of = IndexOfStart(limit.Start) - 1;
        if (of < 1 || items[of].Of(text) is not ("count of" or "number of" or "score of") || items[of - 1].Of(text) is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z', ..] capitals || capitals.AsSpan().ContainsAnyInRange('a', 'z'))
        {
            return "";
        }

        span = new TextSpan(items[of - 1].Start, items[of].End - " of".Length);
        return Spelled(span);
    }

    private string NameAfter(Limit limit, out TextSpan span)
    {
        var from = SkipOfThe(SkipFillers(limit.After));
        var to = from;
        while (to < end && to - from < LongestName && IsNaming(to))
        {
            to++;
        }

        span = from < to ? new TextSpan(items[from].Start, items[to - 1].End) : limit.Span;
        return from < to ? Spelled(span) : "";
    }

    private bool IsNaming(int index) =>
        items[index].Kind is ItemKind.Unknown or ItemKind.Mention or ItemKind.Dash || (items[index].Kind == ItemKind.Cue && items[index].Cue == Cue.Qualifier);

    private int IndexOfStart(int character)
    {
        var index = Math.Min(at, items.Count);
        while (index > 0 && items[index - 1].Start >= character)
        {
            index--;
        }

        return index;
    }

    // "patients with liver metastases should ≤ 5 x ULN": a disease has no normal range.
    private void DoubtMultiples()
    {
        foreach (var node in nodes)
        {
            if (node is { IsLeaf: true, Entry: null, Type: LeafType.Measurement, Bounds.Unit: Units.UpperLimitOfNormal or Units.LowerLimitOfNormal } && lexicon.Find(node.Concept.Name) is [{ LeafType: LeafType.Condition or LeafType.Treatment or LeafType.Procedure }, ..])
            {
                Doubt(node, node.Span, "It is not clear what this limit is said of.");
            }
        }
    }

    // "draining tunnel count ≥ 5" counts, "grumbling intensity ≥ 5" measures, "wobbly gait score ≥ 5" has points.
    private static LeafType NamedType(string name, string? unit) =>
        unit is not null ? LeafType.Measurement
        : name.EndsWith(" count", StringComparison.Ordinal) || name.EndsWith(" number", StringComparison.Ordinal) ? LeafType.Count
        : name.EndsWith(" score", StringComparison.Ordinal) || name.EndsWith(" scores", StringComparison.Ordinal) || name.EndsWith(" scale", StringComparison.Ordinal) || name.EndsWith(" questionnaire", StringComparison.Ordinal) || name.EndsWith(" subscale", StringComparison.Ordinal) || name.EndsWith(" inventory", StringComparison.Ordinal) || name.EndsWith(" assessment", StringComparison.Ordinal) || name.EndsWith(" activity index", StringComparison.Ordinal) || name is "score" or "scores" ? LeafType.Score
        : LeafType.Measurement;
}

using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Scales that are named apart from their numbers.</content>
internal sealed partial class IslandParser
{
    /// <summary>"a score of 2 or 3 on cardiovascular symptoms": a score that no table knows, named by what it is said of.</summary>
    private bool TryScoreOf(Limit limit, int from)
    {
        if (limit.Unit is not null || !FollowsScoreWord(from) || limit.After >= end || items[limit.After].Phrase is not { Words: ["on" or "for" or "in", ..] })
        {
            return false;
        }

        var start = SkipFillers(limit.After + 1);
        var stop = start < end ? PhraseEnd(start) : start;
        if (stop <= start)
        {
            return false;
        }

        at = stop;
        DropGenericName();
        var node = new Node { Span = new TextSpan(limit.Start, items[stop - 1].End), Type = LeafType.Score, Concept = new Concept($"{NameOf(start, stop)} score"), Bounds = limit.ToBounds() };
        KeepInPart(node, UnknownValue);
        Add(node);
        return true;
    }

    /// <summary>"pain rated at least 5 on a 0-10 numeric rating scale": the scale has the number, whatever stands before it.</summary>
    private bool TryOnScale(Limit limit)
    {
        if (limit.Unit is not (null or "%") || limit.After >= end || items[limit.After].Phrase is not { Words: ["on" or "from", ..] } || (nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Score }))
        {
            return false;
        }

        if (IndexOfStart(limit.Start) is > 0 and var first && items[first - 1].Of(text).ToLowerInvariant() is "item" or "items" or "question" or "questions")
        {
            return false;
        }

        for (var i = limit.After + 1; i < end && i - limit.After <= FarthestValue; i++)
        {
            if (items[i] is { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Score } scale })
            {
                if (LimitFollows(i + 1) || !Fits(scale, limit))
                {
                    return false;
                }

                at = i + 1;
                DropGenericName();
                link = nodes.Count > 0 && link == Link.Adjacent ? Link.With : link;
                Add(new Node { Span = new TextSpan(limit.Start, items[i].End), Type = LeafType.Score, Concept = scale.Concept, Entry = scale, Bounds = Scaled(LeafType.Score, limit) });
                return true;
            }

            if (!(items[i].Kind is ItemKind.Number or ItemKind.Dash || items[i].Cue is Cue.Filler or Cue.Qualifier || items[i].Of(text).ToLowerInvariant() is "point" or "a" or "the"))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"a score above 5 on the Fictional Disability Questionnaire": a scale that no table knows, named after the limit.</summary>
    private bool TryScaleAhead(Limit limit)
    {
        if (limit.Unit is not null || limit.After >= end || items[limit.After].Phrase is not { Words: ["on" or "in" or "of" or "for", ..] })
        {
            return false;
        }

        var from = SkipFillers(limit.After + 1);
        var to = from;
        var last = -1;
        while (to < end && to - from < LongestPhrase && (items[to].Kind is ItemKind.Unknown or ItemKind.Mention or ItemKind.Dash || (items[to].Kind == ItemKind.Cue && (items[to].Is(Cue.Qualifier) || (to > from && items[to].Is(Cue.Filler))) && items[to].Text is not ("and" or "or"))))
        {
            last = ScaleWords.Contains(items[to].Of(text)) ? to : last;
            to++;
        }

        if (last < 0)
        {
            return false;
        }

        at = last + 1;
        DropGenericName();
        FlushQualifiersInto(out var own);
        var node = new Node { Span = new TextSpan(limit.Start, items[last].End), Type = LeafType.Measurement, Concept = new Concept(NameOf(from, last + 1)), Bounds = limit.ToBounds() };
        node.Qualifiers.AddRange(own);
        Add(node);
        return true;
    }

    private static readonly HashSet<string> ScaleWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "scale", "score", "scores", "questionnaire", "index", "inventory", "survey", "subscale", "instrument", "checklist", "examination", "screen",
        "test", "vas", "nrs",
    };

    private static bool EndsInScale(string words)
    {
        var last = words[(words.LastIndexOf(' ') + 1)..];
        return ScaleWords.Contains(last) || last.Equals("class", StringComparison.OrdinalIgnoreCase) || last.Equals("grade", StringComparison.OrdinalIgnoreCase) || last.Equals("category", StringComparison.OrdinalIgnoreCase) || last.Equals("status", StringComparison.OrdinalIgnoreCase) || last.Equals("level", StringComparison.OrdinalIgnoreCase);
    }
}

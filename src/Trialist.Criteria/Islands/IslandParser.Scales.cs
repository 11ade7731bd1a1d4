using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

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
                if (IsBareRating(scale, items[i]) && TryRated(limit, items[i]))
                {
                    return true;
                }

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

    // "VAS" and "numeric rating scale" are pain's where nothing else is said to be rated.
    private bool IsBareRating(LexiconEntry scale, Item words) => scale.Name is "pain.vas" or "pain.nrs" && !RatesPain.OccursIn(words.Of(text));

    private static readonly PhraseList RatesPain = new("pain", "NPRS", "BPI", "APIS");

    private static readonly HashSet<string> RatingNouns = new(StringComparer.OrdinalIgnoreCase) { "intensity", "severity", "level", "score" };

    // "itch intensity > 4 on a 0-10 VAS": what is rated stands before the limit, and is no pain.
    private bool TryRated(Limit limit, Item scale)
    {
        if (nodes.Count == 0 || link is not (Link.Adjacent or Link.With) || nodes[^1] is not { Bounds: null } rated || !(rated.Whole is Predicate.Unread || rated is { IsLeaf: true, Type: LeafType.Condition })
            || Spelled(rated.Span) is var name && (RatesPain.OccursIn(name) || rated.Span.End > limit.Start || name.Contains(Spelled(scale.Span), StringComparison.Ordinal) || name.Split(' ').Length > CountedWords || Array.TrueForAll(name.Split(' '), word => GenericNames.Contains(word) || RatingNouns.Contains(word) || CueTable.Default.WordOf(word) is not null)))
        {
            return false;
        }

        unread.RemoveAll(words => words.Span == rated.Span);
        (rated.Whole, rated.Entry, rated.Wording, rated.Type, rated.Concept) = (null, null, null, LeafType.Score, new Concept($"{name} {Spelled(scale.Span)}"));
        (rated.Bounds, rated.Span) = (Scaled(LeafType.Score, limit), new TextSpan(rated.Span.Start, scale.End));
        return true;
    }

    /// <summary>"a score above 5 on the Fictional Disability Questionnaire": a scale that no table knows, named after the limit.</summary>
    private bool TryScaleAhead(Limit limit)
    {
        if (limit.Unit is not null || limit.After >= end || items[limit.After].Phrase is not { Words: ["on" or "in" or "of" or "for" or "from", ..] })
        {
            return false;
        }

        var from = SkipFillers(limit.After + 1);
        var to = from;
        var last = -1;
        while (to < end && to - from < LongestPhrase && (items[to].Kind is ItemKind.Unknown or ItemKind.Mention or ItemKind.Dash || (items[to].Kind == ItemKind.Cue && (items[to].Is(Cue.Qualifier) || (to > from && items[to].Is(Cue.Filler))) && items[to].Text is not ("and" or "or")) || (to > from && JoinsScaleName(to))))
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
        "test", "vas", "nrs", "assessment",
    };

    private static bool EndsInScale(string words)
    {
        var last = words[(words.LastIndexOf(' ') + 1)..];
        return ScaleWords.Contains(last) || last.Equals("class", StringComparison.OrdinalIgnoreCase) || last.Equals("grade", StringComparison.OrdinalIgnoreCase) || last.Equals("category", StringComparison.OrdinalIgnoreCase) || last.Equals("status", StringComparison.OrdinalIgnoreCase) || last.Equals("level", StringComparison.OrdinalIgnoreCase);
    }
}

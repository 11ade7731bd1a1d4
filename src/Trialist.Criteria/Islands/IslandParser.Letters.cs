using Trialist.Criteria.Vocabulary;
using Trialist.Terminology.Measures;

namespace Trialist.Criteria.Islands;

/// <content>Scores whose values are written in letters: "Child-Pugh class A", "Child-Pugh B or C", "Child-Pugh ≤ B7".</content>
internal sealed partial class IslandParser
{
    private const int LongestLetter = 2;

    /// <summary>So many words may stand between the name of a score and its letter.</summary>
    private const int LongestKind = 5;

    private static readonly HashSet<string> KindsOfValue = new(StringComparer.OrdinalIgnoreCase) { "class", "classes", "grade", "grades", "score", "stage", "status", "category", "classification", "level", "type" };

    private static readonly PhraseList Worse = new("worse", "severe", "greater", "higher", "above", "more", "over");

    private bool TryLettered()
    {
        if (items[at] is not { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Score, Scale: { Values.Count: > 0 } scale } entry } || LetterBehind(at, scale, out var sign) is not (> 0 and var index))
        {
            return false;
        }

        var (value, stop) = ReadLetter(index, scale)!.Value;
        var (low, high) = (value.Low, value.High);
        while (NextLetter(stop, scale) is { } next)
        {
            (low, high) = (Math.Min(low, next.Value.Low), Math.Max(high, next.Value.High));
            stop = next.After;
        }

        var limits = sign is null ? BesideLetter(stop, scale, low, high, out var past) : Signed(sign, low, high, stop, out past);
        FlushQualifiersInto(out var own);
        var span = new TextSpan(items[at].Start, items[past - 1].End);
        at = AfterPoints(past);
        var node = new Node { Span = span, Type = LeafType.Score, Concept = entry.Concept, Entry = entry, Bounds = new Bounds(limits.Min, limits.Max, null) };
        node.Qualifiers.AddRange(own);
        Add(node);
        return true;
    }

    private static (Bound? Min, Bound? Max) Signed(string sign, decimal low, decimal high, int stop, out int past)
    {
        past = stop;
        return sign switch
        {
            ">" => (new Bound(high, false), null),
            ">=" => (new Bound(low, true), null),
            "<" => (null, new Bound(low, false)),
            "<=" => (null, new Bound(high, true)),
            _ => (new Bound(low, true), new Bound(high, true)),
        };
    }

    // "B or worse", "A or better"
    private (Bound? Min, Bound? Max) BesideLetter(int stop, ScoreScale scale, decimal low, decimal high, out int past)
    {
        past = stop;
        if (stop >= end || items[stop].Kind != ItemKind.Cue || !items[stop].Is(Cue.CompareAfter) || scale.HigherIsWorse is not { } worse)
        {
            return (new Bound(low, true), new Bound(high, true));
        }

        past++;
        return Worse.OccursIn(items[stop].Of(text)) == worse ? (new Bound(low, true), null) : (null, new Bound(high, true));
    }

    /// <summary>Index of the letter that a score's name stands before; 0 where none follows.</summary>
    private int LetterBehind(int mention, ScoreScale scale, out string? sign)
    {
        sign = null;
        var index = mention + 1;
        while (index < end && index - mention <= LongestKind)
        {
            if (ReadLetter(index, scale) is not null)
            {
                return index;
            }

            if (items[index].Kind is ItemKind.Unknown && KindsOfValue.Contains(items[index].Of(text)) || items[index].IsSign(':') || items[index].IsSign(',') || items[index].Text is "of" or "is" or "as" or "a")
            {
                index++;
            }
            else if (sign is null && Operator(index, out var after) is { } op && op[0] is '<' or '>' or '=' && after < end && ReadLetter(SkipKind(after), scale) is not null)
            {
                sign = op;
                return SkipKind(after);
            }
            else
            {
                return 0;
            }
        }

        return 0;
    }

    private int SkipKind(int index) => index < end && items[index].Kind == ItemKind.Unknown && KindsOfValue.Contains(items[index].Of(text)) ? index + 1 : index;

    // "A", "B7", "A 5"; a small "a" is an article.
    private (ScoreValue Value, int After)? ReadLetter(int index, ScoreScale scale)
    {
        if (index >= end || items[index].End - items[index].Start > LongestLetter || !char.IsAsciiLetterUpper(text[items[index].Start]) || items[index].Kind is ItemKind.Number || scale.Find(items[index].Span.Of(text)) is not { Written: [>= 'A' and <= 'H', ..] } value)
        {
            return null;
        }

        return (value, index + 1);
    }

    // "or C", "/B", "-B7", "to B", and "A5-6"
    private (ScoreValue Value, int After)? NextLetter(int stop, ScoreScale scale)
    {
        var index = stop;
        while (index < end && index - stop < 2 && (items[index].Cue is Cue.Or or Cue.And || items[index].Is(Cue.To) || items[index].Kind == ItemKind.Dash || items[index].IsSign('/') || items[index].IsSign(',')))
        {
            index++;
        }

        if (index == stop || index >= end)
        {
            return null;
        }

        return items[index] is { Kind: ItemKind.Number, Value: var points } && points >= scale.Min && points <= scale.Max && items[index].Start - items[stop - 1].End <= 2
            ? (new ScoreValue("", points, points), index + 1)
            : ReadLetter(SkipKind(index), scale);
    }

    // "class A (score 5-6)": the same in points.
    private int AfterPoints(int index)
    {
        if (index >= end || !items[index].IsSign('(') || MatchingClose(index) is not (> 0 and var close))
        {
            return index;
        }

        for (var i = index + 1; i < close; i++)
        {
            if (!(items[i].Kind is ItemKind.Number or ItemKind.Dash or ItemKind.Comparator || items[i].Is(Cue.Compare) || items[i].Is(Cue.To) || items[i].Cue == Cue.Or || items[i].Of(text).ToLowerInvariant() is "score" or "scores" or "points" or "point" or "total score" or "of"))
            {
                return index;
            }
        }

        passed.Add(new TextSpan(items[index].Start, items[close].End));
        return close + 1;
    }

    private bool StartsLettered(int index) => items[index] is { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Score, Scale: { Values.Count: > 0 } scale } } && LetterBehind(index, scale, out _) > 0;
}

using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>How long something is done that is promised at enrolment: "during treatment and for 4 months after the last dose of nivolumab".</content>
internal sealed partial class IslandParser
{
    private static readonly FrozenSet<string> PointWords = KindsOfWords.Actions.Of("point");

    private static readonly FrozenSet<string> Points = KindsOfWords.Actions.Of("point-word");

    private static readonly FrozenSet<string> Whiles = KindsOfWords.Actions.Of("while");

    /// <summary>So many words name the point up to which something is done.</summary>
    private const int LongestPoint = 14;

    /// <summary>A longer list of times is none that a person wrote.</summary>
    private const int MostTimes = 6;

    // "contraception … until 3 months after discontinuation of study treatment": the drug of the study is no treatment that is asked for.
    private bool TryTimeOfAction()
    {
        if (nodes.Count == 0 || (exclusion && !underDenial) || link is Link.Strong or Link.Or || items[at].Kind is not (ItemKind.Cue or ItemKind.Number or ItemKind.Comparator) || nodes[^1] is not { Whole: null, Bounds: null } action || !(action.IsAction ? action.Type is LeafType.Contraception or LeafType.Behaviour : action.Type is LeafType.Contraception))
        {
            return false;
        }

        var (past, length) = (at, default(Duration?));
        for (var times = 0; times < MostTimes; times++)
        {
            var next = times == 0 ? past : SkipJoins(past);
            if (PastTimeOfAction(next, ref length) is not (> 0 and var after))
            {
                break;
            }

            past = after;
        }

        if (length is not { } found || past == at)
        {
            return false;
        }

        var span = new TextSpan(items[at].Start, items[past - 1].End);
        passed.Add(span);
        action.Span = action.Span.Union(span);
        action.When = new TimeWindow(TimeRelation.After, null, found, [], "last dose");
        at = past;
        link = Link.Adjacent;
        return true;
    }

    private int SkipJoins(int index)
    {
        while (index < end && (items[index].IsSign(',') || items[index].Cue is Cue.And))
        {
            index++;
        }

        return index;
    }

    // Past one time: "for at least 6 months after the final dose", "during the study", "from screening"; 0 where there is none.
    private int PastTimeOfAction(int index, ref Duration? length)
    {
        var from = index;
        while (index < end && index - from < MostTimes && ((items[index].Kind == ItemKind.Cue && (items[index].Is(Cue.Time) || items[index].Is(Cue.To) || items[index].Cue is Cue.Filler or Cue.Prep || items[index].Is(Cue.Compare))) || items[index].Kind == ItemKind.Comparator))
        {
            if (items[index].Is(Cue.Compare) && ReadDuration(index) is not null)
            {
                break;
            }

            index++;
        }

        if (index < end && items[index].Kind == ItemKind.Number && ReadDuration(index) is { } duration)
        {
            if (duration.After >= end || items[duration.After].Phrase?.As(Cue.Time) is not "after" || PastPoint(duration.After + 1) is not (> 0 and var past))
            {
                return 0;
            }

            length ??= duration.Length;
            return past;
        }

        return from < end && items[from].Kind == ItemKind.Cue && Whiles.Contains(items[from].Of(text)) ? PastPoint(from + 1) : 0;
    }

    // "the last dose of study drug", "discontinuation of nivolumab/ipilimumab"
    private int PastPoint(int index)
    {
        var (past, named) = (index, false);
        while (past < end && past - index < LongestPoint)
        {
            var item = items[past];
            var words = item.Of(text).ToLowerInvariant();
            if (item.Kind is ItemKind.Cue or ItemKind.Unknown or ItemKind.Mention && AllIn(words, PointWords))
            {
                named |= AnyIn(words, Points);
            }
            else if (named && item is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment } && past > index && (EndsWithOf(items[past - 1]) || JoinsDrug(past - 1)))
            {
                // The drug by its name.
            }
            else if (!(named && JoinsDrug(past) && past + 1 < end && items[past + 1] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment } && items[past - 1] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment }))
            {
                break;
            }

            past++;
        }

        return named ? past : 0;
    }

    private bool EndsWithOf(Item item) => item.Of(text) is var words && (words.EndsWith("of", StringComparison.OrdinalIgnoreCase) || words.EndsWith("the", StringComparison.OrdinalIgnoreCase) || words.EndsWith("with", StringComparison.OrdinalIgnoreCase) || words.EndsWith("receiving", StringComparison.OrdinalIgnoreCase));

    private bool JoinsDrug(int index) => items[index].IsSign('/') || items[index].IsSign('+') || items[index].Cue is Cue.Or or Cue.And;

    private static bool AllIn(string words, FrozenSet<string> known)
    {
        foreach (var word in words.Split(' ', '-'))
        {
            if (!known.Contains(word))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AnyIn(string words, FrozenSet<string> known)
    {
        foreach (var word in words.Split(' ', '-'))
        {
            if (known.Contains(word))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Means against pregnancy by their names: "effective contraception (oral contraceptives, an intrauterine device or a sponge)".</content>
internal sealed partial class IslandParser
{
    private static readonly FrozenSet<string> AgainstPregnancy = KindsOfWords.Actions.Of("means");

    private const string Contraceptive = "contracept";

    /// <summary>True where contraception was spoken of before: a device is then a means of it, and no procedure that is asked for.</summary>
    private bool contraceptionSaid;

    private Bounds? countedMeans;

    private static readonly PhraseList CountedNouns = new("form", "method", "means", "type", "measure");

    /// <summary>"two effective methods of birth control": the name stands so near to the number.</summary>
    private const int FarthestMeansCounted = 70;

    // "two forms of contraception": so many are asked for at least.
    private bool TryCountedMeans()
    {
        if (items[at] is not { Value: 2 or 3 } number || countedMeans is not null || number.End >= textEnd)
        {
            return false;
        }

        var ahead = text.AsSpan(number.End, Math.Min(FarthestMeansCounted, textEnd - number.End));
        ahead = ahead.IndexOfAny(",;:.()") is >= 0 and var stop ? ahead[..stop] : ahead;
        if (!(ahead.Contains(Contraceptive, StringComparison.OrdinalIgnoreCase) || ahead.Contains("birth control", StringComparison.OrdinalIgnoreCase)) || !CountedNouns.OccursIn(ahead))
        {
            return false;
        }

        countedMeans = new Bounds(new Bound(number.Value, true), null, null);
        passed.Add(number.Span);
        at++;
        return true;
    }

    private void CountMeans(Node node)
    {
        if (countedMeans is not null && node is { IsLeaf: true, Type: LeafType.Contraception, Bounds: null })
        {
            (node.Bounds, countedMeans) = (countedMeans, null);
        }
    }

    private bool IsMeansAgainstPregnancy(Concept concept, LexiconEntry? entry)
    {
        var name = entry?.Name ?? concept.Name;
        return name.Contains(Contraceptive, StringComparison.Ordinal) || AgainstPregnancy.Contains(name)
            || (qualifiers.Count > 0 && AgainstPregnancy.Contains($"{Spelled(qualifiers[^1].Span)} {name}"))
            || (entry is not null && lexicon.Broader(entry).Any(wider => wider.Name.Contains(Contraceptive, StringComparison.Ordinal)));
    }

    // "effective contraception (condoms or an IUD)": one leaf for the class and one for each means that is named.
    private void ReadMeansBehind()
    {
        if (at < end && nodes is [.., { IsLeaf: true, Type: LeafType.Contraception, Except: null } node] && node.Span.End <= items[at].Start && MeansList.Behind(text, items[at].Start, items[end - 1].End) is var (names, past))
        {
            node.Whole = WithMeans(node.ToPredicate(), names, new TextSpan(items[at].Start, past));
            node.Span = new TextSpan(node.Span.Start, past);
            while (at < end && items[at].Start < past)
            {
                at++;
            }
        }
    }

    // Where the means end that follow a word for contraception among the words of an action; 0 where none do.
    private int MeansAmong(int from, int to, out IReadOnlyList<string> names)
    {
        names = [];
        var words = text.AsSpan(items[from].Start, items[to - 1].End - items[from].Start);
        var said = words.IndexOf(Contraceptive, StringComparison.OrdinalIgnoreCase) is >= 0 and var place ? place : words.IndexOf("birth control", StringComparison.OrdinalIgnoreCase);
        for (var i = from; said >= 0 && i < to; i++)
        {
            if (items[i].Start >= items[from].Start + said && (items[i].Kind == ItemKind.Sign || items[i].Kind is ItemKind.Cue or ItemKind.Unknown) && MeansList.Behind(text, items[i].Start, items[to - 1].End) is var (found, past))
            {
                names = found;
                return past;
            }
        }

        return 0;
    }

    private static Predicate.Any WithMeans(Predicate whole, IReadOnlyList<string> names, TextSpan span) =>
        new([whole, .. names.Select(name => new Predicate.Leaf(LeafType.Contraception, new Concept(name)) { Span = span })]) { Span = whole.Span.Union(span) };

    private static readonly FrozenSet<string> Samples = KindsOfWords.Actions.Of("sample");

    // "a negative pregnancy test (serum or urine)"
    private void ReadSampleBehind()
    {
        if (at + 2 < end && items[at].IsSign('(') && nodes is [.., { IsLeaf: true, Type: LeafType.Pregnancy } node] && MatchingClose(at) is > 0 and var close && close < end && Samples.Contains(Spelled(new TextSpan(items[at].End, items[close].Start))))
        {
            node.Span = node.Span.Union(items[close].Span);
            at = close + 1;
        }
    }

    // "not using contraception, e.g. condoms": the examples are denied with it.
    private bool SpeaksOfContraception(int from, int to) => text.AsSpan(items[from].Start, items[to].Start - items[from].Start) is var words && (words.Contains(Contraceptive, StringComparison.OrdinalIgnoreCase) || words.Contains("birth control", StringComparison.OrdinalIgnoreCase));
}

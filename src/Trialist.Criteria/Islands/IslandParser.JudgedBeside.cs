using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Demands of their own, limits and examples among the words that are judged: these are marked, so that the judgement does not swallow them.</content>
internal sealed partial class IslandParser
{
    private const string JudgedAsWell = "It is not clear whether this is judged as well.";

    private static readonly PhraseList Besides = KindsOfWords.Judges.PhrasesOf("beside");

    private static readonly PhraseList BesidesOfFact = KindsOfWords.Judges.PhrasesOf("beside-fact");

    private static readonly PhraseList PermitsJudged = KindsOfWords.Judges.PhrasesOf("permits");

    private static readonly PhraseList OfStudyPart = KindsOfWords.Judges.PhrasesOf("part");

    private static readonly FrozenSet<string> RunOns = KindsOfWords.Judges.Of("run-on");

    private void MarkBesides(int from, int examples)
    {
        var judged = text.AsSpan(items[from].Start, items[at - 1].End - items[from].Start);
        if (PermitsJudged.OccursIn(judged))
        {
            // "patients deemed incapable of consent may be enrolled if …"
            UnreadItem(items[from], Reasons.OnlyAllowed);
        }
        else if (OfStudyPart.OccursIn(judged))
        {
            UnreadItem(items[from], "This is of a part of the study only.");
        }

        if (OwnDemand(from) is > 0 and var own)
        {
            UnreadItem(items[own], JudgedAsWell);
        }

        if (examples >= 0)
        {
            // "COPD, or another disease that may interfere (e.g. heart failure)": beside a fact that decides, they are none.
            UnreadItem(items[examples], "The examples of what is judged are not read.");
        }

        if (LimitAmong(from) is >= 0 and var limit)
        {
            // "may be broadened to ≤ 5 x ULN where the investigator judges …"
            UnreadItem(items[limit], Reasons.JudgedLimit);
        }
    }

    // Where examples that name facts begin among the words that are judged; -1 where none do.
    private int ExamplesAmong(int from)
    {
        var examples = items.FindIndex(from, at - from, one => one.Cue is Cue.Including or Cue.Defined || one.IsSign(':'));
        examples = examples < 0 ? BracketOfExamples(from) : examples;
        return examples >= 0 && items[examples..at].Exists(NamesOwnFact) && !NamesOptions(from, examples) ? examples : -1;
    }

    // Where a demand of its own begins among the words that are judged; 0 where none does.
    private int OwnDemand(int from)
    {
        var start = items[from].Start;
        var judged = text.AsSpan(start, items[at - 1].End - start);
        var verb = SaysOpinionOf.OccursIn(items[from].Of(text)) && items.FindIndex(from + 1, at - from - 1, one => one.Cue == Cue.Judgement) is > 0 and var later ? items[later].Start - start : 0;
        if (Besides.IndexIn(judged[verb..]) is > 0 and var further && further + verb is var beside)
        {
            // "a condition that may interfere, or a history of poor compliance"
            return items.FindIndex(from, at - from, item => item.Start >= start + beside);
        }

        if (BesidesOfFact.IndexIn(judged) is > 0 and var place && items.FindIndex(from, at - from, item => item.Start >= start + place) is > 0 and var or && items[or..at].Exists(NamesOwnFact))
        {
            // "… or is undergoing phototherapy"
            return or;
        }

        for (var i = from + 1; i < at; i++)
        {
            if (items[i].IsSign('(') ? i + 2 < at && items[i + 1].Cue == Cue.Or && !JudgePhrases.NamesJudge(items[i + 2].Of(text)) : IsRunOn(i) || IsMeasured(i))
            {
                return i;
            }
        }

        return AlternativeWithTime(from);
    }

    // "not amenable to surgery Measurable disease": the full stop was forgotten.
    private bool IsRunOn(int index) =>
        items[index].Span.Length > 1 && char.IsUpper(text[items[index].Start]) && char.IsLower(text[items[index].Start + 1]) && char.IsLower(text[items[index - 1].Start]) && char.IsLetter(text[items[index - 1].End - 1])
        && items[index].Of(text) is var words && RunOns.Contains(words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var first ? words[..first] : words);

    // "clinically significant or QTcB of 450 msec": a value with its number is no opinion.
    private bool IsMeasured(int index) =>
        items[index] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Measurement } && items.FindIndex(index + 1, Math.Min(at - index - 1, FarthestNumber), one => one.Kind == ItemKind.Number) is > 0 and var number && ReadDuration(number) is null;

    /// <summary>So many words may stand between a value and its number: "QTc of about 450".</summary>
    private const int FarthestNumber = 3;

    // A limit among the words that are judged; a length of time is none.
    private int LimitAmong(int from) => items.FindIndex(from, at - from, one => one.Kind == ItemKind.Comparator) is >= 0 and var sign ? sign : CompareAmong(from);

    private int CompareAmong(int from)
    {
        for (var i = from; i + 1 < at; i++)
        {
            if (items[i].Is(Cue.Compare) && items[i + 1].Kind == ItemKind.Number && ReadDuration(i + 1) is null)
            {
                return i;
            }
        }

        return -1;
    }

    // The number of a length of time between two items; -1 where the first number there is none.
    private int LengthAmong(int from, int to) => items.FindIndex(from, to - from, one => one.Kind == ItemKind.Number) is var number and >= 0 && ReadDuration(number) is not null ? number : -1;

    // Where an alternative with a time of its own is among the words that are judged; 0 where none is.
    private int AlternativeWithTime(int from)
    {
        var or = items.FindIndex(from, at - from, one => one.Cue == Cue.Or);
        if (or < 0)
        {
            return 0;
        }

        var fact = items.FindIndex(or, at - or, NamesFact);
        return fact >= 0 && LengthAmong(fact, at) >= 0 && LengthAmong(from, or) >= 0 ? or : 0;
    }

    private static bool NamesFact(Item item) => item is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Measurement };
}

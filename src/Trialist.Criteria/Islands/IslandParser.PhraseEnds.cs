using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Where the words of a name end.</content>
internal sealed partial class IslandParser
{
    private int PhraseEnd(int from)
    {
        var to = from;
        while (to < end && to - from < LongestPhrase && !IsTypedBullet(to) && !(to > from && StartsLettered(to)) && ((items[to].Kind is ItemKind.Unknown && (to == from || !Permits(items[to].Span))) || (items[to].Kind == ItemKind.Mention && (to == from || (!NamesPerson(items[to]) && (!IsQualifier(to) || NounFollows(to))))) || (to > from && IsQualifier(to) && !FailureOf.Contains(QualifierOf(items[to]).Value) && NounFollows(to)) || (to > from && JoinsScaleName(to)) || IsGlue(to, from)))
        {
            to++;
        }

        if (to == from + 2 && items[to - 1].Kind == ItemKind.Dash && items[from] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Score })
        {
            // "Asthma Control Questionnaire-5": the number behind the hyphen belongs to the name.
            return from + 1;
        }

        // "red blood cell (RBC) transfusion": the bracket only repeats, the noun goes on.
        if (to > from && to + 1 < end && items[to].IsSign('(') && MatchingClose(to) is > 0 and var close && close - to <= 4 && close + 1 < end && (IsAbbreviation(to + 1, close) || IsSameTerm(items[to - 1], to + 1, close))
            && GoesOn(items[close + 1], items[to - 1]))
        {
            return PhraseEnd(close + 1);
        }

        return to;
    }

    // "Overall Anxiety Severity and Impairment Scale": a title in capitals that ends in the word for a scale is one name.
    private bool JoinsScaleName(int and)
    {
        if (items[and].Text is not "and" || and == 0 || !char.IsUpper(text[items[and - 1].Start]))
        {
            return false;
        }

        for (var i = and + 1; i < end && i - and <= LongestScaleTail && items[i].Kind is ItemKind.Unknown or ItemKind.Mention && char.IsUpper(text[items[i].Start]); i++)
        {
            if (ScaleWords.Contains(items[i].Of(text)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>So many words at most stand between the "and" of a scale's title and its last word.</summary>
    private const int LongestScaleTail = 4;

    // "sexually active women of childbearing potential": who is meant is no part of the name before.
    private static bool NamesPerson(Item item) => item.Match.Entry is { Kind: EntryKind.Matter, Name: "childbearing potential" or "female" or "male" or "consent" };

    private bool IsSameTerm(Item before, int from, int to) => to == from + 1 && before.Kind == ItemKind.Mention && items[from].Kind == ItemKind.Mention && before.Match.Entry.Concept == items[from].Match.Entry.Concept;

    // "blood cell (RBC) transfusion", "growth factor (VEGF) therapy", "antigen receptor (CAR) based therapies".
    private bool GoesOn(Item after, Item before)
    {
        var word = after.Of(text);
        return after.Kind is ItemKind.Unknown && (before.Kind != ItemKind.Mention ? HeadTable.Default.TypeOf(word) is not null : word is "based" or "targeted" or "directed" || HeadTable.Default.TypeOf(word) == LeafType.Treatment)
            || (after.Kind == ItemKind.Mention && before.Kind == ItemKind.Mention && word is "therapy" or "treatment" or "inhibitor" or "inhibitors" or "vaccine" or "therapies" or "transfusion" or "transfusions" or "transplantation" or "transplant" or "transplants");
    }

    // "CD123+", "B7-H3 positive": a code in capitals with a result.
    private bool IsMarker(int from, int to)
    {
        var word = text.AsSpan(items[from].Start, items[to - 1].End - items[from].Start);
        if (word.Length > 12 || word.IndexOf(' ') >= 0 || word.IndexOfAnyInRange('A', 'Z') != 0 || to >= end)
        {
            return false;
        }

        return (items[to].IsSign('+') && items[to].Start == items[to - 1].End)
            || (items[to].Phrase?.As(Cue.Qualifier) is "result:positive" or "result:negative");
    }

    // "anti-PD-1", "beta-blocker": a hyphen without blanks, or an apostrophe.
    private bool IsGlue(int index, int from) =>
        index > from && index + 1 < end && items[index].Kind is ItemKind.Dash or ItemKind.Sign && (items[index].Kind == ItemKind.Dash || items[index].Text is "'" or "\"" or "&" or "_")
        && items[index].Start == items[index - 1].End && items[index].End == items[index + 1].Start && items[index + 1].Kind is ItemKind.Unknown or ItemKind.Mention or ItemKind.Number or ItemKind.Cue;

    private bool SaysUse(int from, int to) => to > from + 1 && (from == 0 || items[from - 1].Cue == Cue.Filler) && nodes.Count == 0 && items[from].Of(text).Equals("use", StringComparison.OrdinalIgnoreCase) && lexicon.Find(NameOf(from, to)).IsEmpty && !lexicon.Find(NameOf(from + 1, to)).IsEmpty;

    private bool IsAgeWord(int from, int to) => to == from + 1 && items[from].Kind == ItemKind.Unknown && items[from].Of(text).Equals("age", StringComparison.OrdinalIgnoreCase);

    private static readonly string[] DenyingWords = ["non-compl", "noncompl", "non compl", "non-adher", "nonadher", "unable", "inability", "unwilling", "poor ", "lack", "not ", "no ", "cannot", "illitera", "failure", "refus", "uncooperative", "unavailab", "non-ambul", "nonambul", "unlikely", "difficult"];

    // "a language barrier" is where the language is not spoken.
    private static readonly PhraseList Barriers = new("barrier", "problem", "difficult", "insufficient");

    // "a live, attenuated vaccine" is one thing.
    private bool TryLiveAttenuated()
    {
        if (at + 2 >= end || items[at].Text is not "live" || !items[at + 1].IsSign(',') || items[at + 2] is not { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Treatment } vaccine } last || !last.Of(text).StartsWith("attenuated", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var span = new TextSpan(items[at].Start, last.End);
        at += 3;
        AddPhrase(LeafType.Treatment, vaccine.Concept, vaccine, span, null, $"live {Spelled(last.Span)}");
        return true;
    }

    // What stands behind a history and is not of it: "previous immunotherapy or other contraindications", "history of tuberculosis and/or active tuberculosis".
    private bool IsOfNow(TimeWindow? when, string name, List<Item> own) =>
        when is { Relation: TimeRelation.Ever, Anchor: null } && nodes.Count > 0
        && (name.StartsWith(ContraindicationTo, StringComparison.Ordinal) || name.StartsWith("unresolved", StringComparison.Ordinal)
            || (link is Link.And or Link.Or or Link.Comma && own.Exists(IsActive) && nodes[^1].IsLeaf && (nodes[^1] is { When: { Relation: TimeRelation.Ever, Anchor: null } } past ? !past.Qualifiers.Exists(one => one.Value == "active") : nodes[^1].When is null && nodes[^1].Qualifiers.Exists(one => one.Value == "active"))));

    private bool IsActive(Item qualifier) => QualifierOf(qualifier).Value == "active";

    private static bool IsDenyingWord(string words) => StartsWithAny(words, DenyingWords);
}

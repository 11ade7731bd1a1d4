using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Lists whose members make terms of the tables with the noun of the last one.</content>
internal sealed partial class IslandParser
{
    /// <summary>A longer list would be looked at again from each of its members.</summary>
    private const int MostKnown = 8;

    /// <summary>The judged adjective before a list of members that share a noun: "clinically relevant bacterial or viral infection".</summary>
    private string? sharedAdjective;

    // "knee or hip replacement", "KRAS, NRAS or BRAF mutation", "alcohol, drug or chemical abuse".
    private bool TryKnownHead(int from, int to, List<List<Item>>? alternatives)
    {
        if (to >= end || !JoinsMembers(items[to]) || !MayWait(from, to) || pendingHead == Cue.Contraindication || (link is Link.Or or Link.And or Link.Comma && nodes.Count > 0 && nodes[^1] is { IsLeaf: true } before && before.Qualifiers.Exists(one => one.Kind == QualifierKind.Role)) || (from > 0 && items[from - 1].Kind == ItemKind.Dash && items[from - 1].End == items[from].Start))
        {
            return false;
        }

        var members = new List<TextSpan> { new(items[from].Start, items[to - 1].End) };
        var (index, chosen, both) = (to, false, false);
        while (index < end && members.Count < MostKnown)
        {
            var next = index;
            while (next < end && next - index < 3 && JoinsMembers(items[next]))
            {
                chosen |= items[next].Cue == Cue.Or || items[next].IsSign('/');
                both |= items[next].Cue == Cue.And;
                next++;
            }

            if (next > index && next < end && (chosen || (both && !IsQualifier(from))) && AddBeforeOther(members, index, next, alternatives, known: true))
            {
                return true;
            }

            var stop = next == index || next >= end ? next : KnownEnd(next);
            if (stop == next)
            {
                return false;
            }

            var last = new TextSpan(items[next].Start, items[stop - 1].End);
            if (StartsWithAny(last.Of(text), OfItsOwn))
            {
                // "study drug or its excipients": the first is a member by itself.
                return false;
            }

            if ((chosen || (both && !IsQualifier(from))) && KnownNoun(members, last, IsQualifier(from) ? 0 : LengthOfQualifiers(next, stop)) is { } noun && !(IsQualifier(next) && lexicon.Find(last.Of(text)).IsEmpty))
            {
                members.Add(last);
                at = stop;
                AddSharing(WithNoun(members, last, noun.Head), Wanted(noun.Type), alternatives, !exclusion && both && !chosen ? Link.And : Link.Or);
                return true;
            }

            if (!MayWait(next, stop))
            {
                return false;
            }

            members.Add(last);
            index = stop;
        }

        return false;
    }

    private List<(TextSpan Span, string Name)> WithNoun(List<TextSpan> members, TextSpan last, string noun)
    {
        var named = new List<(TextSpan, string)>(members.Count);
        foreach (var member in members)
        {
            named.Add((member, member == last ? Spelled(last) : $"{Spelled(member)} {noun}"));
        }

        return named;
    }

    private static readonly string[] OfItsOwn = ["its ", "their ", "any of its ", "any "];

    private static bool JoinsMembers(Item item) => item.IsSign(',') || item.IsSign('/') || item.Cue is Cue.Or or Cue.And;

    // "coronary, cerebral or peripheral vascular disease": an adjective of the tables that waits for the noun of the last member.
    private bool TryHeadOfQualifier()
    {
        if (qualifiers.Count == 0 || at >= end || qualifiers[^1] is var waiting && (waiting != items[at - 1] || QualifierOf(waiting).Kind is QualifierKind.Subject or QualifierKind.Result or QualifierKind.Stage or QualifierKind.Grade) || !JoinsMembers(items[at]))
        {
            return false;
        }

        if (link is Link.Or or Link.And or Link.Comma && nodes.Count > 0 && nodes[^1] is not { IsLeaf: true, Entry: not null })
        {
            // "severe human, humanized or murine antibodies": a list whose beginning was not understood.
            return false;
        }

        if (qualifiers.Exists(item => item != waiting && QualifierOf(item) is not ({ Kind: QualifierKind.Severity } or { Value: "other" or "another" }) && QualifierOf(item).Kind == QualifierOf(waiting).Kind))
        {
            // "locally advanced unresectable or metastatic disease": the first adjectives are one state.
            return false;
        }

        qualifiers.RemoveAt(qualifiers.Count - 1);
        if (TryKnownHead(at - 1, at, null) || TrySharedHead(at - 1, at, null, ofQualifier: true))
        {
            return true;
        }

        qualifiers.Add(waiting);
        return false;
    }

    // "severe chronic, malignant or general disease": adjectives of the tables before one that is none.
    private bool TryHeadOfAlternatives(List<List<Item>> alternatives, int next)
    {
        var stop = next < end && items[next].Kind is ItemKind.Unknown or ItemKind.Mention && !IsQualifier(next) ? PhraseEnd(next) : next;
        var shared = alternatives[0][..^1];
        if (stop == next || !alternatives.TrueForAll(choice => choice.Count == shared.Count + 1 && choice[..^1].SequenceEqual(shared) && QualifierOf(choice[^1]).Kind is not (QualifierKind.Subject or QualifierKind.Result or QualifierKind.Stage or QualifierKind.Grade))
            || shared.Exists(item => QualifierOf(item) is not ({ Kind: QualifierKind.Severity } or { Value: "other" or "another" })))
        {
            return false;
        }

        var own = qualifiers.ToList();
        qualifiers.Clear();
        qualifiers.AddRange(shared);
        if (AddShared(alternatives.ConvertAll(choice => choice[^1].Span), next, stop, null, ofQualifier: true))
        {
            return true;
        }

        qualifiers.Clear();
        qualifiers.AddRange(own);
        return false;
    }

    // A disease that the tables know by one word ("drug abuse") is the end of such a list too.
    private int KnownEnd(int from)
    {
        if (items[from] is { Kind: ItemKind.Cue } item && item.Phrase!.As(Cue.Matter)?.StartsWith("condition:", StringComparison.Ordinal) == true)
        {
            return from + 1;
        }

        if (!IsQualifier(from))
        {
            return SharedEnd(from);
        }

        // "peripheral" of "cerebral, peripheral or coronary artery disease"; "peripheral vascular disease".
        return from + 1 < end && JoinsMembers(items[from + 1]) ? from + 1 : Math.Max(from + 1, PhraseEnd(from + 1));
    }

    // A disease or a procedure is a member by itself, unless it is named by an adjective ("psoriatic").
    private bool MayWait(int from, int to)
    {
        if (to - from > LongestWaiting)
        {
            return false;
        }

        var last = items[to - 1];
        return last.Kind switch
        {
            ItemKind.Unknown => true,
            ItemKind.Cue => Sites.Contains(last.Of(text)) || (to == from + 1 && IsQualifier(from)),
            ItemKind.Mention when last.Match.Entry.LeafType == LeafType.Condition && JoinsDisorder(to) && lexicon.Find($"{Spelled(new TextSpan(items[from].Start, last.End))} disorder") is [{ LeafType: LeafType.Condition }, ..] => true,
            ItemKind.Mention => last.Match.Entry.LeafType is null or not (LeafType.Condition or LeafType.Procedure or LeafType.Sex or LeafType.Age) || (to == from + 1 && (last.Of(text).EndsWith(" cell", StringComparison.OrdinalIgnoreCase) || (IsAdjective(last.Of(text)) && !IsNounLike(last.Of(text))))),
            _ => false,
        };
    }

    // "bleeding or thrombotic disorder": both are disorders; the first is one by itself only where nothing shares its noun.
    private bool JoinsDisorder(int index)
    {
        var stop = Math.Min(end, index + MostKnown);
        for (var i = index; i < stop && (JoinsMembers(items[i]) || items[i].Kind is ItemKind.Mention or ItemKind.Unknown); i++)
        {
            if (LastWordAt(items[i].Span) is var noun && (noun.Equals("disorder", StringComparison.OrdinalIgnoreCase) || noun.Equals("disorders", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    // What stands behind the first words of the last member, where it makes a known term with every other member.
    private (string Head, LeafType Type)? KnownNoun(List<TextSpan> members, TextSpan last, int qualified)
    {
        var words = Spelled(new TextSpan(last.Start + qualified, last.End));
        var first = words.IndexOf(' ', StringComparison.Ordinal) + 1;
        var whole = lexicon.Find(words) is [{ LeafType: not null }, ..];
        for (var cut = first; cut > 0; cut = whole ? words.IndexOf(' ', cut) + 1 : 0)
        {
            var head = words[cut..];
            if (cut > first && (TreatingTails.Contains(head) || lexicon.Find(words.AsSpan(first)) is [{ LeafType: not null }, ..]))
            {
                // "intravenous or oral steroid medication": what the tables know as one term is not cut.
                return null;
            }

            if (lexicon.Find($"{Spelled(members[0])} {head}") is [{ LeafType: LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Biomarker or LeafType.Allergy } one, ..]
                && one.LeafType is { } type && IsNamed(words, type) && members.TrueForAll(member => lexicon.Find($"{Spelled(member)} {head}") is [{ LeafType: { } known }, ..] && known == type))
            {
                return (head, type);
            }
        }

        return null;
    }

    // "primary " of "primary peritoneal cancer".
    private int LengthOfQualifiers(int from, int to)
    {
        var index = from;
        while (index < to - 1 && IsQualifier(index))
        {
            index++;
        }

        return items[index].Start - items[from].Start;
    }

    private bool IsNamed(string words, LeafType type) =>
        lexicon.Find(words) is [{ LeafType: { } known }, ..] ? known == type : HeadTable.Default.TypeOf(words.AsSpan(words.LastIndexOf(' ') + 1)) == type;

    /// <summary>The noun of the class whose members are read: "disease" of "other diseases (renal, cardiac)". Null elsewhere.</summary>
    private string? ownersNoun;

    private string? NounOf(Node owner) => owner is { Type: LeafType.Condition } ? DiseaseNoun(LastWord(owner.Span)) : null;

    // "other diseases (renal, cardiac)": an adjective takes the noun of the class.
    private bool TryOwnersNoun(int from, int to, List<List<Item>>? alternatives)
    {
        if (ownersNoun is not { } noun || !WaitsForNoun(from, to) || OtherFollows(to))
        {
            return false;
        }

        at = to;
        guessed.RemoveAll(span => span.Start == items[from].Start);
        AddSharing([(new TextSpan(items[from].Start, items[to - 1].End), $"{Spelled(new TextSpan(items[from].Start, items[to - 1].End))} {noun}")], LeafType.Condition, alternatives, Link.Or);
        return true;
    }

    // "viral, alcoholic or other hepatitis": the list has a noun of its own.
    private bool OtherFollows(int from)
    {
        for (var i = from; i + 1 < end; i++)
        {
            if (IsQualifier(i) && QualifierOf(items[i]).Value is "other" or "another" && PhraseEnd(i + 1) > i + 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds the members of a list that share a noun, each under its whole name.</summary>
    private void AddSharing(List<(TextSpan Span, string Name)> members, LeafType type, List<List<Item>>? alternatives, Link joined)
    {
        var own = qualifiers.ToList();
        var first = nodes.Count;
        sharedAdjective = link == Link.Adjacent && nodes.Count > 0 && nodes[^1].Whole is Predicate.Judgement { Wording: { } adjective } ? adjective : null;
        foreach (var (span, name) in members)
        {
            var entry = lexicon.Find(name) is { IsEmpty: false } found && Wanted(found[0].LeafType ?? type) == type ? found[0] : null;
            qualifiers.Clear();
            qualifiers.AddRange(own);
            AddPhrase(type, entry?.Concept ?? new Concept(name), entry, span, alternatives, entry is null ? null : WordingOf(type, name, entry) ?? (entry.Kind == EntryKind.Matter ? name : entry.Name));
            link = joined;
        }

        for (var i = first + 1; i < nodes.Count; i++)
        {
            nodes[i].SharesNoun = true;
        }

        sharedAdjective = null;
        link = Link.Adjacent;
    }
}

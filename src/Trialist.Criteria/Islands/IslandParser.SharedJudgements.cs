using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>A judged adjective that shares its noun with another adjective: "clinically significant or severe hypoglycemia".</content>
internal sealed partial class IslandParser
{
    private Item? waitingJudgement;

    private bool QualifiedPhraseFollows(int index)
    {
        if (index < end && items[index] is { Kind: ItemKind.Mention, Match.Entry.LeafType: not null } known && WithoutState(known.Of(text)) is not null)
        {
            return PhraseEnd(index) == index + 1;
        }

        if (index >= end || !IsQualifier(index))
        {
            return false;
        }

        while (index < end && IsQualifier(index))
        {
            index++;
        }

        return index < end && PhraseEnd(index) is var to && to > index && !IsQualifier(index) && items[index].Kind is ItemKind.Mention or ItemKind.Unknown && (to >= end || !(items[to].IsSign(',') || items[to].IsSign('/')));
    }

    // "hypoglycemia" of the term "severe hypoglycemia".
    private (Concept Concept, LexiconEntry Entry, int Length)? WithoutState(string words)
    {
        var cut = words.IndexOf(' ', StringComparison.Ordinal);
        if (cut < 0 || lexicon.Find(words.AsSpan(cut + 1)) is not [{ LeafType: not null } noun, ..])
        {
            return null;
        }

        foreach (var entry in lexicon.Find(words.AsSpan(0, cut)))
        {
            if (entry.Qualifier is { Kind: QualifierKind.Severity or QualifierKind.Status })
            {
                return (noun.Concept, noun, words.Length - cut - 1);
            }
        }

        return null;
    }

    // The same fact under the judgement, before the one that bears the other adjective.
    private void AddJudgedTwin(LeafType type, Concept concept, string? wording, TextSpan span)
    {
        if (waitingJudgement is not { } item)
        {
            return;
        }

        waitingJudgement = null;
        var adjective = JudgementNames.Of(Spelled(item.Span));
        if (WithoutState(span.Of(text)) is { } noun)
        {
            (concept, wording) = (noun.Concept, WordingOf(type, Spelled(new TextSpan(span.End - noun.Length, span.End)), noun.Entry));
        }

        var judged = new Predicate.Judgement { Span = item.Span, Wording = adjective };
        var leaf = new Predicate.Leaf(type, concept) { Span = span, When = pendingWhen, Wording = $"{adjective} {wording ?? concept.Name}" };
        Add(Node.Of(new Predicate.All([judged, leaf]) { Span = item.Span.Union(span) }, link));
        link = Link.Or;
    }

    /// <summary>At the end of a clause the adjectives that still wait for their noun are unread.</summary>
    private void FlushWaiting()
    {
        if (waitingState is { } state)
        {
            waitingState = null;
            state.ForEach(item => UnreadItem(item, Reasons.NarrowsUnread));
        }

        if (waitingJudgement is { } waiting)
        {
            waitingJudgement = null;
            UnreadItem(waiting, "It is not clear what the first adjective is said of.");
        }
    }
}

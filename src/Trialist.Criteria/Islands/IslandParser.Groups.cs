using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Demands that are made of some people only: "for women of childbearing potential: …", "a negative test for women".</content>
internal sealed partial class IslandParser
{
    /// <summary>More words name more than a group.</summary>
    private const int LongestGroup = 8;

    private bool TryAskedOfGroup(Item item)
    {
        if (item.Text is not ("for" or "in") || exclusion || depth > 0)
        {
            return false;
        }

        var stop = GroupEnd(at + 1);
        if (stop == 0)
        {
            return false;
        }

        var leading = nodes.Count == 0 || link == Link.Strong;
        return leading ? stop + 1 < end && (items[stop].IsSign(':') || items[stop].IsSign(',')) && AskOfGroup(item, stop) : link == Link.Adjacent && stop == ScopeEnd(stopAtComma: false) && GiveToGroup(stop);
    }

    private static readonly string[] Women = ["women", "woman", "females", "female", "girls", "wocbp", "fcbp"];

    // "women of childbearing potential" is two facts, which the tables know as one.
    private void MarkWomen(Node node)
    {
        var words = text.AsSpan(node.Span.Start, node.Span.Length);
        foreach (var word in Women)
        {
            // "pregnancy-capable female": the word may stand behind as well.
            if (node.Concept.Name == "childbearing potential" && HasWord(words, word) && !(nodes.Count > 0 && link == Link.Adjacent && nodes[^1] is { IsLeaf: true, Type: LeafType.Sex }))
            {
                node.Women = new TextSpan(node.Span.Start + IndexOf(words, word), node.Span.Start + IndexOf(words, word) + word.Length);
                return;
            }
        }
    }

    // "must have received or be intolerant to X"
    private bool OtherHeadFollows() => SkipFillers(at + 1) is var next && next < end && items[next].Cue is Cue.Allergy or Cue.Treatment or Cue.Procedure or Cue.Condition && items[next].Cue != pendingHead;

    // "Patients with hypertension must be well controlled": asked of those who have it, or of everybody.
    private void DoubtDemandOfSome()
    {
        if (exclusion || depth > 0 || items.Count < 4 || items[0].Cue is not (Cue.Filler or Cue.Treatment) || nodes is not [{ IsGroup: false, Link: Link.Strong } first, ..] || (nodes.Count < 2 && first.Type != LeafType.Treatment && !announces && !(items[^1].IsSign(':') && items[^1].Start > first.Span.End && text.AsSpan(first.Span.End, items[^1].Start - first.Span.End).Contains(" meet", StringComparison.OrdinalIgnoreCase))) || !(first.IsLeaf ? first.Type is LeafType.Condition or LeafType.Treatment or LeafType.Procedure : first.Whole is Predicate.All && Leaves.Of(first.Whole) is [{ Type: LeafType.Condition }, ..]))
        {
            return;
        }

        foreach (var item in items)
        {
            if (item.Start > first.Span.End && item.IsSign('.'))
            {
                return;
            }

            if (item.Kind == ItemKind.Cue && (HasWord(item.Of(text), "must") || (HasWord(item.Of(text), "should") && text.AsSpan(items[0].Start, items[0].Span.Length) is var whom && !whom.Contains("should", StringComparison.OrdinalIgnoreCase))))
            {
                if (item.Start > first.Span.Start && item != items[0])
                {
                    Doubt(first, item, Reasons.OfSomeOnly);
                }

                return;
            }
        }
    }

    // Where words that only name women, men or their fertility end; 0 where others stand among them.
    private int GroupEnd(int from) => GroupEnd(from, end);

    private int GroupEnd(int from, int to)
    {
        var named = false;
        for (var i = from; i < to && i - from < LongestGroup; i++)
        {
            if (items[i].IsSign(':') || items[i].IsSign(',') || items[i].IsSign('.') || items[i].IsSign(';'))
            {
                return named ? i : 0;
            }

            var group = items[i].Kind == ItemKind.Cue && items[i].Phrase!.As(Cue.Matter) is "sex:female" or "sex:male" or "condition:childbearing potential"
                || items[i] is { Kind: ItemKind.Mention, Match.Entry: { Kind: Terminology.EntryKind.Matter, Name: "childbearing potential" or "female" or "male" } };
            named |= group;
            if (!group && items[i].Cue != Cue.Filler && items[i].Text is not ("of" or "with"))
            {
                return 0;
            }
        }

        return named ? to : 0;
    }

    // "For women of childbearing potential: a negative pregnancy test"
    private bool AskOfGroup(Item item, int stop)
    {
        var group = Inner(at + 1, stop, list: false);
        at = stop + 1;
        var to = ScopeEnd(stopAtComma: false);
        var asked = to > at ? Inner(at, to, list: false) : null;
        at = Math.Max(at, to);
        if (group.Predicate is not { } whom)
        {
            UnreadItem(item, "It is not clear whom this is asked of.");
            return true;
        }

        Conditional(whom, asked?.Predicate, item);
        nodes[^1].IsAction = asked is { Nodes: [_, ..] } && asked.Nodes.TrueForAll(node => node.IsAction);
        return true;
    }

    // "Contraception required of fertile women", also where the next demand follows with a capital.
    private bool TryRequiredOf(Item item)
    {
        if (exclusion || depth > 0 || link != Link.Adjacent || nodes.Count == 0 || at + 2 >= end || !item.Of(text).EndsWith("required", StringComparison.OrdinalIgnoreCase) || items[at + 1].Text is not ("of" or "for" or "in"))
        {
            return false;
        }

        var stop = at + 2;
        while (stop < end && stop - at <= LongestGroup && items[stop].Kind != ItemKind.Sign && !(stop > at + 2 && char.IsUpper(text[items[stop].Start])))
        {
            stop++;
        }

        if (GroupEnd(at + 2, stop) != stop)
        {
            return false;
        }

        passed.Add(item.Span);
        at++;
        return GiveToGroup(stop, alone: false);
    }

    // "A negative pregnancy test for women of childbearing potential"
    private bool GiveToGroup(int stop, bool alone = true)
    {
        if (nodes is not [.., { Whole: null or Predicate.Not, Bounds: null, Type: LeafType.Pregnancy or LeafType.Contraception or LeafType.Lactation or LeafType.Sex } only] || (only.IsLeaf && only.Type == LeafType.Sex) || (nodes.Count > 1 && (alone || only.Link is not (Link.Strong or Link.Adjacent or Link.And))))
        {
            return false;
        }

        var group = Inner(at + 1, stop, list: false);
        at = stop;
        if (group.Predicate is not { } whom)
        {
            return false;
        }

        var own = only.ToPredicate();
        only.Whole = new Predicate.Any([new Predicate.Not(whom) { Span = whom.Span }, own]) { Span = own.Span.Union(whom.Span) };
        only.Span = only.Whole.Span;
        return true;
    }

    // Parents and guardians consent; anything else that is said of them is not the patient's.
    private static readonly PhraseList Guardians = new("parent", "guardian", "caregiver", "representative");

    private bool IsOtherPerson(Item item)
    {
        var words = item.Of(text);
        if (!Guardians.OccursIn(words))
        {
            return false;
        }

        foreach (var other in items)
        {
            if (other.Kind == ItemKind.Cue && (other.Cue == Cue.Action || other.Phrase!.As(Cue.Matter) is "consent:informed consent"))
            {
                return false;
            }
        }

        return true;
    }

    // "both A and B", "co-infection with A and B": together, also among what is excluded.
    private bool BothBefore()
    {
        for (var i = at - 1; i >= 0 && at - i < FarthestBoth && !(items[i].Cue is Cue.Or or Cue.And) && items[i].Text is not (";" or ","); i--)
        {
            if (items[i].Text is "both" || IsWithEachOther(items[i].Of(text)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithEachOther(ReadOnlySpan<char> word) => word.StartsWith("co", StringComparison.OrdinalIgnoreCase) && word.Contains("infect", StringComparison.OrdinalIgnoreCase);

    private const int FarthestBoth = 12;

    // "fever AND signs of infection": capitals among small letters stress that both are meant.
    private bool IsStressed(Item item) => item.Of(text) == "AND" && nodes[^1].Span.Of(text).Any(char.IsLower);
}

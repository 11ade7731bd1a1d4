using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>What a value or a disease comes from, is treated for or resists: "unless due to Gilbert syndrome", "treated for COPD", "for which no standard therapy exists".</content>
internal sealed partial class IslandParser
{
    private static readonly PhraseList BroughtBy = new("due to", "attributed to", "attributable to", "related to", "because of", "caused by", "secondary to");

    private static readonly HashSet<string> SaidToBe = new(StringComparer.OrdinalIgnoreCase) { "considered", "explicitly", "elevated", "elevation", "is", "are", "it", "elevation is", "clearly", "thought", "known", "solely", "directly", "felt", "to be", "be" };

    // Where the cause begins that lifts a limit on a value: "unless (considered) due to X"; the place itself where none is named.
    private int CauseBehind(int index, int to, Node owner)
    {
        if (owner is not { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement })
        {
            return index;
        }

        var next = index;
        while (next < to && SaidToBe.Contains(items[next].Of(text)))
        {
            next++;
        }

        return next + 1 < to && items[next].Cue == Cue.Prep && BroughtBy.OccursIn(items[next].Of(text)) && SkipFillers(next + 1) is var cause && PhraseEnd(cause) is var stop && stop > cause && Resolve(cause, stop).Type == LeafType.Condition ? next + 1 : index;
    }

    // "patients treated for COPD", "treatment-naive for advanced disease": the state is of the disease.
    private bool TryTreatedFor(Item item)
    {
        if (item.Text is not "for" || qualifiers.Count == 0 || qualifiers[^1] is not { } state || state.End != items[at - 1].End || QualifierOf(state) is not { Kind: QualifierKind.Status, Value: "treated" or "untreated" })
        {
            return false;
        }

        var noun = SkipFillers(at + 1);
        while (noun < end && IsQualifier(noun))
        {
            noun++;
        }

        if (noun >= end || PhraseEnd(noun) <= noun || Resolve(noun, PhraseEnd(noun)).Type != LeafType.Condition)
        {
            return false;
        }

        passed.Add(item.Span);
        at++;
        return true;
    }

    private static readonly HashSet<string> Existing = new(StringComparer.OrdinalIgnoreCase) { "exists", "exist", "is available", "available", "are available", "is known", "existing" };

    /// <summary>A longer clause says more than that nothing helps.</summary>
    private const int LongestLack = 12;

    // "solid tumours for which no standard therapy exists", "… refractory to standard therapy or for which no effective therapy exists"
    private bool TryWithoutTherapy(Item item)
    {
        if (item.Text is not "for" || nodes.Count == 0 || link is not (Link.Adjacent or Link.Or) || at + 3 >= end || !items[at + 1].Of(text).StartsWith("which", StringComparison.OrdinalIgnoreCase) || nodes[^1] is not { IsLeaf: true, Type: LeafType.Condition, Bounds: null, Except: null } disease)
        {
            return false;
        }

        var stop = at + 2;
        var (no, therapy) = (items[at + 1].Of(text).EndsWith(" no", StringComparison.OrdinalIgnoreCase), false);
        while (stop < end && stop - at <= LongestLack && !Existing.Contains(items[stop].Of(text)) && !(items[stop].Kind == ItemKind.Sign && items[stop].Text is "." or ";" or ","))
        {
            no |= items[stop].Cue == Cue.Not;
            therapy |= Managing.Contains(LastWord(items[stop].Span)) || items[stop] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment };
            if (items[stop].Cue is Cue.If or Cue.Except || items[stop].Kind is ItemKind.Number or ItemKind.Comparator)
            {
                return false;
            }

            stop++;
        }

        if (!no || !therapy || stop >= end || !Existing.Contains(items[stop].Of(text)) || (stop + 1 < end && items[stop + 1].Kind != ItemKind.Sign && items[stop + 1].Cue is not (Cue.And or Cue.Or)))
        {
            return false;
        }

        var words = new TextSpan(item.Start, items[stop].End);
        var lack = new Qualifier(QualifierKind.Role, SpelledWords.Plainly(text.AsSpan(words.Start, words.Length)));
        passed.Add(words);
        at = stop + 1;
        if (link == Link.Adjacent)
        {
            disease.Qualifiers.Add(lack);
            disease.Span = disease.Span.Union(words);
            return true;
        }

        // Said instead of the state before: the same disease.
        var other = disease.Copy();
        other.Span = words;
        other.Qualifiers.AddRange(disease.Qualifiers.Where(one => one.Value is not ("refractory" or "relapsed" or "resistant" or "treatment resistant" or "treatment-resistant") && one.Kind != QualifierKind.Role));
        other.Qualifiers.Add(lack);
        other.Link = Link.Or;
        nodes.Add(other);
        link = Link.Adjacent;
        return true;
    }

    // "For asthmatic patients, FEV1 ≥ 80 %": what follows is asked of these alone.
    private bool TryForGroup(Item item)
    {
        if (depth > 0 || !item.Of(text).Equals("for", StringComparison.OrdinalIgnoreCase) || (nodes.Count > 0 && link != Link.Strong) || qualifiers.Count > 0)
        {
            return false;
        }

        var stop = at + 1;
        while (stop < end && stop - at <= FarthestComma && items[stop].Kind != ItemKind.Sign)
        {
            stop++;
        }

        if (stop >= end - 1 || stop - at > FarthestComma || !(items[stop].IsSign(',') || items[stop].IsSign(':')) || !items[(at + 1)..stop].Exists(one => PersonWords.OccursIn(one.Of(text))))
        {
            return false;
        }

        var (earlier, judged) = (NotesSoFar, sawJudgement);
        var whom = Inner(at + 1, stop, list: false);
        if (whom.Predicate is not { } when || unread.Count > earlier.Unread || !whom.Nodes.TrueForAll(IsState))
        {
            ForgetSince(earlier);
            sawJudgement = judged;
            return false;
        }

        at = stop + 1;
        var to = ScopeEnd(stopAtComma: false);
        var asked = to > at ? Inner(at, to, exclusion) : null;
        at = Math.Max(at, to);
        Conditional(when, asked?.Predicate, item);
        nodes[^1].IsAction = asked is { Nodes: [_, ..] } && asked.Nodes.TrueForAll(node => node.IsAction);
        return true;
    }

    private static bool IsState(Node node) =>
        node is { IsLeaf: true, Bounds: null, Type: LeafType.Condition or LeafType.Treatment or LeafType.Sex, Concept.Name: not ("treatment" or "disease" or "drug") } or { Whole: Predicate.Not { Item: Predicate.Leaf { Bounds: null, Type: LeafType.Treatment or LeafType.Condition } } };

    private static readonly PhraseList PersonWords = new("patient", "subject", "participant", "individual", "women", "woman", "female", "male", "men", "child");

    private const int FarthestComma = 10;

    // "trauma within 4 weeks or requiring elective surgery during the study": a need of the person, at a time of its own.
    private bool NeedsLater(Item item)
    {
        if (item.Text is not ("requiring" or "require" or "requires") || at + 2 >= end)
        {
            return false;
        }

        var noun = at + 1;
        while (noun < end && (IsQualifier(noun) || items[noun].Cue == Cue.Filler && !items[noun].Is(Cue.Time)))
        {
            noun++;
        }

        var stop = PhraseEnd(noun);
        return stop > noun && stop < end && Resolve(noun, stop).Type is LeafType.Procedure or LeafType.Treatment && ReadWindow(stop) is { Window: { Relation: TimeRelation.During, Anchor: not null } };
    }
}

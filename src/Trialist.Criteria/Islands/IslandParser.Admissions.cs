using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Sentences that let some of the excluded take part: "Live vaccine within 30 days. Administration of killed vaccines is allowed."</content>
internal sealed partial class IslandParser
{
    private static readonly PhraseList Admits = new("allowed", "permitted", "permissible", "acceptable", "accepted", "eligible", "included", "enrolled", "enroll", "participate", "not excluded", "not exclusionary", "exception");

    private static readonly HashSet<string> AdmittingWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "allowed", "permitted", "permissible", "acceptable", "accepted", "eligible", "included", "enrolled", "is eligible", "are eligible", "will be eligible", "be included", "will be included", "will be enrolled", "be enrolled", "to be eligible", "to be included",
        "be eligible", "eligible to participate", "is eligible to participate", "are eligible to participate", "enroll", "participate", "excluded",
    };

    private static readonly HashSet<string> Auxiliaries = new(StringComparer.OrdinalIgnoreCase) { "is", "are", "was", "were", "be", "will", "will be", "would", "would be", "may", "may be", "can", "can be", "could", "could be", "should", "also", "been", "must be", "still", "both", "all" };

    private static readonly HashSet<string> ToTakePart = new(StringComparer.OrdinalIgnoreCase)
    {
        "to", "participate", "enroll", "enrol", "enter", "be", "take", "part", "join", "in", "into", "for", "the", "this", "study", "trial", "inclusion", "enrollment", "enrolment", "included", "enrolled", "for inclusion", "for entry", "in this study", "in the study", "in the trial", "in this trial", "for this study", "for the study", "for enrollment",
        "to enter the study", "participation", "entry", "to participate", "on", "protocol", "for participation", "to be enrolled", "to be included", "eligible",
    };

    /// <summary>The sentences that were read as exceptions from what stands before them.</summary>
    private readonly List<TextSpan> admitted = [];

    private bool TryAdmission()
    {
        if (!exclusion || depth > 0 || nodes.Count == 0 || link != Link.Strong || qualifiers.Count > 0 || at == 0 || !(items[at - 1].IsSign('.') || items[at - 1].IsSign(';')))
        {
            return false;
        }

        var to = ScopeEnd(stopAtComma: false);
        return to > at && Admits.OccursIn(text.AsSpan(items[at].Start, items[to - 1].End - items[at].Start)) && Admit(at, to, nodes, to);
    }

    // "systemic steroids (inhaled ones are permitted)"
    private bool TryAdmissionInBrackets(int to)
    {
        if (!exclusion || nodes.Count == 0 || link != Link.Adjacent || !Admits.OccursIn(text.AsSpan(items[at].Start, items[to - 1].End - items[at].Start)))
        {
            return false;
        }

        var owners = LastList();
        return owners.TrueForAll(node => node.Whole is not Predicate.Unread) && Admit(at, to, owners, to);
    }

    private bool Admit(int from, int to, List<Node> before, int past)
    {
        var start = from;
        while (start < to && (items[start].Of(text).ToLowerInvariant() is "note" or "note :" or "however" or "exception" or "exceptions" or "exception :" or "exceptions :" or "but" || items[start].IsSign(':') || items[start].IsSign(',')))
        {
            start++;
        }

        var named = items[from..start].Exists(item => item.Of(text).StartsWith("exception", StringComparison.OrdinalIgnoreCase));
        var verb = start;
        while (verb < to && !AdmittingWords.Contains(items[verb].Of(text)) && items[verb].Cue is not (Cue.If or Cue.Provided))
        {
            verb++;
        }

        var said = verb < to && AdmittingWords.Contains(items[verb].Of(text));
        if (!said && !named || start >= to)
        {
            return false;
        }

        var stop = verb;
        while (stop > start && Auxiliaries.Contains(items[stop - 1].Of(text)))
        {
            stop--;
        }

        var denied = stop > start && items[stop - 1].Cue is Cue.Not;
        if (said && (denied != items[verb].Of(text).Equals("excluded", StringComparison.OrdinalIgnoreCase) || (stop == verb && !denied && !items[verb].Of(text).Contains(' ', StringComparison.Ordinal))))
        {
            return false;
        }

        stop -= denied ? 1 : 0;
        while (stop > start && (Auxiliaries.Contains(items[stop - 1].Of(text)) || items[stop - 1].IsSign(',')))
        {
            stop--;
        }

        var next = said ? verb + 1 : verb;
        while (next < to && ToTakePart.Contains(items[next].Of(text)))
        {
            next++;
        }

        var condition = next < to && items[next].Cue is Cue.If or Cue.Provided ? next + 1 : 0;
        if (items[to - 1].IsSign(':') || items[start..to].Exists(SaysFollowing))
        {
            // "Participants with any of the following are not excluded:"
            return false;
        }

        if (stop <= start || (condition == 0 && next < to && items[next].Kind != ItemKind.Sign) || (condition == 0 && next < to - 1) || condition >= to)
        {
            return false;
        }

        var targets = before.FindAll(node => node is not { IsGroup: true });
        return targets.Count > 0 && !targets.Skip(1).Any(node => node.Link == Link.Strong) && !targets.Exists(node => node.Whole is Predicate.Judgement) && Lift(targets, start, stop, condition, to, new TextSpan(items[from].Start, items[to - 1].End), past);
    }

    private bool Lift(List<Node> targets, int from, int to, int condition, int end, TextSpan sentence, int past)
    {
        var (earlier, judged) = (NotesSoFar, sawJudgement);
        var (savedHead, savedUsed, savedWhen) = (pendingHead, headUsed, pendingWhen);
        (pendingHead, headUsed, pendingWhen) = (Cue.None, false, null);
        var inner = Inner(from, to, list: true);
        var on = condition > 0 ? Inner(condition, end, list: false) : null;
        (pendingHead, headUsed, pendingWhen) = (savedHead, savedUsed, savedWhen);
        if (unread.Count == earlier.Unread && sawJudgement == judged && inner.Predicate is { } permitted && inner.Nodes.TrueForAll(IsAdmissible) && (condition == 0 || on is { Predicate: { } asked } && !Leaves.Of(asked).Any(leaf => leaf.Type is LeafType.Treatment or LeafType.Procedure && leaf.Qualifiers.Any(one => one.Value is "in remission")) && !on.Nodes.Exists(node => node.Whole is Predicate.Judgement))
            && Admitted(targets, permitted, on is not null) is { } chosen)
        {
            var lifted = permitted;
            if (on?.Predicate is { } when)
            {
                when = SaysAbsence(items[condition - 1].Of(text)) ? new Predicate.Not(when) { Span = when.Span } : when;
                lifted = new Predicate.All([permitted, when]) { Span = permitted.Span.Union(when.Span) };
            }

            foreach (var node in chosen)
            {
                var narrower = LiftKin(node.ToPredicate(), permitted, lifted);
                (node.Whole, node.Span) = (narrower, node.Span.Union(lifted.Span));
            }

            admitted.Add(sentence);
            passed.Add(sentence);
            at = past;
            link = Link.Adjacent;
            return true;
        }

        ForgetSince(earlier);
        sawJudgement = judged;
        return false;
    }

    private static bool IsAdmissible(Node node) => node is { IsLeaf: true, IsAction: false, Type: not (LeafType.Consent or LeafType.Age or LeafType.Sex) } or { Whole: not (null or Predicate.Judgement or Predicate.Unread) };

    // The facts before of which what is permitted is a kind; none where it is another treatment, which they do not shut out. Null where that is not clear.
    private List<Node>? Admitted(List<Node> targets, Predicate permitted, bool conditional)
    {
        var leaves = Leaves.Of(permitted).ToList();
        if (leaves.Exists(leaf => leaf.Bounds is not null) != leaves.TrueForAll(leaf => leaf.Bounds is not null))
        {
            // "prednisone or prednisolone ≤ 10 mg"
            return null;
        }

        if (!conditional && permitted is not Predicate.All && leaves.Exists(leaf => leaf is { Bounds: null, Qualifiers.IsEmpty: true } && targets.Exists(node => Leaves.Of(node.ToPredicate()).Any(target => target.Concept == leaf.Concept))))
        {
            // "current use of steroids; previous use of steroids is allowed"
            return null;
        }

        var facts = targets.FindAll(node => node.Whole is not Predicate.Unread);
        var kin = facts.FindAll(node => Leaves.Of(node.ToPredicate()).Any(target => leaves.Exists(leaf => IsKin(target, leaf))));
        if (kin.TrueForAll(node => LiftKin(node.ToPredicate(), permitted, permitted) is not null) && leaves.TrueForAll(leaf => kin.Exists(node => Leaves.Of(node.ToPredicate()).Any(target => IsKin(target, leaf))) || (!conditional && facts.Exists(node => Leaves.Of(node.ToPredicate()).Any(target => ShutsOut(target, leaf))))))
        {
            return kin;
        }

        // "Spinal cord compression. Patients with leptomeningeal disease without compression are allowed": a state of its own.
        return permitted is Predicate.All && facts is [{ IsLeaf: true, Type: LeafType.Condition, Except: null }] && targets.Count == 1 && leaves.Exists(leaf => IsKin((Predicate.Leaf)facts[0].ToPredicate(), leaf)) ? facts : null;
    }

    private static readonly PhraseList[] Apart = [new("live", "attenuated"), new("killed", "inactivated", "inactive", "subunit", "mrna", "non-live"), new("systemic", "oral", "intravenous"), new("inhaled", "inhalational", "topical", "nasal", "intra-articular", "intraarticular", "ophthalmic", "local")];

    // "live vaccines" and "killed vaccines", "systemic steroids" and "inhaled ones": none is both.
    private static bool ShutsOut(Predicate.Leaf target, Predicate.Leaf other)
    {
        if (target.Type != LeafType.Treatment || other.Type != LeafType.Treatment)
        {
            return false;
        }

        var (one, two) = (LeafName.Of(target), LeafName.Of(other));
        return (Apart[0].OccursIn(one) && Apart[1].OccursIn(two) && !Apart[0].OccursIn(two)) || (Apart[2].OccursIn(one) && Apart[3].OccursIn(two) && !Apart[2].OccursIn(two));
    }

    private bool IsKin(Predicate.Leaf target, Predicate.Leaf kind) =>
        KindOf(target.Type) == KindOf(kind.Type) && KindOf(kind.Type) > 0 && (target.Concept == kind.Concept || (lexicon.ByName(kind.Concept.Name) is { } entry && lexicon.Broader(entry).Any(wider => wider.Name == target.Concept.Name)));

    // The same facts, of which those that are wider than what is permitted are lifted by it; null where they are no alternatives.
    private Predicate? LiftKin(Predicate predicate, Predicate permitted, Predicate lifted)
    {
        switch (predicate)
        {
            case Predicate.Leaf leaf when permitted is Predicate.All || Leaves.Of(permitted).Any(kind => IsKin(leaf, kind)):
                return leaf with { Except = leaf.Except is { } earlier ? new Predicate.Any([earlier, lifted]) { Span = earlier.Span.Union(lifted.Span) } : lifted, Span = leaf.Span.Union(lifted.Span) };
            case Predicate.Leaf leaf:
                return leaf;
            case Predicate.Any any:
                var members = any.Items.Select(item => LiftKin(item, permitted, lifted)).ToList();
                return members.TrueForAll(item => item is not null) ? new Predicate.Any(members.ConvertAll(item => item!).ToValueList()) { Span = any.Span.Union(lifted.Span) } : null;
            default:
                return null;
        }
    }

    private bool IsAdmitted(Item item)
    {
        foreach (var span in admitted)
        {
            if (span.Start <= item.Start && item.End <= span.End)
            {
                return true;
            }
        }

        return false;
    }
}

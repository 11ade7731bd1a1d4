using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Judgements that the words after them define or list.</content>
internal sealed partial class IslandParser
{
    // "unstable disease as judged by the investigator, including A": an example of the disease; "any reason that …, such as A": of what is judged.
    private void AddJudgedExamples(Node judged, Predicate members, bool defines)
    {
        if (defines)
        {
            Add(judged);
            link = Link.With;
            Add(Node.Of(members, Link.With));
        }
        else if (link == Link.With && nodes[^1] is { IsLeaf: true, Type: LeafType.Condition } disease)
        {
            disease.Whole = TreeBuilder.Join([disease.ToPredicate(), members], any: true);
            disease.Span = disease.Whole!.Span;
            Add(judged);
        }
        else
        {
            Add(Node.Of(UnderJudgement(judged.ToPredicate(), members), link));
        }
    }

    // "any condition that contraindicates the treatment: cancer, chronic infection": the members under the judgement, where they are all understood.
    private bool ReadJudgedList(int list, int to, int start)
    {
        var first = list;
        if (items[list].IsSign('('))
        {
            // "drugs that may affect the thyroid (A, B, C)"
            return MatchingClose(list) is > 0 and var end && end <= to && end + 1 >= to && TryJudgedMembers(list, list + 1, end, end + 1, new TextSpan(start, items[list - 1].End));
        }

        while (first < to && (items[first].Cue == Cue.Including || items[first].IsSign(':') || items[first].IsSign(',')))
        {
            first++;
        }

        if (first >= to)
        {
            return false;
        }

        if (list > 1 && items[list - 1].IsSign('(') && MatchingClose(list - 1) is > 0 and var close && close <= to && close + 1 >= to)
        {
            // "a condition that may interfere (e.g. A, B)"
            return TryJudgedMembers(list, first, close, close + 1, new TextSpan(start, items[list - 2].End));
        }

        return TryJudgedMembers(list, first, to, to, new TextSpan(start, items[list - 1].End));
    }

    private bool TryJudgedMembers(int list, int first, int to, int past, TextSpan judged)
    {
        if (to > first && Besides.OccursIn(text.AsSpan(items[first].Start, items[to - 1].End - items[first].Start)))
        {
            // "unsuitable for treatment, such as chemotherapy, or refuse it"
            return false;
        }

        var earlier = NotesSoFar;
        var defines = (items[list].IsSign(':') || items[list].Cue == Cue.Defined) && items[first - 1].Cue != Cue.Including;
        var inner = Inner(first, to, list: exclusion || !defines);
        var limits = defines && inner.Nodes.Count > 0 && inner.Nodes.TrueForAll(IsLimited);
        var ofOthers = past > to && nodes is [.., { IsLeaf: true } owner] && !inner.Nodes.TrueForAll(node => node.IsLeaf && KindOf(node.Type) == KindOf(owner.Type));
        var inPart = !defines && unread.Count > earlier.Unread && inner.Nodes.Exists(IsPlainFact) && inner.Nodes.TrueForAll(node => IsPlainExample(node) || node.Whole is Predicate.Unread);
        if ((unread.Count > earlier.Unread && !inPart) || ofOthers || inner.Predicate is not { } members || !(limits || inPart || ((inner.Nodes.Count > 1 || (!defines && inner.Nodes is [{ IsLeaf: true, Entry: not null } only] && !IsGeneral(only.Span))) && inner.Nodes.TrueForAll(defines ? IsPlainFact : IsPlainExample) && !inner.Nodes.TrueForAll(IsConductOf))))
        {
            ForgetSince(earlier);
            return false;
        }

        if (link == Link.Adjacent)
        {
            GatherJudged();
        }

        link = nodes.Count > 0 && link is Link.Adjacent or Link.Comma ? Link.With : link;
        if (limits)
        {
            // "… as judged by the investigator: neutrophils ≥ 1500/µL": what is judged is also told in numbers.
            AddDefined(Judged(judged), members);
            at = past;
            return true;
        }

        AddJudgedExamples(Judged(judged), members, defines);
        at = past;
        return true;
    }

    // What a person does or agrees to is judged as a whole: "unlikely to complete the visits, or comply".
    private static bool IsConductOf(Node node) => node.IsAction || Leaves.Exist(node.ToPredicate(), leaf => leaf.Type is LeafType.Behaviour or LeafType.Consent);

    // "clinically significant heart disease" among examples of what is judged.
    private static bool IsPlainExample(Node node) => IsPlainFact(node) || node.Whole is Predicate.Judgement { Wording: { } adjective } && adjective.EndsWith("significant", StringComparison.Ordinal);

    private static bool IsPlainFact(Node node) => node.Whole is null or Predicate.Not or Predicate.Any && node.Bounds is null;

    private static bool IsLimited(Node node) => node.IsLeaf ? node.Bounds is not null : node.Whole is Predicate.All or Predicate.Any or Predicate.Not && Leaves.Of(node.Whole).TrueForAll(leaf => leaf.Bounds is not null || leaf.Type == LeafType.Sex);

    private void AddDefined(Node judged, Predicate members)
    {
        if (link == Link.With && nodes.Count > 0 && nodes[^1].Whole is Predicate.Judgement before)
        {
            // "adequate organ function as judged by the investigator: …": one judgement.
            judged = Node.Of(before with { Span = before.Span.Union(judged.Span) }, nodes[^1].Link);
            link = nodes[^1].Link;
            nodes.RemoveAt(nodes.Count - 1);
        }

        var all = Node.Of(new Predicate.All([judged.Whole!, members]) { Span = judged.Span.Union(members.Span) }, link);
        all.IsDefined = true;
        Add(all);
    }

    // "clinically significant disease, defined as ALT > 3 x ULN": the definition says what is significant.
    private void DropDefinedAdjective(Node owner, ParsedWords inner, bool defined)
    {
        if (!owner.IsLeaf || owner.Link != Link.Adjacent || nodes.Count < 2 || nodes[^1] != owner || nodes[^2].Whole is not Predicate.Judgement || inner.Nodes.Count == 0
            || !(defined ? inner.Nodes.TrueForAll(node => IsLimited(node) || IsPlainFact(node)) : inner.Nodes.TrueForAll(IsLimited)))
        {
            return;
        }

        passed.Add(nodes[^2].Span);
        owner.Link = nodes[^2].Link;
        nodes.RemoveAt(nodes.Count - 2);
    }
}

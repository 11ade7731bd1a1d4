using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Members of a class, and definitions.</content>
internal sealed partial class IslandParser
{
    // "Adequate organ function as defined by: ANC …": the limits say what is adequate.
    private static bool IsDefined(Node owner, ParsedWords inner) =>
        owner.Whole is Predicate.Judgement && inner.Nodes.Exists(node => node.IsLeaf ? node.Bounds is not null : Leaves.Exist(node.Whole!, leaf => leaf.Bounds is not null)) && inner.Nodes.TrueForAll(node => node.IsLeaf ? node.Bounds is not null : node.Whole is not (Predicate.Judgement or Predicate.Unread));

    // "X such as A, B" and "X (including A)": the class or any named member.
    private void ReadMembers(Item item)
    {
        FlushQualifiers();
        at++;
        while (at < end && (items[at].IsSign(':') || items[at].IsSign(',')))
        {
            at++;
        }

        if (nodes.Count == 0 || depth >= DeepestNesting)
        {
            if (nodes.Count == 0 && item.Cue == Cue.Including && item.Start > items[0].Start && ManyDiseases.OccursIn(text.AsSpan(items[0].Start, item.Start - items[0].Start)))
            {
                // "any known diagnoses, including depression": of the class, the examples alone would be left.
                Further(new TextSpan(items[0].Start, item.Start), Reasons.TooGeneral);
            }

            return;
        }

        var to = ScopeEnd(stopAtComma: false);
        if (to <= at)
        {
            return;
        }

        var owner = nodes[^1];
        var savedHead = pendingHead;
        pendingHead = HeadOf(owner.Type);
        ownersNoun = NounOf(owner);
        var inner = Inner(at, to, list: item.Cue == Cue.Including || (exclusion && !items[at..to].Exists(one => one.Cue == Cue.And)));
        pendingHead = savedHead;
        at = to;
        if (item.Cue == Cue.Defined && inner.Nodes is [{ } scale] && IsScaleOf(scale, owner))
        {
            TakeScale(owner, scale);
            return;
        }

        if (item.Cue == Cue.Defined && inner.Nodes is [{ IsBare: true, Entry: { } assay }] && IsIge(assay) && owner.IsLeaf && owner.Concept.Name.Contains("ige", StringComparison.Ordinal))
        {
            // "birch IgE ≥ 0.35, as documented by an ImmunoCAP test": how it was measured.
            passed.Add(inner.Nodes[0].Span);
            return;
        }

        var judged = owner.Whole is Predicate.Judgement;
        var counts = owner is { IsLeaf: true, Bounds: not null };
        var kind = KindOf(owner.Type);
        if (item.Cue == Cue.Defined)
        {
            DropDefinedAdjective(owner, inner, defined: true);
        }

        Attach(inner, owner, any: item.Cue == Cue.Including);
        if (owner is { Link: Link.With or Link.Adjacent } && kind == 0 && judged && nodes.Count > 1)
        {
            // "unstable disease as judged by the investigator, including severe liver disease"
            Doubt(owner, item, "It is not clear how these examples depend on a judgement.");
        }

        if (item.Cue == Cue.Including && kind is 1 or 2 && inner.Nodes.Exists(node => node.IsLeaf && KindOf(node.Type) != kind && node.Type is not LeafType.Allergy))
        {
            // "high risk states, such as A, NYHA III": a member of another kind is no member.
            Doubt(owner, item, Reasons.Ambiguous);
        }

        if (item.Cue == Cue.Defined && owner.Link == Link.Or && nodes.Count > 1 && nodes[^2] is { IsLeaf: true, Bounds: null } listed && KindOf(listed.Type) == kind)
        {
            // "hepatic or renal impairment, characterized by ALT > 2 x ULN"
            Doubt(listed, item, Reasons.Ambiguous);
        }

        if (!exclusion && depth == 0 && kind == 2 && item.Cue == Cue.Including && item.Text is "including" or "includes")
        {
            // "a stable regimen including inhaled corticosteroids": what is included is asked for too.
            Doubt(owner, item, Reasons.EachNamed);
        }
        else if (counts && item.Cue == Cue.Including)
        {
            // "At least one prior line including trastuzumab and a taxane": the count alone is not enough.
            Doubt(owner, item, Reasons.EachNamed);
        }
        else if (!exclusion && item.Cue == Cue.Including && inner.Nodes.Exists(node => node.Bounds is not null))
        {
            // "Signs of pneumonia, including rate ≥ 20, saturation > 93 %": any of them, or all?
            Doubt(owner, item, Reasons.EachLimit);
        }
    }

    private static readonly PhraseList ManyDiseases = new("diagnoses", "diagnosis", "disorders", "illnesses");

    // What is named is kept to be seen, and decides nothing.
    private static void NameUndecided(Node owner, Predicate named, string reason)
    {
        var own = owner.ToPredicate();
        var gap = new Predicate.Unread(reason) { Span = named.Span };
        owner.Whole = new Predicate.All([own, gap, new Predicate.Any([named, gap]) { Span = named.Span }]) { Span = own.Span.Union(named.Span) };
        owner.Span = owner.Whole.Span;
    }

    // "LABA/LAMA combination therapy"
    private bool CombinationFollows()
    {
        for (var i = at + 1; i < end && i - at <= 3; i++)
        {
            if (items[i].Of(text).StartsWith("combination", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private void Attach(ParsedWords inner, Node owner, bool any)
    {
        if (inner.Predicate is not { } members)
        {
            return;
        }

        if (any && owner is { IsLeaf: true, Type: LeafType.Condition } && owner.Qualifiers.Exists(one => one.Kind == QualifierKind.Role && one.Value.StartsWith("of ", StringComparison.Ordinal) && HeadTable.Default.TypeOf(one.Value.AsSpan(one.Value.LastIndexOf(' ') + 1)) == LeafType.Condition))
        {
            // "metastases of blood cancers (such as lymphoma)": examples of the cancers.
            Doubt(owner, members.Span, Reasons.Ambiguous);
        }

        if (IsDefined(owner, inner))
        {
            owner.Whole = members;
            owner.Span = owner.Span.Union(members.Span);
            return;
        }

        if (owner is { IsLeaf: true, When: { } when, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure })
        {
            foreach (var node in inner.Nodes)
            {
                if (node is { IsLeaf: true, When: null or { Relation: TimeRelation.Ever, Anchor: null } } && KindOf(node.Type) == KindOf(owner.Type))
                {
                    node.When = when;
                }
                else if (node.Whole is Predicate.Any listed && Leaves.Of(listed).TrueForAll(leaf => KindOf(leaf.Type) == KindOf(owner.Type)))
                {
                    // "events such as strokes (including infarction) within 6 months"
                    node.Whole = WithWindow(listed, when);
                }
            }

            members = TreeBuilder.Build(inner.Nodes, any || members is Predicate.Any) ?? members;
        }

        if (any && GivePurpose(owner, inner))
        {
            members = TreeBuilder.Build(inner.Nodes, any || members is Predicate.Any) ?? members;
        }

        if (any && GiveNeed(owner, inner))
        {
            members = TreeBuilder.Build(inner.Nodes, any || members is Predicate.Any) ?? members;
        }

        if (any && GiveState(owner, inner))
        {
            members = TreeBuilder.Build(inner.Nodes, any || members is Predicate.Any) ?? members;
        }

        if (owner is { IsLeaf: true, When: null or { Min: null, Max: null, Anchor: null } } && any && inner.Nodes[^1].When is { Max: not null } or { Min: not null } or { Relation: TimeRelation.Current, Anchor: not null })
        {
            // "other studies such as drug trials within 8 weeks": the time is of all.
            if (!inner.Nodes.TrueForAll(node => node.When == inner.Nodes[0].When))
            {
                Doubt(owner, members.Span, Reasons.Ambiguous);
            }

            owner.When = inner.Nodes[0].When;
            if (owner.Link == Link.Or && nodes.Count > 1 && nodes[^2] is { IsLeaf: true, When: null or { Relation: TimeRelation.Ever, Anchor: null } } listed && listed.Type == owner.Type)
            {
                Doubt(listed, members.Span, Reasons.Ambiguous);
            }
        }

        var own = owner.ToPredicate();
        if (any && IsWide(owner) && !(nodes.Count > 1 && nodes[^2].Whole is Predicate.Judgement && owner.Link == Link.Adjacent) && !JudgementFollows())
        {
            // "medications such as A": whoever takes a drug is not meant, and which others are is not said.
            own = TooWide(own);
            for (var i = nodes.Count - 2; i >= 0 && nodes[i + 1].Link is Link.Or or Link.And or Link.Comma && nodes[i].Type == owner.Type && IsWide(nodes[i]); i--)
            {
                nodes[i].Whole = TooWide(nodes[i].ToPredicate());
            }
        }

        // "any disease that may interfere, such as A": an example of what is judged decides nothing by itself.
        owner.Whole = any && own is Predicate.Judgement ? UnderJudgement(own, members) : TreeBuilder.Join([own, members], any);
        owner.Span = owner.Whole!.Span;
    }

    // "autoimmune disease requiring systemic treatment (e.g. lupus)": so do the examples.
    private static bool GiveNeed(Node owner, ParsedWords inner)
    {
        if (owner is not { IsLeaf: true, Type: LeafType.Condition } || owner.Qualifiers.Find(one => one.Kind == QualifierKind.Role && Array.Exists(Needs, one.Value.StartsWith)) is not { Value: not null } need)
        {
            return false;
        }

        foreach (var node in inner.Nodes)
        {
            if (node is { IsLeaf: true, Bounds: null, Type: LeafType.Condition } && !node.Qualifiers.Exists(one => one.Kind == QualifierKind.Role && one.Value.Contains(' ', StringComparison.Ordinal)))
            {
                node.Qualifiers.Add(need with { OfClass = true });
            }
        }

        return true;
    }

    private static readonly string[] Needs = ["requiring ", "that require", "which require"];

    // "therapy for bladder cancer, including chemotherapy": the examples are given for the same.
    private static bool GivePurpose(Node owner, ParsedWords inner)
    {
        if (owner is not { IsLeaf: true, Type: LeafType.Treatment or LeafType.Procedure } || owner.Qualifiers.Find(one => one.Kind == QualifierKind.Role && one.Value.StartsWith("for ", StringComparison.Ordinal)) is not { Value: not null } purpose)
        {
            return false;
        }

        foreach (var node in inner.Nodes)
        {
            if (node is { IsLeaf: true, Type: LeafType.Treatment or LeafType.Procedure } && !node.Qualifiers.Exists(one => one.Kind == QualifierKind.Role && one.Value.Contains(' ', StringComparison.Ordinal)))
            {
                node.Qualifiers.Add(new Qualifier(QualifierKind.Purpose, purpose.Value));
            }
        }

        return true;
    }

    private static Predicate.Any UnderJudgement(Predicate judgement, Predicate examples)
    {
        var span = judgement.Span.Union(examples.Span);
        return new Predicate.Any([judgement, new Predicate.All([judgement, examples]) { Span = span }]) { Span = span };
    }

    // "a medical condition (e.g. A) which would make the subject unsuitable"
    private bool JudgementFollows()
    {
        for (var i = at; i < Math.Min(items.Count, at + FarthestJudgement); i++)
        {
            if (items[i].Cue == Cue.Judgement)
            {
                return true;
            }

            if (!(items[i].IsSign(')') || items[i].IsSign(',') || items[i].Cue is Cue.Filler))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>So many words stand between a class with its examples and what is judged of it.</summary>
    private const int FarthestJudgement = 6;

    // "uncontrolled atopic diseases (asthma, eczema)": an example of what is uncontrolled is uncontrolled. What is severe, its examples are without more words.
    private bool GiveState(Node owner, ParsedWords inner)
    {
        var states = owner is { IsLeaf: true, Type: LeafType.Condition } ? owner.Qualifiers.FindAll(one => one is { Kind: QualifierKind.Status, Value: not ("chronic" or "recovered" or "resolved" or "in situ" or "non-invasive") } && IsState(one)) : [];
        var grade = owner.Type == LeafType.Condition && OpensWithGrade(owner) ? owner.Bounds : null;
        if (states.Count == 0 && grade is null)
        {
            return false;
        }

        foreach (var node in inner.Nodes)
        {
            if (node is { IsLeaf: true, Type: LeafType.Condition, Bounds: null } && !IsEvent(node) && !node.Qualifiers.Exists(one => one.Kind is QualifierKind.Status or QualifierKind.Severity))
            {
                node.Qualifiers.InsertRange(0, states.FindAll(state => !(node.Wording ?? node.Concept.Name).Contains(state.Value, StringComparison.Ordinal)).ConvertAll(state => state with { OfClass = true }));
                node.Bounds = grade;
            }
        }

        if (owner.Link == Link.Or && nodes.Count > 1 && nodes[^2] is { IsLeaf: true } twin && twin.Concept == owner.Concept)
        {
            // "asymptomatic or stable atopic disease (asthma, rhinitis)"
            Doubt(twin, inner.Predicate!.Span, Reasons.Ambiguous);
        }

        return true;
    }

    private static Predicate.All TooWide(Predicate own) => new([own, new Predicate.Unread(Reasons.TooGeneral) { Span = own.Span }]) { Span = own.Span };

    // "oral drugs", "chronic disease", "concomitant medications": all of them could not be meant. "Serious disease" could.
    private bool IsWide(Node node) =>
        !underDenial && node is { IsLeaf: true, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure, Bounds: null, Except: null } && node.Qualifiers.TrueForAll(LeavesWide)
        && Array.TrueForAll((node.Entry?.Name ?? node.Concept.Name).Split(' '), word => word is not ("serious" or "severe" or "uncontrolled" or "unstable" or "acute") && (General.Contains(word) || Classless.Contains(word) || word is "systemic" or "oral" or "topical"));

    private static bool LeavesWide(Qualifier one) =>
        one.Kind == QualifierKind.Route || one.Value is "other" or "another" or "additional" or "chronic" or "systemic" or "stable" or "concomitant" or "investigational" or "other or another";
}

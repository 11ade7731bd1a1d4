namespace Trialist.Criteria.Islands;

/// <summary>
/// Brackets what a sentence leaves open: "X with A or B", "A and B or C". Where the kinds of fact or a comma tell, they decide;
/// where nothing tells, the join is kept as an unread gap, so that the whole can be false or unknown but never wrongly true.
/// </summary>
internal static class Joining
{
    /// <summary>The predicate of one clause whose links are only <see cref="Link.With"/>, <see cref="Link.Adjacent"/>, <see cref="Link.And"/> and <see cref="Link.Or"/>.</summary>
    public static Predicate Of(List<Node> nodes)
    {
        TextSpan? unclear = null;
        nodes = Gathered(nodes);
        var units = new List<Unit>(nodes.Count);
        for (var i = 0; i < nodes.Count;)
        {
            units.Add(ReadUnit(nodes, ref i, ref unclear));
        }

        DoubtShared(nodes, units, ref unclear);
        DoubtGroups(nodes, ref unclear);
        var joined = Join(units, ref unclear);
        return unclear is { } gap ? new Predicate.All([joined, new Predicate.Unread(Reasons.BelongTogether) { Span = gap }]) { Span = joined.Span } : joined;
    }

    // "autoimmune or inflammatory disorders requiring steroids": what is said behind is of both, which share their noun.
    private static List<Node> Gathered(List<Node> nodes)
    {
        for (var last = 1; last + 1 < nodes.Count; last++)
        {
            var first = last;
            while (first > 0 && nodes[first] is { IsLeaf: true, SharesNoun: true, Link: Link.Or } && nodes[first - 1].IsLeaf && nodes[first - 1].Type == nodes[last].Type)
            {
                first--;
            }

            if (first == last || nodes[last + 1].Link is not (Link.With or Link.Adjacent) || nodes[last + 1].SharesNoun)
            {
                continue;
            }

            var members = nodes[first..(last + 1)];
            var whole = TreeBuilder.Join(members.ConvertAll(node => node.ToPredicate()), any: true)!;
            var all = new Node { Span = whole.Span, Whole = whole, Link = members[0].Link, AfterComma = members[0].AfterComma, AfterVerb = members[0].AfterVerb, Relation = members[0].Relation };
            return Gathered([.. nodes[..first], all, .. nodes[(last + 1)..]]);
        }

        return nodes;
    }

    /// <summary>Facts that stand together ("asthma requiring steroids") and how they join what is before them.</summary>
    private readonly record struct Unit(Predicate Predicate, Link Link, bool AfterComma, Family Family)
    {
        /// <summary>True when more than its name is asked of it.</summary>
        public bool Narrowed { get; init; }

        /// <summary>True when it speaks of others than those before it.</summary>
        public bool OfOthers { get; init; }
    }

    /// <summary>Kinds of fact that are listed with each other.</summary>
    private enum Family : byte
    {
        Disease,
        Care,
        Value,
        Person,
        Judged,
        Other,
    }

    private static Unit ReadUnit(List<Node> nodes, ref int at, ref TextSpan? unclear)
    {
        var first = nodes[at];
        at++;
        if (at == nodes.Count || nodes[at].Link is not (Link.With or Link.Adjacent))
        {
            return new Unit(first.ToPredicate(), first.Link, first.AfterComma, FamilyOf(first)) { OfOthers = SpeaksOfOthers(first) };
        }

        var together = new List<Predicate> { first.ToPredicate() };
        while (at < nodes.Count && nodes[at].Link is Link.With or Link.Adjacent)
        {
            if (nodes[at] is { IsLeaf: true, Type: LeafType.Pregnancy or LeafType.Lactation } && nodes[at - 1] is { IsLeaf: true, Type: LeafType.Pregnancy or LeafType.Lactation } && nodes[at].Type != nodes[at - 1].Type)
            {
                // "pregnancy-lactation": nobody asks for both.
                together = [TreeBuilder.Join([together[0], nodes[at].ToPredicate()], any: true)!, .. together[1..]];
                at++;
                continue;
            }

            if (nodes[at] is { IsLeaf: true, Link: Link.Adjacent } && nodes[at - 1].IsLeaf && !IsRelated(nodes[at - 1], nodes[at]) && !MarksDisease(nodes[at - 1], nodes[at]) && FamilyOf(nodes[at]) <= Family.Care && FamilyOf(nodes[at - 1]) <= Family.Care)
            {
                // Two names without a joining word: one name that no table knows, or one is said of the other.
                unclear ??= nodes[at - 1].Span.Union(nodes[at].Span);
            }

            if (nodes[at].Link == Link.Adjacent && (MarksDisease(nodes[at - 1], nodes[at]) || IsMarked(nodes[at - 1], nodes[at])))
            {
                // "CD123+ leukemia", "leukemia that is CD123+": the marker is of the disease; of one of two markers it is not said.
                unclear ??= IsListedMarker(nodes, at - 1) ? nodes[at - 1].Span.Union(nodes[at].Span) : null;
            }
            else if (nodes[at].Link == Link.Adjacent && !Leads(nodes[at - 1]) && !Leads(nodes[at]) && !AreOfSmoking(nodes[at - 1], nodes[at]) && !IsWhealOf(nodes[at - 1], nodes[at]) && !(nodes[at - 1].Concept.Name == "measurable disease" && nodes[at].Type == LeafType.Count) && ((OfStudy(nodes[at - 1]) || OfStudy(nodes[at])) && !(nodes[at].Relation == Relation.With && IsFoundWith(nodes[at - 1], nodes[at])) || !StandsBeside(nodes[at - 1], nodes[at])))
            {
                unclear ??= nodes[at - 1].Span.Union(nodes[at].Span);
            }

            var members = new List<Predicate> { nodes[at].ToPredicate() };
            var inner = FamilyOf(nodes[at]);
            at++;

            // "asthma requiring steroids or omalizumab": the alternative is of the kind of what it stands beside.
            while (at < nodes.Count && nodes[at].Link == Link.Or && BelongsInside(FamilyOf(first), inner, nodes, at, ref unclear))
            {
                members.Add(nodes[at].ToPredicate());
                at++;
            }

            together.Add(TreeBuilder.Join(members, any: true)!);
        }

        return new Unit(TreeBuilder.Join(together, any: false)!, first.Link, first.AfterComma, FamilyOf(first)) { Narrowed = together.Count > 1, OfOthers = SpeaksOfOthers(first) };
    }

    // A marker with its result beside a disease, one right behind the other or with "that is" between them.
    private static bool IsMarked(Node one, Node two) =>
        two.Span.Start - one.Span.End <= LongestRelative && ((HasResult(one) && two is { IsLeaf: true, Type: LeafType.Condition, Bounds: null }) || (HasResult(two) && one is { IsLeaf: true, Type: LeafType.Condition, Bounds: null }));

    /// <summary>The words that join a disease and its marker ("which is") are no longer.</summary>
    private const int LongestRelative = 12;

    private static bool HasResult(Node node) =>
        node is { IsLeaf: true, Type: LeafType.Biomarker, Bounds: null } && (node.Concept.Name.EndsWith(" positive", StringComparison.Ordinal) || node.Concept.Name.EndsWith(" negative", StringComparison.Ordinal) || node.Qualifiers.Exists(one => one is { Kind: QualifierKind.Result, Value: "positive" or "negative" }));

    // "HER2+ or ER+ breast cancer": whether the disease is of both is not said.
    private static bool IsListedMarker(List<Node> nodes, int at) =>
        at > 0 && nodes[at] is { IsLeaf: true, Type: LeafType.Biomarker, Link: Link.Or } && nodes[at - 1].Type is LeafType.Biomarker or LeafType.Measurement;

    // "psychiatric illness/social situations that would limit compliance": what stands before such a member is a fact by itself.
    private static bool SpeaksOfOthers(Node node) => node.Qualifiers.Exists(one => one.Value is "other" or "another") || (node is { IsLeaf: true, Type: LeafType.Condition } && (node.Wording ?? node.Concept.Name).Contains("social situation", StringComparison.OrdinalIgnoreCase));

    // "A or B requiring C", "A or B without C": what narrows the last may narrow all.
    private static void DoubtShared(List<Node> nodes, List<Unit> units, ref TextSpan? unclear)
    {
        for (var i = 1; i < units.Count; i++)
        {
            if (i + 1 < units.Count && units[i].AfterComma && units[i + 1] is { AfterComma: true, Link: Link.Or })
            {
                // "fibrosis, pneumonitis requiring steroids, or active disease": in the midst of a list said of its own member.
                continue;
            }

            if (units[i].Narrowed && !(units[i].OfOthers && nodes.Exists(node => node.Whole is Predicate.Judgement)) && units[i].Link is Link.Or or Link.And && !units[i - 1].Narrowed && units[i].Family == units[i - 1].Family && units[i].Family is Family.Disease or Family.Care)
            {
                unclear ??= Between(units[i - 1].Predicate.Span, units[i].Predicate.Span);
            }
        }
    }

    // "children with allergic diseases, healthy children": two groups of people, of whom nobody belongs to both.
    private static void DoubtGroups(List<Node> nodes, ref TextSpan? unclear)
    {
        var healthy = nodes.FindIndex(node => node is { IsLeaf: true, Type: LeafType.HealthyVolunteer, Link: Link.And });
        if (healthy > 0 && nodes[..healthy].Exists(node => node is { IsLeaf: true, Type: LeafType.Condition or LeafType.Allergy }))
        {
            unclear ??= nodes[healthy].Span;
        }
    }

    // "positive skin prick test with a wheal of ≥ 3 mm"
    private static bool IsWhealOf(Node one, Node two) =>
        one is { IsLeaf: true, Type: LeafType.Biomarker or LeafType.Procedure } && (one.Concept.Name.EndsWith("skin prick test", StringComparison.Ordinal) || one.Concept.Name is "skin test" or "intradermal test") && two is { IsLeaf: true, Type: LeafType.Measurement, Bounds: not null, Concept.Name: "wheal.diameter" };

    // "former smokers with a smoking history of ≥ 10 pack-years": who smoked, and how much.
    private static bool AreOfSmoking(Node one, Node two) =>
        one is { IsLeaf: true, Type: LeafType.Behaviour, Bounds: null, When: null } && two is { IsLeaf: true, Type: LeafType.Behaviour, Bounds: not null } && one.Concept.Name.Contains("smoking", StringComparison.Ordinal) && two.Concept.Name.Contains("smoking", StringComparison.Ordinal);

    private static bool Leads(Node node) => FamilyOf(node) == Family.Person || node is { IsLeaf: true, Type: LeafType.HealthyVolunteer } or { IsLeaf: true, Type: LeafType.Behaviour, Concept.Name: "sexually active" };

    // "COPD (FEV1 < 50 %)", "asthma with FEV1 < 80 %", "platelets ≥ 100 without transfusion", "significant infection".
    private static bool StandsBeside(Node one, Node two) =>
        FamilyOf(one) == Family.Judged || FamilyOf(two) == Family.Judged || one.Whole is Predicate.Not || two.Whole is Predicate.Not || one.Whole is Predicate.Unread || two.Whole is Predicate.Unread || IsRelated(one, two)
        || (FamilyOf(two) == Family.Value && FamilyOf(one) is Family.Disease or Family.Value)
        || (FamilyOf(one) == Family.Value && FamilyOf(two) == Family.Disease && one.Type == LeafType.Score);

    // Studies, manners, allergies, languages, actions: none is a property of the fact beside it.
    private static bool OfStudy(Node node) => node.IsLeaf && node.Type is LeafType.Participation or LeafType.Behaviour or LeafType.Language or LeafType.Allergy or LeafType.Biomarker or LeafType.Lines or LeafType.Count;

    // "HER2-positive tumour", "a tumour that is microsatellite stable": the marker is of the disease.
    private static bool MarksDisease(Node one, Node two) =>
        one.IsLeaf && two.IsLeaf && two.Link == Link.Adjacent
        && ((one.Type == LeafType.Biomarker && two.Type == LeafType.Condition && two.Touches && SaysResult(one)) || (one.Type == LeafType.Condition && two.Type == LeafType.Biomarker && two.Relation == Relation.With));

    private static bool SaysResult(Node marker) =>
        marker.Qualifiers.Exists(one => one.Kind == QualifierKind.Result) || marker.Concept.Name.EndsWith(" positive", StringComparison.Ordinal) || marker.Concept.Name.EndsWith(" negative", StringComparison.Ordinal);

    // "asthma, treated with steroids", "a tumour with measurable disease".
    private static bool IsRelated(Node one, Node two) =>
        (two.Relation == Relation.With && IsFoundWith(one, two)) || (two.Relation == Relation.Care ? two.Type == LeafType.Treatment : two.Relation == Relation.With && FamilyOf(one) == Family.Disease && FamilyOf(two) == Family.Disease);

    // "HCV antibody with detectable HCV RNA", "echocardiogram with LVEF ≥ 50 %", "asthma with a positive challenge": both.
    private static bool IsFoundWith(Node one, Node two) =>
        (one is { IsLeaf: true, Type: LeafType.Biomarker } && two is { IsLeaf: true, Type: LeafType.Biomarker } && HasSomeResult(one) && HasSomeResult(two))
        || (one is { IsLeaf: true, Type: LeafType.Procedure } && two is { IsLeaf: true, Type: LeafType.Measurement, Bounds: not null })
        || (one is { IsLeaf: true, Type: LeafType.Condition } && two is { IsLeaf: true, Type: LeafType.Procedure, Bounds: null } && HasSomeResult(two));

    private static bool HasSomeResult(Node node) => node.Qualifiers.Exists(one => one.Kind == QualifierKind.Result) || HasResult(node);

    private static bool BelongsInside(Family outer, Family inner, List<Node> nodes, int at, ref TextSpan? unclear)
    {
        var next = FamilyOf(nodes[at]);
        if (nodes[at].AfterVerb && next == inner)
        {
            // "A requiring B or is receiving C": a verb of its own may be said of the person, not of A.
            unclear ??= Between(nodes[at - 1].Span, nodes[at].Span);
            return false;
        }

        if (nodes[at].SharesNoun && outer == Family.Judged)
        {
            // "clinically relevant bacterial or viral infection": the adjective is said of their common noun.
            return true;
        }

        if (next == inner && next != outer)
        {
            // A comma may as well end what was narrowed; the narrower reading would drop an alternative.
            if (outer == Family.Judged || (at + 1 < nodes.Count && nodes[at + 1].Link is Link.With))
            {
                unclear ??= Between(nodes[at - 1].Span, nodes[at].Span);
            }

            return true;
        }

        if (outer == Family.Person && next != inner && next <= Family.Care && inner <= Family.Care)
        {
            // "minors with immunodeficiency or immunosuppressive treatment"
            unclear ??= Between(nodes[at - 1].Span, nodes[at].Span);
        }

        if (next == inner && next == outer && outer != Family.Value)
        {
            unclear ??= Between(nodes[at - 1].Span, nodes[at].Span);
        }

        return false;
    }

    private static Predicate Join(List<Unit> units, ref TextSpan? unclear)
    {
        if (units.Count == 1)
        {
            return units[0].Predicate;
        }

        var tightOr = false;
        var tightAnd = false;
        for (var i = 2; i < units.Count; i++)
        {
            if (units[i].Link != units[i - 1].Link)
            {
                var vote = Vote(units[i - 2], units[i - 1], units[i]);
                if (vote is null || (tightOr && vote is Link.And) || (tightAnd && vote is Link.Or))
                {
                    unclear ??= Between(units[i - 1].Predicate.Span, units[i].Predicate.Span);
                }

                tightOr |= vote is Link.Or;
                tightAnd |= vote is Link.And;
            }
        }

        var outer = tightOr && !tightAnd ? Link.And : Link.Or;
        var groups = new List<Predicate>(units.Count);
        var group = new List<Predicate>(units.Count);
        foreach (var unit in units)
        {
            if (group.Count > 0 && unit.Link == outer)
            {
                groups.Add(TreeBuilder.Join(group, any: outer == Link.And)!);
                group.Clear();
            }

            group.Add(unit.Predicate);
        }

        groups.Add(TreeBuilder.Join(group, any: outer == Link.And)!);
        return TreeBuilder.Join(groups, any: outer == Link.Or)!;
    }

    /// <summary>Which of two different links between three facts binds more tightly; null when nothing tells.</summary>
    private static Link? Vote(in Unit one, in Unit two, in Unit three)
    {
        if (two.AfterComma != three.AfterComma)
        {
            // "A and B, or C" and "A, and B or C": what stands without a comma is one.
            return two.AfterComma ? three.Link : two.Link;
        }

        var left = one.Family == two.Family;
        var right = two.Family == three.Family;
        return left == right ? null : left ? two.Link : three.Link;
    }

    // The words that join the two; where they share words, both.
    private static TextSpan Between(TextSpan one, TextSpan two) => one.End < two.Start ? new TextSpan(one.End, two.Start) : one.Union(two);

    /// <summary>True when one is a disease and the other its care or a value.</summary>
    public static bool AreOfDifferentKinds(Node one, Node two) =>
        (FamilyOf(one), FamilyOf(two)) is (Family.Disease, Family.Care or Family.Value) or (Family.Care or Family.Value, Family.Disease);

    private static Family FamilyOf(Node node)
    {
        if (node.IsLeaf)
        {
            return FamilyOf(node.Type);
        }

        return Leaves.FirstOf(node.Whole!) is { } leaf ? FamilyOf(leaf.Type) : node.Whole is Predicate.Judgement ? Family.Judged : Family.Other;
    }

    private static Family FamilyOf(LeafType type) => type switch
    {
        LeafType.Condition or LeafType.Allergy => Family.Disease,
        LeafType.Treatment or LeafType.Procedure => Family.Care,
        LeafType.Measurement or LeafType.Score or LeafType.Count or LeafType.Lines or LeafType.Biomarker or LeafType.LifeExpectancy => Family.Value,
        LeafType.Age or LeafType.Sex or LeafType.Pregnancy or LeafType.Lactation or LeafType.Contraception => Family.Person,
        _ => Family.Other,
    };
}

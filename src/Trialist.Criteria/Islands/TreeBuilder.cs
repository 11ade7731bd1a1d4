namespace Trialist.Criteria.Islands;

/// <summary>Joins the nodes of a criterion into one predicate.</summary>
internal static class TreeBuilder
{
    /// <summary>Joins nodes; null when there are none.</summary>
    /// <param name="nodes">The nodes in printed order, each with its link to the one before.</param>
    /// <param name="exclusion">True where a list says "any of these": in exclusions and under a denial.</param>
    /// <param name="choices">True where one of the sentences is enough.</param>
    public static Predicate? Build(List<Node> nodes, bool exclusion, bool choices = false)
    {
        if (nodes.Count < 2)
        {
            return nodes.Count == 0 ? null : nodes[0].ToPredicate();
        }

        var clauses = new List<Predicate>();
        var from = 0;
        for (var i = 1; i <= nodes.Count; i++)
        {
            if (i == nodes.Count || nodes[i].Link == Link.Strong)
            {
                clauses.Add(BuildClause(i - from == nodes.Count ? nodes : nodes[from..i], exclusion));
                from = i;
            }
        }

        // "male with a weight ≥ 50 kg; female with a weight ≥ 45 kg": nobody is both.
        return Join(clauses, exclusion || choices || (clauses.Count == 2 && SexOf(clauses[0]) is { } one && SexOf(clauses[1]) is { } other && one != other));
    }

    private static string? SexOf(Predicate clause) => clause switch
    {
        Predicate.Leaf { Type: LeafType.Sex, Concept.Name: "male" or "female" } sex => sex.Concept.Name,
        Predicate.All { Items: [Predicate.Leaf { Type: LeafType.Sex, Concept.Name: "male" or "female" } sex, ..] } => sex.Concept.Name,
        _ => null,
    };

    /// <summary>The conjunction or disjunction of the items; the item itself when there is but one.</summary>
    public static Predicate? Join(List<Predicate> items, bool any)
    {
        if (items.Count < 2)
        {
            return items.Count == 0 ? null : items[0];
        }

        var span = items[0].Span;
        var flat = new List<Predicate>(items.Count);
        foreach (var item in items)
        {
            span = span.Union(item.Span);
            switch (item)
            {
                case Predicate.Any inner when any:
                    flat.AddRange(inner.Items.AsSpan());
                    break;
                case Predicate.All inner when !any:
                    flat.AddRange(inner.Items.AsSpan());
                    break;
                case Predicate.Leaf { Type: LeafType.Age } age when !any && flat.FindIndex(one => one is Predicate.Leaf other && other with { Span = age.Span } == age) is >= 0 and var said:
                    // "adults aged 40 to 85 years (≥ 40, ≤ 85)": said twice, by a word for the persons or by numbers; the numbers come last.
                    flat[said] = age;
                    break;
                default:
                    flat.Add(item);
                    break;
            }
        }

        if (flat.Count == 1)
        {
            return flat[0];
        }

        return any ? new Predicate.Any(flat.ToValueList()) { Span = span } : new Predicate.All(flat.ToValueList()) { Span = span };
    }

    private static Predicate BuildClause(List<Node> nodes, bool exclusion)
    {
        if (nodes.Count == 1)
        {
            return nodes[0].ToPredicate();
        }

        SexLimits.Join(nodes);
        if (!exclusion && nodes.Count > 2 && WithAlternatives(nodes) is [_, ..] joined)
        {
            return BuildClause(joined, exclusion);
        }

        if (!exclusion && nodes.Count > 2 && nodes.TrueForAll(node => node.Link is Link.Comma or Link.Strong && node is { IsLeaf: true, Type: LeafType.Condition } or { IsLeaf: true, Concept.Name: "weight.loss" or "temperature" } or { IsLeaf: true, Bounds: null, Type: LeafType.Treatment or LeafType.Procedure or LeafType.Allergy } or { Whole: Predicate.Any } or { Whole: Predicate.All { Items: [Predicate.Leaf { Type: LeafType.Condition, Bounds: null }, Predicate.Any] } }))
        {
            // "hypertension, dyslipidemia, sleep apnea": no word says whether each is asked for.
            var own = nodes[^1].ToPredicate();
            nodes[^1].Whole = new Predicate.All([own, new Predicate.Unread(Reasons.NoJoin) { Span = own.Span }]) { Span = own.Span };
        }

        ResolveCommas(nodes, exclusion);
        if (!exclusion && nodes[0] is { IsLeaf: true, Type: LeafType.Sex, Concept.Name: "male" } && (nodes[1..].TrueForAll(AsksOfWomen) && nodes.Exists(node => !node.IsLeaf) || IsBesideWomen(nodes[1])))
        {
            // "Men and non-pregnant women", "males or non-pregnant females with asthma": men are none.
            nodes = nodes[1..].FindAll(node => node is not { IsLeaf: true, Type: LeafType.Sex, Concept.Name: "female" });
            nodes[0].Link = Link.And;
            nodes.ForEach(node => node.Link = AsksOfWomen(node) ? Link.And : node.Link);
            return Joining.Of(nodes);
        }

        if (!exclusion && FindGroup(nodes) is > 0 and var group)
        {
            return Implication(nodes, group, exclusion);
        }

        return Joining.Of(nodes);
    }

    // "bilirubin ≤ 2 x ULN, AST and ALT ≤ 3 x ULN (≤ 5 x ULN if liver metastases)": the wider limit stands for the limits before it, not for all that is asked. Empty where there is none.
    private static List<Node> WithAlternatives(List<Node> nodes)
    {
        List<Node> joined = [];
        for (var i = nodes.Count - 1; i > 0; i--)
        {
            if (nodes[i] is not { Link: Link.Or, AlternativeOf: not null, Whole: Predicate.All { Items: [Predicate.All or Predicate.Any, ..] } } other || nodes[i - 1] is not { Whole: Predicate.All or Predicate.Any } first)
            {
                continue;
            }

            joined = joined.Count == 0 ? [.. nodes] : joined;
            var whole = Join([first.ToPredicate(), other.ToPredicate()], any: true)!;
            joined[i - 1] = new Node { Span = whole.Span, Whole = whole, Link = first.Link, AfterComma = first.AfterComma, AfterVerb = first.AfterVerb, Relation = first.Relation };
            joined.RemoveAt(i);
        }

        return joined;
    }

    // A comma means what the next "and" or "or" means; in an exclusion a list is a choice, whatever joins it.
    private static void ResolveCommas(List<Node> nodes, bool exclusion)
    {
        var next = exclusion ? Link.Or : Link.And;
        for (var i = nodes.Count - 1; i > 0; i--)
        {
            var node = nodes[i];
            if (node.Link is Link.And or Link.Or)
            {
                next = node.Link;
            }

            if (node.Link == Link.Comma && !exclusion && nodes[i - 1] is { IsLeaf: true, Type: LeafType.Age or LeafType.Sex or LeafType.HealthyVolunteer } who && !(node.IsLeaf && node.Type is LeafType.Age or LeafType.Sex or LeafType.HealthyVolunteer) && who.Link is Link.Strong or Link.Adjacent or Link.With)
            {
                // "aged 18 to 65, with rhinitis or conjunctivitis"
                node.Link = Link.And;
            }
            else if (node.Link is Link.Comma or Link.Strong)
            {
                node.Link = next == Link.Or && !exclusion && i + 1 < nodes.Count && nodes[i + 1].Link == Link.Or && OfOneOrgan(node, nodes[i + 1]) && !OfOneOrgan(nodes[i - 1], node) ? Link.And : next;
            }

            if (exclusion && node.Link is Link.Or && ((OfEitherSex(node) && nodes[i - 1] is { IsLeaf: true, Type: LeafType.Age }) || (OfEitherSex(nodes[i - 1]) && i == 1 && node is { IsLeaf: true, Type: LeafType.Age })))
            {
                // "younger than 18, male or female": everybody is one or the other.
                node.Link = Link.And;
            }

            if (!exclusion && node.Link == Link.And && (ShutOut(nodes[i - 1], node) || IsFurtherKind(nodes[i - 1], node)))
            {
                node.Link = Link.Or;
            }

            if (!exclusion && node.Link == Link.And && Contradicts(nodes[i - 1], node))
            {
                var own = node.ToPredicate();
                node.Whole = new Predicate.All([own, new Predicate.Unread("No value is both.") { Span = own.Span }]) { Span = own.Span };
            }

            if (exclusion && node is { Link: Link.And, IsLeaf: true } && (node.IsGroup || node.Type == LeafType.Sex) && nodes[i - 1] is { IsLeaf: true, Type: LeafType.Pregnancy or LeafType.Lactation })
            {
                // "pregnant women and women of childbearing potential without contraception": others.
                node.Link = Link.Or;
            }

            if (exclusion && node is { Link: Link.And, AfterComma: false } && HoldsOnlyTogether(nodes, i))
            {
                continue;
            }

            if (exclusion && node.Link == Link.And && ((!NarrowsBeside(nodes[i - 1], node) && !NarrowsBeside(node, nodes[i - 1])) || (node is { IsLeaf: true, Type: LeafType.Age } && nodes[i - 1] is { IsLeaf: true, Type: LeafType.Age })))
            {
                if (!node.AfterComma && (node.Qualifiers.Exists(one => one.Value is "untreated") || (node.When is { Relation: TimeRelation.Current, Anchor: null } && Joining.AreOfDifferentKinds(nodes[i - 1], node)) || (nodes[i - 1].Link == Link.Or && !nodes[i - 1].AfterComma && i > 1)))
                {
                    // "infection and current need for antibiotics": a list of two, or both together.
                    var own = node.ToPredicate();
                    node.Whole = new Predicate.All([own, new Predicate.Unread(Reasons.Together) { Span = own.Span }]) { Span = own.Span };
                }

                node.Link = Link.Or;
            }
        }
    }

    // "ALT ≥ 5 x ULN, or ALT ≥ 3 x ULN and bilirubin ≥ 2 x ULN": the lower limit alone would leave the higher one without a meaning.
    private static bool HoldsOnlyTogether(List<Node> nodes, int at)
    {
        if (nodes[at] is not { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement } || nodes[at - 1] is not { IsLeaf: true, Bounds: { } lower, Type: LeafType.Measurement } weak)
        {
            return false;
        }

        for (var i = 0; i < at - 1; i++)
        {
            if (nodes[i] is { IsLeaf: true, Bounds: { } higher } strong && strong.Concept == weak.Concept && higher.Unit == lower.Unit && strong.When == weak.When && ((lower is { Min: { } least, Max: null } && higher is { Min: { } more, Max: null } && least.Value < more.Value) || (lower is { Max: { } most, Min: null } && higher is { Max: { } less, Min: null } && most.Value > less.Value)))
            {
                return true;
            }
        }

        return false;
    }

    // "total IgE < 70 and > 1500 kU/L"
    private static bool Contradicts(Node one, Node other) =>
        one is { IsLeaf: true, Bounds: { } first } && other is { IsLeaf: true, Bounds: { } second } && one.Type == other.Type && one.Concept == other.Concept && first.Unit == second.Unit && one.When == other.When
        && ((first.Max is { } most && second.Min is { } least && most.Value < least.Value) || (first.Min is { } low && second.Max is { } high && high.Value < low.Value));

    // "oesophageal carcinoma and other solid tumours": patients with either, for what is asked for is a kind.
    private static bool IsFurtherKind(Node one, Node other) =>
        one is { IsLeaf: true, Type: LeafType.Condition, Bounds: null } && other is { IsLeaf: true, Type: LeafType.Condition, Bounds: null } && other.Qualifiers.Exists(qualifier => qualifier.Value is "other");

    private static bool OfEitherSex(Node node) => node is { IsLeaf: true, Type: LeafType.Sex, Concept.Name: "male or female" };

    // "ASA 2 and stable ASA 3": nobody has two classes of one scale.
    private static bool ShutOut(Node one, Node other) =>
        one is { IsLeaf: true, Type: LeafType.Score, Bounds: { Min: { } low, Max: { } high } } && other is { IsLeaf: true, Type: LeafType.Score, Bounds: { Min: { } from, Max: { } to } }
        && one.Concept == other.Concept && one.When == other.When && (from.Value > high.Value || to.Value < low.Value);

    // "albumin ≥ 3 g/dL, creatinine ≤ 1.5 x ULN or creatinine clearance ≥ 50 mL/min": the choice is between the two of the kidney.
    private static bool OfOneOrgan(Node one, Node other) =>
        one is { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement } && other is { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement } && (one.Concept.Name, other.Concept.Name) is
            ("creatinine", "creatinine.clearance" or "egfr") or ("creatinine.clearance" or "egfr", "creatinine") or ("creatinine.clearance", "egfr") or ("egfr", "creatinine.clearance") or ("inr", "pt") or ("pt", "inr") or ("pt", "aptt") or ("ast", "alt") or ("alt", "ast");

    // "Female and not using contraception", "weight below 48 kg and younger than 18": both hold.
    private static bool NarrowsBeside(Node node, Node other) => Narrows(node) && !(node is { IsLeaf: true, Type: LeafType.Contraception } && other is { IsLeaf: true, Type: LeafType.Treatment });

    private static bool Narrows(Node node) =>
        node.IsLeaf ? node.Type is LeafType.Sex or LeafType.Age or LeafType.Contraception || node.IsGroup : node.Whole is Predicate.Not { Item: not Predicate.Leaf { Type: LeafType.Behaviour or LeafType.Consent } } or Predicate.Unread;

    // "Women of childbearing potential must have a negative test": who is not one of them is not asked.
    private static int FindGroup(List<Node> nodes)
    {
        var count = 0;
        while (count < nodes.Count && (nodes[count].IsGroup || (count == 0 && nodes[0] is { IsLeaf: true, Type: LeafType.Sex, Concept.Name: "male or female" } && nodes[1] is { IsGroup: true, Link: Link.Adjacent or Link.With })))
        {
            count++;
        }

        // "Female patients with asthma" asks for women; only what concerns pregnancy is asked of the group alone.
        return count < nodes.Count && !(count == 1 && nodes[0].Concept.Name == "male") && nodes.FindIndex(count, IsReproductive) >= 0 ? count
            : nodes.Count > 1 && nodes[0].IsAsked && !nodes.Exists(node => node.IsLeaf && node.Type == LeafType.Sex && node != nodes[0]) ? Math.Max(1, Math.Min(count, nodes.Count - 1))
            : 0;
    }

    private static bool IsReproductive(Node node) =>
        node.IsLeaf ? node.Type is LeafType.Pregnancy or LeafType.Lactation or LeafType.Contraception
        : Leaves.Exist(node.Whole!, leaf => leaf.Type is LeafType.Pregnancy or LeafType.Lactation or LeafType.Contraception);

    private static bool AsksOfWomen(Node node) => node.Whole is Predicate.Not { Item: Predicate.Leaf { Type: LeafType.Pregnancy or LeafType.Lactation } } || node is { IsLeaf: true, Type: LeafType.Age };

    private static bool IsBesideWomen(Node node) => node.Link is Link.And or Link.Or && node.Whole is Predicate.Not { Item: Predicate.Leaf { Type: LeafType.Pregnancy } };

    private static Predicate.Any Implication(List<Node> nodes, int group, bool exclusion)
    {
        var who = nodes[..group].ConvertAll(node => node.ToPredicate());
        var asked = nodes[group..];
        asked[0].Link = Link.And;
        // "Men and women of childbearing potential": nobody is both.
        var ofBoth = nodes[0].Concept.Name == "male" && group > 1 && nodes[1].Link == Link.And;
        var condition = Join(who, any: ofBoth || nodes[..group].Exists(node => node.Link == Link.Or))!;
        var consequence = BuildClause(asked, exclusion);
        return new Predicate.Any([new Predicate.Not(condition) { Span = condition.Span }, consequence]) { Span = condition.Span.Union(consequence.Span) };
    }
}

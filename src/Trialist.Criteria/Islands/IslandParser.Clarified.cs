using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>What the words around a finished fact still say of it: a change of a value, "or equivalent", "alone".</content>
internal sealed partial class IslandParser
{
    private const string Equivalent = "or equivalent";

    /// <summary>"or equivalent" stands so near behind its drug or dose.</summary>
    private const int LongestWayToEquivalent = 28;

    private static readonly string[] Rising = ["increase in ", "increases in ", "elevation in ", "elevations in "];

    private static readonly string[] Falling = ["reduction in ", "reductions in "];

    private void Clarify(Node node)
    {
        NameCells(node);
        NameChange(node);
        NameEquivalent(node);
        if (node is { IsLeaf: true, Type: not (LeafType.Treatment or LeafType.Procedure) } && node.Qualifiers.FindIndex(one => one is { Kind: QualifierKind.Role, Value: "monotherapy" }) is >= 0 and var alone)
        {
            // "carcinoma in situ alone"
            node.Qualifiers[alone] = new Qualifier(QualifierKind.Role, "alone");
        }
    }

    private static readonly string[] CellGrowths = [" skin cancer", " carcinoma", " cancer"];

    // "basal cells or squamous cell skin cancer": the noun is said once, at the last.
    private void NameCells(Node node)
    {
        if (node is not { IsLeaf: true, Type: LeafType.Condition, Bounds: null } || (node.Wording ?? node.Concept.Name) is var cells && !(cells.EndsWith(" cell", StringComparison.Ordinal) || cells.EndsWith(" cells", StringComparison.Ordinal))
            || nodes.IndexOf(node) + 1 is var next && (next >= nodes.Count || nodes[next] is not { IsLeaf: true, Link: Link.Or or Link.And or Link.Comma, Type: LeafType.Condition }))
        {
            return;
        }

        var named = Spelled(nodes[next].Span);
        foreach (var growth in CellGrowths)
        {
            if (named.Contains(growth, StringComparison.Ordinal))
            {
                var name = cells.TrimEnd('s') + growth;
                var known = lexicon.ByName(name) ?? (lexicon.Find(name) is [{ LeafType: LeafType.Condition } entry, ..] ? entry : null);
                (node.Entry, node.Concept, node.Wording) = (known, known?.Concept ?? new Concept(name), known is null || known.Name == name ? null : name);
                return;
            }
        }
    }

    // "currently treated with A; B and C": the verb is said once.
    private void ShareCurrentTreatment()
    {
        for (var i = 1; i < nodes.Count; i++)
        {
            if (nodes[i] is { IsLeaf: true, Type: LeafType.Treatment, When: null, Except: null } node && nodes[i - 1] is { IsLeaf: true, Type: LeafType.Treatment, When: { Relation: TimeRelation.Current, Anchor: null } now } before
                && Joins(before.Span.End, node.Span.Start) is var joint && (node.Link == Link.Strong ? joint is ";" : joint is "and" or "or" or "," or ", and" or ", or" && nodes[1..i].Exists(one => one.Link == Link.Strong)))
            {
                node.When = now;
            }
        }
    }

    // "written assent from all subjects less than 18 years": asked of them alone.
    private void AskConsentOfSome()
    {
        for (var i = nodes.Count - 1; i > 0 && !exclusion && depth == 0; i--)
        {
            if (nodes[i] is { IsLeaf: true, Type: LeafType.Age, Bounds: { Min: null }, Link: Link.Adjacent or Link.With } age && nodes[i - 1] is { IsLeaf: true, Type: LeafType.Consent } asked)
            {
                var whom = age.ToPredicate();
                asked.Whole = new Predicate.Any([new Predicate.Not(whom) { Span = whom.Span }, asked.ToPredicate()]) { Span = asked.Span.Union(age.Span) };
                asked.Span = asked.Whole.Span;
                nodes.RemoveAt(i);
            }
        }
    }

    // The words between two names, without an abbreviation in brackets.
    private string Joins(int from, int to)
    {
        var between = to > from ? text[from..to].Trim() : "";
        return between.StartsWith('(') && between.IndexOf(')', StringComparison.Ordinal) is > 0 and var close ? between[(close + 1)..].Trim() : between;
    }

    // "Female participants must be postmenopausal": men are not asked.
    private void MarkAsked()
    {
        for (var i = 0; !exclusion && depth == 0 && i + 1 < nodes.Count; i++)
        {
            if ((i == 0 || unread.Count == 0) && nodes[i] is { IsLeaf: true, Type: LeafType.Sex, Concept.Name: "female" or "male", Link: Link.Strong } who && nodes[i + 1] is { Link: Link.Adjacent or Link.With } first && first.Span.Start > who.Span.End)
            {
                who.IsAsked |= HasWord(text.AsSpan(who.Span.End, Math.Min(textEnd, first.Span.Start + "must".Length) - who.Span.End), "must");
            }
        }
    }

    private static readonly HashSet<string> OfSpread = new(StringComparer.Ordinal) { "metastatic", "locally advanced", "advanced", "unresectable", "recurrent", "relapsed", "refractory" };

    // "metastatic or recurrent breast cancer, ovarian cancer or melanoma": the adjectives may be of all.
    private void DoubtAdjectivesOfList()
    {
        for (var i = 0; !exclusion && depth == 0 && i + 2 < nodes.Count; i++)
        {
            if (nodes[i] is not { IsLeaf: true, Type: LeafType.Condition, Bounds: null } first || nodes[i + 1] is not { IsLeaf: true, Link: Link.Or } twin || twin.Concept != first.Concept || !Spreads(first) || !Spreads(twin))
            {
                continue;
            }

            for (var j = i + 2; j < nodes.Count && nodes[j].Link is Link.Comma or Link.Or && nodes[j] is { IsLeaf: true, Type: LeafType.Condition, Bounds: null } member; j++)
            {
                if (member.Concept != first.Concept && member.Qualifiers.Count == 0)
                {
                    unread.Add(new UnreadWords(member.Span, Reasons.Ambiguous));
                    Doubt(member, member.Span, Reasons.Ambiguous);
                }
            }
        }
    }

    private static bool Spreads(Node node) => node.Qualifiers.Exists(one => OfSpread.Contains(one.Value));

    // "an increase in creatinine of > 0.5 mg/dL" limits how much it rose, not how high it is.
    private void NameChange(Node node)
    {
        if (node is not { IsLeaf: true, Bounds: { Unit: not (Units.UpperLimitOfNormal or Units.LowerLimitOfNormal) }, Type: LeafType.Measurement or LeafType.Score } || node.Qualifiers.FindIndex(one => one is { Kind: QualifierKind.Result, Value: "elevated" or "reduced" }) is not (>= 0 and var side))
        {
            return;
        }

        var words = text[node.Span.Start..node.Span.End];
        var change = StartsWithAny(words, Rising) ? "increase in" : StartsWithAny(words, Falling) ? "reduction in" : null;
        if (change is null)
        {
            return;
        }

        node.Qualifiers.RemoveAt(side);
        (node.Concept, node.Entry, node.Wording) = (new Concept($"{change} {node.Wording ?? node.Concept.Name}"), null, null);
    }

    // "If no liver metastases, bilirubin > 1.5 x ULN; or Gilbert syndrome or liver metastases, bilirubin > 3 x ULN": the wider limit is of those before it.
    private void DoubtSecondLimit()
    {
        if (!exclusion || depth > 0)
        {
            return;
        }

        for (var i = 1; i < nodes.Count; i++)
        {
            if (nodes[i] is not { IsLeaf: true, Type: LeafType.Measurement, Bounds: { Min: { } second, Max: null } } wider)
            {
                continue;
            }

            var first = nodes.FindIndex(0, i, node => node.Whole is Predicate.All { Items: [Predicate.Not, Predicate.Leaf { Bounds: { Min: { } usual, Max: null } } limit] } && limit.Concept == wider.Concept && second.Value > usual.Value);
            for (var between = first + 1; first >= 0 && between <= i; between++)
            {
                Doubt(nodes[between], wider.Span, "It is not clear whom this limit is for.");
            }

            if (first >= 0)
            {
                unread.Add(new UnreadWords(wider.Span, "It is not clear whom this limit is for."));
            }
        }
    }

    // "fluticasone > 500 µg/day or equivalent": another drug in as high a dose will do; a class of drugs holds them all anyway.
    private void NameEquivalent(Node node)
    {
        if (node is not { IsLeaf: true, Type: LeafType.Treatment } || (node.Wording ?? node.Concept.Name) is var name && (name.EndsWith(Equivalent, StringComparison.Ordinal) || name == "corticosteroid"))
        {
            return;
        }

        var behind = text.AsSpan(node.Span.End, Math.Min(LongestWayToEquivalent, textEnd - node.Span.End));
        var place = behind.IndexOf("equivalent", StringComparison.OrdinalIgnoreCase);
        if (place < 0 || !(HasWord(behind[..place], "or") && behind[..place].IndexOfAny(",;.") < 0) || behind.Contains("equivalent symptom", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        node.Wording = $"{node.Wording ?? node.Concept.Name} {Equivalent}";
        node.Span = new TextSpan(node.Span.Start, node.Span.End + place + "equivalent".Length);
    }
}

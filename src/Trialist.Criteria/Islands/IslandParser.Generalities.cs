namespace Trialist.Criteria.Islands;

/// <content>Nouns that name no fact of their own: "any condition that …".</content>
internal sealed partial class IslandParser
{
    // "any medical condition that …": the general noun is what is judged, not a fact of its own.
    private int? TakeGeneral(int? start)
    {
        Node? last = null;

        // "Any disease or condition that, in the opinion of the investigator, …": all of the general nouns before it.
        while (nodes.Count > 0 && nodes[^1].Whole is null or Predicate.Unread && nodes[^1].Except is null && nodes[^1].Bounds is null && (IsGeneral(nodes[^1].Span) || (start is not null && IsGeneralAdjective(nodes[^1])))
            && (link is Link.Adjacent or Link.With or Link.Comma || (start is not null && link is Link.Or or Link.And)))
        {
            var taken = nodes[^1];
            nodes.RemoveAt(nodes.Count - 1);
            last = taken;
            unread.RemoveAll(words => words.Span == taken.Span);
            link = taken.Link;
            start = taken.Span.Start;
            if (nodes.Count > 0 && nodes[^1].Whole is Predicate.Judgement && link == Link.Adjacent)
            {
                // "any other significant condition that …": its adjective too.
                start = nodes[^1].Span.Start;
                link = nodes[^1].Link;
                nodes.RemoveAt(nodes.Count - 1);
            }
        }

        if (last is { } taker)
        {
            DoubtSharers(taker);
        }

        return start;
    }

    // "renal, hepatic or any other disease which …": what is judged may be each of those that share the noun.
    private void DoubtSharers(Node taken)
    {
        for (var (i, shares) = (nodes.Count - 1, taken.SharesNoun); i >= 0 && shares && nodes[i] is { IsLeaf: true, Type: LeafType.Condition }; i--)
        {
            shares = nodes[i].SharesNoun;
            Doubt(nodes[i], taken.Span, Reasons.Ambiguous);
        }
    }

    // "a medical, psychiatric or social condition which …": the adjectives share the noun.
    private bool IsGeneralAdjective(Node node) => node is { IsLeaf: true, Type: LeafType.Condition } && node.Span.Of(text) is var word && !word.Contains(' ', StringComparison.Ordinal) && IsLooseAdjective(word) && !ListsOrgans();

    // "endocrine, immunological or psychiatric disease which …": a list of diseases.
    private bool ListsOrgans()
    {
        for (var i = nodes.Count - 1; i > 0 && nodes[i].SharesNoun; i--)
        {
            if (!OfNoOrgan.Contains(Spelled(nodes[i].Span)) || !(OfNoOrgan.Contains(Spelled(nodes[i - 1].Span)) || nodes[i - 1].SharesNoun))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly HashSet<string> OfNoOrgan = new(StringComparer.Ordinal) { "medical", "clinical", "social", "psychological", "psychiatric", "mental", "emotional", "familial", "sociological", "geographical", "personal", "surgical", "physical", "general", "psychosocial" };

    private bool IsGeneral(TextSpan span)
    {
        foreach (var word in Spelled(span).Split(' '))
        {
            if (!General.Contains(word))
            {
                return false;
            }
        }

        return true;
    }

    private static readonly HashSet<string> General = new(StringComparer.Ordinal)
    {
        "any", "other", "another", "therapy", "treatment", "abnormality", "medical", "clinical", "condition", "conditions", "disease", "diseases",
        "illness", "illnesses", "situation", "situations", "circumstance", "circumstances", "reason", "reasons", "finding", "findings", "factor",
        "factors",
        "disorder", "disorders", "problem", "problems", "issue", "issues", "abnormality", "abnormalities", "serious", "severe", "uncontrolled",
        "concurrent", "concomitant", "underlying", "acute", "chronic", "social", "psychological", "physical", "laboratory", "history", "or", "and",
        "and/or", "state", "unstable", "active", "current", "evidence", "comorbidity", "comorbidities", "intercurrent", "pre-existing",
    };
}

namespace Trialist.Matching;

/// <summary>A criterion with what is listed under it.</summary>
internal sealed record CriterionNode(Criterion Criterion)
{
    public List<CriterionNode> Children { get; } = [];

    /// <summary>The top criteria of a document in printed order; notes ask nothing and are left out, and what is asked of one sex is conditional on it.</summary>
    public static List<CriterionNode> Tree(CriteriaDocument document, EligibilityRules rules)
    {
        List<CriterionNode> top = [];
        var byId = new Dictionary<string, CriterionNode>(StringComparer.Ordinal);
        foreach (var criterion in document.Criteria)
        {
            if (criterion.Kind == CriterionKind.Note)
            {
                continue;
            }

            // A parent stands before its children; one that is missing must not hide them.
            var siblings = criterion.Parent is { } parent && byId.TryGetValue(parent, out var above) ? above.Children : top;
            var node = new CriterionNode(SexConditions.Of(Apart(criterion), rules.Sex));
            byId.TryAdd(criterion.Id, node);
            siblings.Add(node);
        }

        return top;
    }

    // "Heart failure, NYHA class III": records hold the disease and its class as two facts.
    private static Criterion Apart(Criterion criterion) =>
        criterion.Predicate is { } predicate && GradedDisease.Apart(predicate) is var apart && !ReferenceEquals(apart, predicate) ? criterion with { Predicate = apart } : criterion;
}

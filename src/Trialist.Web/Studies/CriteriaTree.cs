namespace Trialist.Web.Studies;

/// <summary>Criteria as a page lists them: sections in printed order, children under their parents.</summary>
internal sealed record CriteriaTree(IReadOnlyList<CriteriaTree.Section> Sections)
{
    /// <summary>A run of criteria of one kind, with the notes that stand before or between them.</summary>
    internal sealed record Section(CriterionKind Kind, IReadOnlyList<Node> Nodes);

    internal sealed record Node(Criterion Criterion, IReadOnlyList<Node> Children);

    public static CriteriaTree Of(CriteriaDocument document)
    {
        var children = document.Criteria.Where(criterion => criterion.Parent is not null).ToLookup(criterion => criterion.Parent!);
        var ids = document.Criteria.Select(criterion => criterion.Id).ToHashSet(StringComparer.Ordinal);
        var sections = new List<Section>();
        var waiting = new List<Node>();
        List<Node>? open = null;
        // A criterion whose parent is not there is shown at the top rather than lost.
        foreach (var criterion in document.Criteria.Where(criterion => criterion.Parent is null || !ids.Contains(criterion.Parent)))
        {
            var node = NodeOf(criterion, children, depth: 0);
            if (criterion.Kind == CriterionKind.Note)
            {
                waiting.Add(node);
                continue;
            }

            if (open is null || sections[^1].Kind != criterion.Kind)
            {
                sections.Add(new Section(criterion.Kind, open = []));
            }

            open.AddRange(waiting);
            open.Add(node);
            waiting.Clear();
        }

        if (waiting.Count > 0)
        {
            sections.Add(new Section(CriterionKind.Note, waiting));
        }

        return new CriteriaTree(sections);
    }

    private static Node NodeOf(Criterion criterion, ILookup<string, Criterion> children, int depth) =>
        new(criterion, depth > 32 ? [] : [.. children[criterion.Id].Select(child => NodeOf(child, children, depth + 1))]);
}

namespace Trialist.Evaluation.Forms;

/// <summary>What a criterion asks without its words: kinds of facts, how they join, and numbers. Two readings with the same shape say the same up to names and times.</summary>
/// <param name="Logic">Kinds and joins, such as <c>any(finding,finding)</c>; the parts of a join are in the order of the alphabet.</param>
/// <param name="Kinds">The kinds of all facts, in the order of the alphabet.</param>
/// <param name="Numbers">The bounds, such as <c>>=18</c>, in the order of the alphabet.</param>
internal sealed record CriterionShape(string Logic, string Kinds, string Numbers)
{
    /// <summary>A tree of kinds while it is built.</summary>
    internal abstract record Node
    {
        private Node() { }

        /// <summary>One fact.</summary>
        internal sealed record Fact(string Kind) : Node;

        /// <summary>Facts that join.</summary>
        internal sealed record Join(string Word, IReadOnlyList<Node> Parts) : Node;
    }

    /// <summary>The shape of a tree; null parts ask nothing.</summary>
    public static CriterionShape Of(Node? root, IEnumerable<string> numbers)
    {
        var kinds = new List<string>();
        if (root is not null)
        {
            Collect(root, kinds);
        }

        return new CriterionShape(root is null ? "" : Say(root), string.Join(',', kinds.Order(StringComparer.Ordinal)), string.Join(',', numbers.Order(StringComparer.Ordinal)));
    }

    /// <summary>Joins parts: a part alone stays as it is, and what joins alike is one.</summary>
    public static Node? Join(string word, IEnumerable<Node?> parts)
    {
        var flat = parts.OfType<Node>().SelectMany(part => part is Node.Join inner && inner.Word == word && word != "not" ? inner.Parts : [part]).ToList();
        return flat.Count switch
        {
            0 => null,
            1 when word != "not" => flat[0],
            _ => word == "not" && flat[0] is Node.Join { Word: "not" } twice ? twice.Parts[0] : new Node.Join(word, flat),
        };
    }

    private static string Say(Node node) => node switch
    {
        Node.Fact fact => fact.Kind,
        Node.Join join => $"{join.Word}({string.Join(',', join.Parts.Select(Say).Order(StringComparer.Ordinal))})",
    };

    private static void Collect(Node node, List<string> kinds)
    {
        switch (node)
        {
            case Node.Fact fact:
                kinds.Add(fact.Kind);
                break;
            case Node.Join join:
                foreach (var part in join.Parts)
                {
                    Collect(part, kinds);
                }

                break;
        }
    }
}

namespace Trialist.Search.Queries;

/// <summary>What a plain query says.</summary>
internal abstract record QueryNode
{
    private QueryNode() { }

    /// <summary>What must match together; the node itself where it is one.</summary>
    public ValueList<QueryNode> Parts() => this is AllOf all ? all.Items : [this];

    /// <summary>A word as typed.</summary>
    public sealed record Word(string Text) : QueryNode;

    /// <summary>Words in quotes.</summary>
    public sealed record Phrase(string Text) : QueryNode;

    /// <summary>A study's number.</summary>
    public sealed record Study(NctId Id) : QueryNode;

    /// <summary>All must match.</summary>
    public sealed record AllOf(ValueList<QueryNode> Items) : QueryNode;

    /// <summary>One must match.</summary>
    public sealed record AnyOf(ValueList<QueryNode> Items) : QueryNode;

    /// <summary>Must not match.</summary>
    public sealed record Not(QueryNode Item) : QueryNode;
}

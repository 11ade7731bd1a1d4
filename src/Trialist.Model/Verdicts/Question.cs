namespace Trialist.Model.Verdicts;

/// <summary>A missing fact worth asking for.</summary>
/// <param name="Ask">The fact's name, such as <c>ecog</c>.</param>
/// <param name="Text">The question in words.</param>
/// <param name="Decides">How many of the studies considered it could decide.</param>
public sealed record Question(string Ask, string Text, int Decides)
{
    /// <summary>The kind of fact that would answer it; null where several would.</summary>
    public Predicates.LeafType? Asks { get; init; }
}

namespace Trialist.Matching;

/// <summary>The truth of a predicate for a person, with one reason for each leaf in the order of the words.</summary>
/// <param name="Truth">Its truth in Kleene's logic.</param>
/// <param name="Reasons">Why.</param>
public sealed record Evaluation(Truth Truth, ValueList<Reason> Reasons);

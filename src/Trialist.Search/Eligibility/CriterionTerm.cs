namespace Trialist.Search.Eligibility;

/// <summary>What one criterion says of one concept, as searching needs it.</summary>
/// <param name="Type">The kind of fact.</param>
/// <param name="Name">The standard name of the concept, without narrowing words.</param>
/// <param name="Wanted">True when the criterion is met sooner by whoever has it, or whose value lies within the bounds; false when it speaks against taking part.</param>
/// <param name="Decides">True when the wrong answer alone keeps a person out, whatever else is so.</param>
/// <param name="Bounds">The limit on the value; null where only the fact is asked for.</param>
public sealed record CriterionTerm(LeafType Type, string Name, bool Wanted, bool Decides, Bounds? Bounds);

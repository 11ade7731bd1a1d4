namespace Trialist.Matching;

/// <summary>A fact and how its concept stands to the one that is asked for.</summary>
internal readonly record struct RelatedFact(Fact Fact, Kinship Kinship);

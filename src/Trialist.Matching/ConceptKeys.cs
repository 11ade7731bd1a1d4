namespace Trialist.Matching;

/// <summary>Keys under which related concepts find each other: two concepts are related only when a key that one owns is owned by the other or stands above it.</summary>
/// <param name="Own">Keys of the concept itself: its name, its codes, its entries.</param>
/// <param name="Above">Keys of everything that is wider.</param>
public sealed record ConceptKeys(IReadOnlyCollection<string> Own, IReadOnlyCollection<string> Above);

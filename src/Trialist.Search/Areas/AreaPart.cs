namespace Trialist.Search.Areas;

/// <summary>One data piece of a search area.</summary>
/// <param name="Piece">The registry's name of the piece, which is also the name of its field in the index.</param>
/// <param name="Weight">How much a match in it counts, 0 to 1.</param>
/// <param name="IsEnum">True when the piece holds one of a fixed list of values.</param>
/// <param name="Group">Number of the part in the registry's list of areas, 1-based: pieces of one number are listed together.</param>
/// <param name="HasSynonyms">True when other names of what it says are searched too.</param>
public sealed record AreaPart(string Piece, float Weight, bool IsEnum, int Group, bool HasSynonyms);

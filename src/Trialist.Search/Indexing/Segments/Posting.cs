namespace Trialist.Search.Indexing.Segments;

/// <summary>One occurrence of a term in a study.</summary>
/// <param name="Term">Number of the term; its rank once the postings are sorted.</param>
/// <param name="Doc">Number of the study in its segment.</param>
/// <param name="Place">Its place in the field; how often it counts, in a field that keeps no places.</param>
/// <param name="Mark">What the index keeps beside it, see <see cref="PieceToken"/>.</param>
internal readonly record struct Posting(int Term, int Doc, int Place, uint Mark);

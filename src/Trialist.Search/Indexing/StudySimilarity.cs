using Lucene.Net.Search.Similarities;

namespace Trialist.Search.Indexing;

/// <summary>BM25 for every field. Counts in the combined fields are weights times <see cref="AreaWeights.Scale"/>, so saturation is scaled alike.</summary>
internal sealed class StudySimilarity : PerFieldSimilarityWrapper
{
    public static readonly StudySimilarity Instance = new();

    private const float Saturation = 1.2f;

    // Long records are long for reasons of the sponsor, not of the subject: length counts for less than BM25's usual 0.75.
    private const float LengthOfRecord = 0.4f;
    private const float LengthOfPiece = 0.75f;

    private static readonly HashSet<string> Combined = [.. StudyFields.CombinedAreas.Select(area => area.Name)];
    private readonly BM25Similarity ofAreas = new(Saturation * AreaWeights.Scale, LengthOfRecord);
    private readonly BM25Similarity ofPieces = new(Saturation, LengthOfPiece);

    private StudySimilarity() { }

    public override Similarity Get(string field) => Combined.Contains(field) ? ofAreas : ofPieces;
}

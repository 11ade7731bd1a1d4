using Lucene.Net.Search.Similarities;

namespace Trialist.Search.Indexing;

/// <summary>BM25 for every field; in the combined fields by the weight that a count stands for.</summary>
internal sealed class StudySimilarity : PerFieldSimilarityWrapper
{
    public static readonly StudySimilarity Instance = new();

    private const float Saturation = 1.2f;

    // Long records are long for reasons of the sponsor, not of the subject: length counts for less than BM25's usual 0.75.
    private const float LengthOfRecord = 0.4f;
    private const float LengthOfPiece = 0.75f;

    private static readonly HashSet<string> Combined = [.. StudyFields.CombinedAreas.Select(area => area.Name)];
    private readonly WeightSimilarity ofAreas = new(Saturation, LengthOfRecord);
    private readonly BM25Similarity ofPieces = new(Saturation, LengthOfPiece);

    private StudySimilarity() { }

    public override Similarity Get(string field) => Combined.Contains(field) ? ofAreas : ofPieces;
}

namespace Trialist.Matching.Bulk;

/// <summary>A vocabulary that remembers how the concepts of a few leaves stand to recorded ones, also where they do not at all. Not for use by several threads at once.</summary>
/// <param name="vocabulary">The vocabulary.</param>
internal sealed class RememberedKinships(IVocabulary vocabulary) : IVocabulary
{
    private const int MaxRemembered = 100_000;

    private readonly Dictionary<(Concept Asked, Concept Recorded), Kinship> remembered = [];

    /// <inheritdoc />
    public Kinship Relate(Concept asked, Concept recorded)
    {
        if (!remembered.TryGetValue((asked, recorded), out var kinship))
        {
            kinship = vocabulary.Relate(asked, recorded);
            if (remembered.Count < MaxRemembered)
            {
                remembered.Add((asked, recorded), kinship);
            }
        }

        return kinship;
    }

    /// <inheritdoc />
    public ConceptKeys KeysOf(Concept concept) => vocabulary.KeysOf(concept);

    /// <inheritdoc />
    public IReadOnlyList<Concept> KindsOf(Concept analyte) => vocabulary.KindsOf(analyte);

    /// <inheritdoc />
    public decimal? Convert(Concept analyte, decimal value, string from, string to) => vocabulary.Convert(analyte, value, from, to);

    /// <inheritdoc />
    public PlausibleLimit? UpperLimit(Concept analyte) => vocabulary.UpperLimit(analyte);

    /// <inheritdoc />
    public PlausibleLimit? LowerLimit(Concept analyte) => vocabulary.LowerLimit(analyte);
}

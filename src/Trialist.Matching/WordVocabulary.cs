namespace Trialist.Matching;

/// <summary>A vocabulary that knows nothing: concepts are the same when their names or codes are, units are never converted. For tests and as the floor that other vocabularies stand on.</summary>
public sealed class WordVocabulary : IVocabulary
{
    /// <summary>The only one.</summary>
    public static WordVocabulary Instance { get; } = new();

    private WordVocabulary() { }

    /// <inheritdoc />
    public Kinship Relate(Concept asked, Concept recorded)
    {
        if (string.Equals(asked.Name, recorded.Name, StringComparison.OrdinalIgnoreCase))
        {
            return Kinship.Same;
        }

        foreach (var code in asked.Codes)
        {
            if (recorded.Codes.Contains(code))
            {
                return Kinship.Same;
            }
        }

        return Kinship.None;
    }

    /// <inheritdoc />
    public ConceptKeys KeysOf(Concept concept) => new([concept.Name, .. concept.Codes.Select(KeyOf)], []);

    /// <inheritdoc />
    public IReadOnlyList<Concept> KindsOf(Concept analyte) => [];

    /// <summary>A code as a key.</summary>
    internal static string KeyOf(Code code) => $"{code.System}:{code.Value}";

    /// <inheritdoc />
    public decimal? Convert(Concept analyte, decimal value, string from, string to) => from == to ? value : null;

    /// <inheritdoc />
    public PlausibleLimit? UpperLimit(Concept analyte) => null;

    /// <inheritdoc />
    public PlausibleLimit? LowerLimit(Concept analyte) => null;
}

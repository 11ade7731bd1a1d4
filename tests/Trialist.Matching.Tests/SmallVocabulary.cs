namespace Trialist.Matching.Tests;

/// <summary>A vocabulary small enough to see at once, so that the tests of the rules do not move with the lexicon.</summary>
internal sealed class SmallVocabulary : IVocabulary
{
    public static SmallVocabulary Instance { get; } = new();

    private static readonly (string Narrow, string Broad)[] Kinds =
    [
        ("pneumonia", "infection"), ("urinary tract infection", "infection"), ("lung adenocarcinoma", "lung cancer"), ("lung cancer", "cancer"),
        ("basal cell carcinoma", "skin cancer"), ("skin cancer", "cancer"), ("prednisone", "corticosteroid"), ("budesonide", "corticosteroid"),
        ("alt", "transaminases"), ("ast", "transaminases"),
        ("tisagenlecleucel", "car-t cell therapy"),
    ];

    private static readonly (string Analyte, string From, string To, decimal Factor)[] Factors =
    [
        ("creatinine", "mg/dL", "umol/L", 88.4m), ("bilirubin.total", "mg/dL", "umol/L", 17.1m), ("platelets", "/uL", "10*9/L", 0.001m),
    ];

    public Kinship Relate(Concept asked, Concept recorded) =>
        asked.Name == recorded.Name ? Kinship.Same
        : IsKind(recorded.Name, asked.Name) ? Kinship.Narrower
        : IsKind(asked.Name, recorded.Name) ? Kinship.Broader
        : Kinship.None;

    public IReadOnlyList<Concept> KindsOf(Concept analyte) => analyte.Name == "transaminases" ? [new Concept("alt"), new Concept("ast")] : [];

    public ConceptKeys KeysOf(Concept concept) => new([concept.Name], [.. Kinds.Where(kind => IsKind(concept.Name, kind.Broad)).Select(kind => kind.Broad)]);

    public decimal? Convert(Concept analyte, decimal value, string from, string to)
    {
        if (from == to)
        {
            return value;
        }

        foreach (var (name, one, other, factor) in Factors)
        {
            if (name == analyte.Name && one == from && other == to)
            {
                return value * factor;
            }

            if (name == analyte.Name && one == to && other == from)
            {
                return value / factor;
            }
        }

        return null;
    }

    public PlausibleLimit? UpperLimit(Concept analyte) => analyte.Name == "alt" ? new PlausibleLimit(30, 55, "U/L") : null;

    public PlausibleLimit? LowerLimit(Concept analyte) => analyte.Name == "alt" ? new PlausibleLimit(5, 10, "U/L") : null;

    private static bool IsKind(string narrow, string broad) =>
        Kinds.Any(kind => kind.Narrow == narrow && (kind.Broad == broad || IsKind(kind.Broad, broad)));
}

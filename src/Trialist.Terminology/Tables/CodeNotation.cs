namespace Trialist.Terminology.Tables;

/// <summary>Codes as the tables write them: <c>loinc:1975-2</c>.</summary>
internal static class CodeNotation
{
    /// <summary>Parses one code; false when the system is not known or the code is missing.</summary>
    public static bool TryParse(string written, out Code code)
    {
        code = default;
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == written.Length - 1 || SystemOf(written[..colon]) is not { } system)
        {
            return false;
        }

        code = new Code(system, written[(colon + 1)..]);
        return true;
    }

    private static CodeSystem? SystemOf(string name) => name switch
    {
        "loinc" => CodeSystem.Loinc,
        "snomed" => CodeSystem.Snomed,
        "rxnorm" => CodeSystem.RxNorm,
        "icd10cm" => CodeSystem.Icd10Cm,
        "mesh" => CodeSystem.Mesh,
        "doid" => CodeSystem.Doid,
        "ncit" => CodeSystem.Ncit,
        "atc" => CodeSystem.Atc,
        "hgnc" => CodeSystem.Hgnc,
        "cvx" => CodeSystem.Cvx,
        "other" => CodeSystem.Other,
        _ => null,
    };
}

namespace Trialist.Terminology;

/// <summary>The order that the codes themselves carry.</summary>
internal static class CodeOrder
{
    /// <summary>True when the second code is the first one or lies below it by its shape.</summary>
    public static bool Covers(Code broader, Code narrower) =>
        broader.System == narrower.System && (broader.Value == narrower.Value || broader.System switch
        {
            CodeSystem.Icd10Cm => CoversDiagnosis(broader.Value, narrower.Value),
            CodeSystem.Atc => narrower.Value.StartsWith(broader.Value, StringComparison.OrdinalIgnoreCase),
            _ => false,
        });

    // C50 covers C50.911; the block C00-D49 covers every category from C00 to D49.
    private static bool CoversDiagnosis(string broader, string narrower)
    {
        var dash = broader.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0)
        {
            return narrower.Length > broader.Length && narrower.StartsWith(broader, StringComparison.OrdinalIgnoreCase) && !narrower.Contains('-', StringComparison.Ordinal);
        }

        var (first, last) = Ends(broader, dash);
        var inner = narrower.IndexOf('-', StringComparison.Ordinal);
        var (from, to) = inner < 0 ? (narrower, narrower) : Ends(narrower, inner);
        return string.CompareOrdinal(from, first) >= 0 && (string.CompareOrdinal(to, last) <= 0 || to.StartsWith(last, StringComparison.Ordinal));
    }

    private static (string First, string Last) Ends(string block, int dash) => (block[..dash], block[(dash + 1)..]);
}

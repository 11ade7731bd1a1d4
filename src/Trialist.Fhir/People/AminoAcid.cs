namespace Trialist.Fhir.People;

/// <summary>Changes of amino acids in the short form that criteria use: <c>p.Val600Glu</c> is <c>v600e</c>.</summary>
internal static class AminoAcid
{
    // IUPAC-IUB one-letter symbols.
    private const string Symbols = "Ala:a Arg:r Asn:n Asp:d Cys:c Gln:q Glu:e Gly:g His:h Ile:i Leu:l Lys:k Met:m Phe:f Pro:p Ser:s Thr:t Trp:w Tyr:y Val:v Ter:*";

    private static readonly Dictionary<string, string> ByTriple =
        Symbols.Split(' ').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>The short form of a substitution in HGVS notation; null for anything else.</summary>
    public static string? Short(string change)
    {
        var text = change.Trim();
        text = text.StartsWith("p.", StringComparison.OrdinalIgnoreCase) ? text[2..].Trim('(', ')') : text;
        var digits = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits < 1)
        {
            return null;
        }

        var end = digits;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return Letter(text[..digits]) is { } from && Letter(text[end..]) is { } to ? from + text[digits..end] + to : null;
    }

    private static string? Letter(string amino) =>
        amino.Length == 1 && char.IsAsciiLetter(amino[0]) ? amino.ToLowerInvariant() : ByTriple.GetValueOrDefault(amino);
}

using System.Collections.Frozen;
using Trialist.Terminology.Tables;

namespace Trialist.Terminology.Measures;

/// <summary><c>units.tsv</c>: symbols with their size and dimension, and the ways of writing them.</summary>
internal sealed class UnitTable
{
    private static readonly Lazy<UnitTable> Shipped = new(() => new UnitTable(EmbeddedTables.Read("units")));

    private UnitTable(TsvTable table)
    {
        var atoms = new Dictionary<string, UnitAtom>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var atom = new UnitAtom(row["code"], Dimension.Parse(row["dimension"]), Fraction(row, "factor", Rational.One), Fraction(row, "offset", Rational.Zero), [.. row.List("prefixes")]);
            atoms.Add(atom.Code, atom);
            AddSpellings(atom, row);
        }

        Atoms = atoms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static UnitTable Default => Shipped.Value;

    public FrozenDictionary<string, UnitAtom> Atoms { get; }

    public UnitSpellings Spellings { get; } = new();

    /// <summary>True for codes of lengths with any prefix, which may be written with an exponent.</summary>
    public bool IsLength(string code) => code is "m" or "dm" or "cm" or "mm" or "um" or "nm" or "[in_i]" or "[ft_i]";

    private void AddSpellings(UnitAtom atom, TsvRow row)
    {
        foreach (var written in row.List("spellings"))
        {
            var spelling = Spelling.Parse(written);
            var isWord = spelling.Words.Length > 3 && spelling.Words.All(char.IsLower);
            Spellings.Add(spelling.Words, atom.Code, spelling.Capitals);
            if (isWord || (spelling.Words.Length > 6 && spelling.Words.All(c => char.IsLower(c) || c is ' ' or '-')))
            {
                Spellings.Add(spelling.Words + "s", atom.Code, false);
            }

            foreach (var prefix in UnitPrefix.All.Where(prefix => atom.Prefixes.Contains(prefix.Code)))
            {
                foreach (var symbol in prefix.Symbols)
                {
                    // M and m fold to the same letter and differ by nine powers of ten: mega only as it is written.
                    Spellings.Add(symbol + spelling.Words, prefix.Code + atom.Code, spelling.Capitals || prefix.Code == "M");
                }

                if (spelling.Words.Length >= 3 && !spelling.Capitals)
                {
                    Spellings.Add(prefix.Word + spelling.Words, prefix.Code + atom.Code, false);
                    Spellings.Add($"{prefix.Word}{spelling.Words}s", prefix.Code + atom.Code, false);
                }
            }
        }
    }

    private static Rational Fraction(TsvRow row, string column, Rational missing)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            return missing;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? Rational.From(row.ParseNumber(text)) : Rational.From(row.ParseNumber(text[..slash])) / Rational.From(row.ParseNumber(text[(slash + 1)..]));
    }
}

namespace Trialist.Terminology.Packs;

/// <summary>Lists of drugs: RxNorm's concepts (<c>RXNCONSO.RRF</c>) and the products of Drugs@FDA.</summary>
internal static class DrugLists
{
    // Columns of RXNCONSO.RRF: https://www.nlm.nih.gov/research/umls/rxnorm/docs/techdoc.html
    private const int ConceptColumn = 0;
    private const int SourceColumn = 11;
    private const int TypeColumn = 12;
    private const int NameColumn = 14;

    /// <summary>True when a line has the shape of <c>RXNCONSO.RRF</c>.</summary>
    public static bool IsRxNorm(string line) => line.Split('|') is { Length: > NameColumn } cells && cells[ConceptColumn].Length > 0 && cells[ConceptColumn].All(char.IsAsciiDigit);

    /// <summary>Reads ingredients (IN, PIN) and brands; a branded drug (SBD) tells which ingredients a brand has: <c>pembrolizumab 25 MG/ML [Keytruda]</c>.</summary>
    public static PackReading ReadRxNorm(IEnumerable<string> lines)
    {
        var drugs = new DrugNames();
        var branded = new List<string>();
        foreach (var cells in lines.Select(line => line.Split('|')).Where(cells => cells.Length > NameColumn && cells[SourceColumn] == "RXNORM"))
        {
            switch (cells[TypeColumn])
            {
                case "IN" or "PIN": drugs.AddIngredient(cells[NameColumn], cells[TypeColumn] == "IN" ? cells[ConceptColumn] : null); break;
                case "SBD" or "SBDC" or "SBDF": branded.Add(cells[NameColumn]); break;
                default: break;
            }
        }

        foreach (var name in branded)
        {
            AddBranded(drugs, name);
        }

        return drugs.ToPack("RxNorm concepts");
    }

    /// <summary>Reads the product list: columns <c>DrugName</c> and <c>ActiveIngredient</c>, ingredients divided by semicolons.</summary>
    public static PackReading ReadProducts(string header, IEnumerable<string> lines)
    {
        var columns = header.Split('\t');
        var (brand, ingredient) = (Array.IndexOf(columns, "DrugName"), Array.IndexOf(columns, "ActiveIngredient"));
        var drugs = new DrugNames();
        foreach (var cells in lines.Select(line => line.Split('\t')).Where(cells => cells.Length > Math.Max(brand, ingredient)))
        {
            var of = cells[ingredient].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => drugs.AddIngredient(name)).ToList();
            if (of.Count > 0 && cells[brand].Length > 0 && !cells[ingredient].Equals(cells[brand], StringComparison.OrdinalIgnoreCase))
            {
                drugs.AddBrand(cells[brand], of);
            }
        }

        return drugs.ToPack("Drugs@FDA products");
    }

    private static void AddBranded(DrugNames drugs, string name)
    {
        var bracket = name.LastIndexOf('[');
        if (bracket <= 0 || !name.EndsWith(']'))
        {
            return;
        }

        var of = name[..bracket].Split(" / ").Select(part => string.Join(' ', part.Split(' ').TakeWhile(word => word.Length > 0 && !char.IsAsciiDigit(word[0])))).Where(part => part.Length > 0).ToList();
        if (of.Count > 0)
        {
            drugs.AddBrand(name[(bracket + 1)..^1], of.Select(part => drugs.AddIngredient(part)).ToList());
        }
    }
}

namespace Trialist.Terminology.Packs;

/// <summary>Tables of MeSH: headings with their entry terms, or the tree with names only.</summary>
internal static class MeshTables
{
    /// <summary>Tab-separated with a header: <c>ui</c>, <c>name</c>, a column of tree numbers and one of entry terms, divided by bars.</summary>
    public static PackReading ReadEntryTerms(string header, IEnumerable<string> lines)
    {
        var columns = header.Split('\t');
        int Column(string begin) => Array.FindIndex(columns, column => column.StartsWith(begin, StringComparison.OrdinalIgnoreCase));
        var (ui, name, numbers, terms) = (Column("ui"), Column("name"), Column("tree_numbers"), Column("entry_terms"));
        if (ui < 0 || name < 0 || numbers < 0)
        {
            throw new TrialistException("The table of MeSH headings lacks a column: expected ui, name, tree_numbers and entry_terms.");
        }

        return MeshHeading.ToPack("MeSH headings with entry terms", lines.Select(line => line.Split('\t')).Where(cells => cells.Length > Math.Max(name, numbers)).Select(cells =>
            new MeshHeading(cells[ui], cells[name], List(cells[numbers]), [], terms >= 0 && cells.Length > terms ? List(cells[terms]) : [])));
    }

    /// <summary>Two columns: tree number and name. A heading with several places stands on several lines.</summary>
    public static PackReading ReadTree(IEnumerable<string> lines)
    {
        var places = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var cells in lines.Select(line => line.Split('\t')).Where(cells => cells.Length >= 2))
        {
            if (!places.TryGetValue(cells[1], out var numbers))
            {
                places[cells[1]] = numbers = [];
            }

            numbers.Add(cells[0]);
        }

        return MeshHeading.ToPack("MeSH tree", places.Select(heading => new MeshHeading(null, heading.Key, heading.Value, [], [])));
    }

    private static string[] List(string cell) => cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

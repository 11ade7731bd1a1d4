namespace Trialist.Terminology.Tables;

/// <summary>A table of tab-separated values with a header row; <c>#</c> starts a remark line.</summary>
internal sealed class TsvTable
{
    private readonly Dictionary<string, int> columns;
    private readonly List<string[]> rows = [];

    public TsvTable(string name, TextReader reader)
    {
        Name = name;
        var header = reader.ReadLine() ?? throw new FormatException($"The table {name} is empty.");
        columns = header.Split('\t').Select((column, index) => (column, index)).ToDictionary(pair => pair.column, pair => pair.index, StringComparer.Ordinal);
        var number = 1;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length > columns.Count)
            {
                throw new FormatException($"Line {number} of the table {name} has {cells.Length} cells, but only {columns.Count} columns are named.");
            }

            rows.Add(cells);
        }
    }

    public string Name { get; }

    public IEnumerable<TsvRow> Rows => rows.Select(cells => new TsvRow(this, cells));

    public int ColumnOf(string column) => columns.GetValueOrDefault(column, -1);
}

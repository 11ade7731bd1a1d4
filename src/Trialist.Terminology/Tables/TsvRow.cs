using System.Globalization;

namespace Trialist.Terminology.Tables;

/// <summary>One row of a table; trailing empty cells may be left out.</summary>
internal readonly struct TsvRow(TsvTable table, string[] cells)
{
    /// <summary>The cell of a column, trimmed; empty where the column or the cell is missing.</summary>
    public string this[string column]
    {
        get
        {
            var index = table.ColumnOf(column);
            return index >= 0 && index < cells.Length ? cells[index].Trim() : "";
        }
    }

    /// <summary>The parts of a cell that <c>|</c> divides, trimmed, without empty ones.</summary>
    public string[] Parts(string column) =>
        this[column] is { Length: > 0 } parts ? parts.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>The same as a list.</summary>
    public ValueList<string> List(string column) => [.. Parts(column)];

    /// <summary>The cell as an exact decimal; null where it is empty.</summary>
    public decimal? Number(string column) => this[column] is { Length: > 0 } text ? ParseNumber(text) : null;

    /// <summary>An exact decimal from text.</summary>
    public decimal ParseNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong($"'{text}' is not a number");

    public FormatException Wrong(string what) => new($"Table {table.Name}, row '{(cells.Length > 0 ? cells[0] : "")}': {what}.");
}

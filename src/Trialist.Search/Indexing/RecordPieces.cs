using System.Globalization;
using Trialist.Search.Pieces;

namespace Trialist.Search.Indexing;

/// <summary>Puts every data piece of a record on the sheet, and those that are computed from them.</summary>
internal sealed class RecordPieces(PieceSheet sheet) : RecordWalk
{
    private static readonly Piece[] Totals = [.. PieceTable.All.Where(piece => piece.IsIndexedOnly && piece.Kind == PieceKind.Number && !piece.Name.EndsWith("Year", StringComparison.Ordinal)
        && (piece.ComputedFrom.Count > 1 || PieceTable.Find(piece.ComputedFrom[0])!.ParentPath != piece.ParentPath))];

    private static readonly (Piece Year, string Date)[] Years = [.. PieceTable.All.Where(piece => piece.Name.EndsWith("Year", StringComparison.Ordinal)).Select(piece => (piece, piece.ComputedFrom[0]))];

    // Where the length of a list is put that stands beside it in the record.
    private static readonly Dictionary<string, Piece> Counts = PieceTable.All
        .Where(piece => piece.IsIndexedOnly && piece.ComputedFrom is [var only] && PieceTable.Find(only) is { IsList: true } list && list.ParentPath == piece.ParentPath)
        .ToDictionary(piece => piece.ComputedFrom[0], StringComparer.Ordinal);

    private static readonly Piece CountryCode = PieceTable.Find("LocationCountryCode")!;
    private static readonly Dictionary<string, string> CountryCodes = EmbeddedTable.Rows("country-codes.tsv").ToDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, int> lengths = new(StringComparer.Ordinal);
    private readonly HashSet<string> countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> dates = new(StringComparer.Ordinal);

    /// <summary>Puts the pieces of a record on the sheet.</summary>
    public void Read(ReadOnlySpan<byte> json)
    {
        lengths.Clear();
        countries.Clear();
        dates.Clear();
        Walk(json);
        AddComputed();
    }

    protected override void OnStructure(Piece piece) => sheet.Note(piece);

    protected override void OnSite(Piece locations, int site) => sheet.DraftOf(locations).Mark(site);

    protected override void OnList(Piece piece, int count, int site)
    {
        sheet.Note(piece);
        lengths[piece.Name] = lengths.GetValueOrDefault(piece.Name) + count;
        sheet.AddSize(piece, count);
        if (Counts.TryGetValue(piece.Name, out var counted))
        {
            sheet.Add(sheet.DraftOf(counted), count.ToString(CultureInfo.InvariantCulture), counted.IsOfLocation ? site : -1);
        }
    }

    protected override void OnValue(Piece piece, string value, int site)
    {
        sheet.Add(sheet.DraftOf(piece), value, site);
        if (piece.Name == "LocationCountry")
        {
            countries.Add(value);
            if (CountryCodes.TryGetValue(value, out var code))
            {
                sheet.Add(sheet.DraftOf(CountryCode), code, site);
            }
        }
        else if (piece.Kind == PieceKind.Date)
        {
            dates[piece.Name] = value;
        }
    }

    private void AddComputed()
    {
        foreach (var (year, date) in Years)
        {
            if (dates.TryGetValue(date, out var value) && value.Length >= 4)
            {
                sheet.Add(sheet.DraftOf(year), value[..4], -1);
            }
        }

        foreach (var total in Totals)
        {
            var sum = total.ComputedFrom is ["LocationCountry"] ? countries.Count
                : total.ComputedFrom.Sum(name => lengths.GetValueOrDefault(name, name == "LeadSponsor" && sheet.Holds(PieceTable.Find(name)!) ? 1 : 0));
            if (sum > 0)
            {
                sheet.Add(sheet.DraftOf(total), sum.ToString(CultureInfo.InvariantCulture), -1);
            }
        }
    }
}

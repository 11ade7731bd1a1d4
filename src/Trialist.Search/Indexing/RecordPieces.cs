using System.Globalization;
using System.Text;
using System.Text.Json;
using Trialist.Search.Pieces;

namespace Trialist.Search.Indexing;

/// <summary>Reads every data piece of a record in one pass over its JSON. A value of the wrong type is left out, as everywhere in the house.</summary>
internal sealed class RecordPieces
{
    private static readonly Piece[] Totals = [.. PieceTable.All.Where(piece => piece.IsIndexedOnly && piece.Kind == PieceKind.Number && !piece.Name.EndsWith("Year", StringComparison.Ordinal)
        && (piece.ComputedFrom.Count > 1 || PieceTable.Find(piece.ComputedFrom[0])!.ParentPath != piece.ParentPath))];

    private static readonly (Piece Year, string Date)[] Years = [.. PieceTable.All.Where(piece => piece.Name.EndsWith("Year", StringComparison.Ordinal)).Select(piece => (piece, piece.ComputedFrom[0]))];

    private readonly PieceSheet sheet;
    private readonly PieceNode root;
    private readonly Dictionary<string, int> lengths = new(StringComparer.Ordinal);
    private readonly HashSet<string> countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> dates = new(StringComparer.Ordinal);
    private int site = -1;

    public RecordPieces(PieceSheet sheet)
    {
        this.sheet = sheet;
        root = PieceNode.Root(sheet.DraftOf);
    }

    /// <summary>Puts the pieces of a record on the sheet.</summary>
    public void Read(ReadOnlySpan<byte> json)
    {
        (site, _) = (-1, 0);
        lengths.Clear();
        countries.Clear();
        dates.Clear();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
        reader.Read();
        Properties(ref reader, root);
        AddComputed();
    }

    private void Properties(ref Utf8JsonReader reader, PieceNode node)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (node.TryFind(ref reader, out var child))
            {
                reader.Read();
                Value(ref reader, child, isItem: false);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void Value(ref Utf8JsonReader reader, PieceNode node, bool isItem)
    {
        var piece = node.Piece!;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray when !isItem && piece.IsList:
                Items(ref reader, node);
                break;
            case JsonTokenType.StartObject when piece.Kind == PieceKind.Structure:
                Note(piece);
                Properties(ref reader, node);
                break;
            case JsonTokenType.StartObject when piece.Kind == PieceKind.Point:
                if (PointOf(ref reader) is { } point)
                {
                    Add(node, point);
                }

                break;
            case JsonTokenType.String when piece.Kind is not (PieceKind.Structure or PieceKind.Number or PieceKind.Boolean or PieceKind.Point):
                if (TextOf(ref reader) is { } text && !string.IsNullOrWhiteSpace(text))
                {
                    Add(node, text);
                }

                break;
            case JsonTokenType.Number when piece.Kind == PieceKind.Number:
                Add(node, Encoding.UTF8.GetString(reader.ValueSpan));
                break;
            case JsonTokenType.True or JsonTokenType.False when piece.Kind == PieceKind.Boolean:
                Add(node, reader.TokenType == JsonTokenType.True ? "true" : "false");
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private void Items(ref Utf8JsonReader reader, PieceNode node)
    {
        var isLocations = node.Piece!.Name == Piece.Location;
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (isLocations)
            {
                site = Math.Min(count, StudyFields.MostSites - 1);
                node.Draft!.Mark(site);
            }

            count++;
            Value(ref reader, node, isItem: true);
        }

        if (isLocations)
        {
            site = -1;
        }

        if (count > 0)
        {
            Note(node.Piece);
            lengths[node.Piece.Name] = lengths.GetValueOrDefault(node.Piece.Name) + count;
            sheet.AddSize(node.Piece, count);
            if (node.Counts is { } counts)
            {
                counts.Add(count.ToString(CultureInfo.InvariantCulture), site);
                Note(counts.Piece);
            }
        }
    }

    private void Add(PieceNode node, string value)
    {
        var piece = node.Piece!;
        sheet.Add(node.Draft!, value, piece.IsOfLocation ? site : -1);
        if (piece.Name == "LocationCountry")
        {
            countries.Add(value);
        }
        else if (piece.Kind == PieceKind.Date)
        {
            dates[piece.Name] = value;
        }
    }

    private void Note(Piece piece) => sheet.Note(piece);

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
                : total.ComputedFrom.Sum(name => lengths.GetValueOrDefault(name, name == "LeadSponsor" && sheet.Holds(name) ? 1 : 0));
            if (sum > 0)
            {
                sheet.Add(sheet.DraftOf(total), sum.ToString(CultureInfo.InvariantCulture), -1);
            }
        }
    }

    private static string? PointOf(ref Utf8JsonReader reader)
    {
        string? latitude = null, longitude = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isLatitude = reader.ValueTextEquals("lat"u8);
            var isLongitude = reader.ValueTextEquals("lon"u8);
            reader.Read();
            if (reader.TokenType == JsonTokenType.Number && isLatitude)
            {
                latitude = Encoding.UTF8.GetString(reader.ValueSpan);
            }
            else if (reader.TokenType == JsonTokenType.Number && isLongitude)
            {
                longitude = Encoding.UTF8.GetString(reader.ValueSpan);
            }
            else
            {
                reader.Skip();
            }
        }

        return latitude is null || longitude is null ? null : $"{latitude},{longitude}";
    }

    // Half a surrogate pair is no text; the import refuses such records where it matters.
    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

using System.Text;
using System.Text.Json;
using Trialist.Search.Pieces;

namespace Trialist.Search.Indexing;

/// <summary>Goes over every data piece of a record in one pass over its JSON. A value of the wrong type is left out, as everywhere in the house.</summary>
internal abstract class RecordWalk
{
    private const int DeepestNesting = 64;

    private int site = -1;
    private int found;

    /// <summary>Walks one record.</summary>
    protected void Walk(ReadOnlySpan<byte> json)
    {
        site = -1;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DeepestNesting });
        reader.Read();
        Properties(ref reader, PieceNode.Root);
    }

    /// <summary>A value; the site is that which it belongs to, from 0, or -1.</summary>
    protected abstract void OnValue(Piece piece, string value, int site);

    /// <summary>A structure that holds something, once for each item of a list; what it holds came before.</summary>
    protected virtual void OnStructure(Piece piece) { }

    /// <summary>A site begins.</summary>
    protected virtual void OnSite(Piece locations, int site) { }

    /// <summary>A list that is not empty has ended.</summary>
    protected virtual void OnList(Piece piece, int count, int site) { }

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
                var before = found;
                Properties(ref reader, node);
                if (found > before)
                {
                    OnStructure(piece);
                }

                break;
            case JsonTokenType.StartObject when piece.Kind == PieceKind.Point:
                if (PointOf(ref reader) is { } point)
                {
                    Add(piece, point);
                }

                break;
            case JsonTokenType.String when piece.Kind is not (PieceKind.Structure or PieceKind.Number or PieceKind.Boolean or PieceKind.Point):
                if (TextOf(ref reader) is { } text && !string.IsNullOrWhiteSpace(text))
                {
                    Add(piece, text);
                }

                break;
            case JsonTokenType.Number when piece.Kind == PieceKind.Number:
                Add(piece, Encoding.UTF8.GetString(reader.ValueSpan));
                break;
            case JsonTokenType.True or JsonTokenType.False when piece.Kind == PieceKind.Boolean:
                Add(piece, reader.TokenType == JsonTokenType.True ? "true" : "false");
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
                OnSite(node.Piece, site);
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
            found++;
            OnList(node.Piece, count, site);
        }
    }

    private void Add(Piece piece, string value)
    {
        found++;
        OnValue(piece, value, piece.IsOfLocation ? site : -1);
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

using System.Text;
using System.Text.Json;
using Trialist.Search.Pieces;

namespace Trialist.Registry.Reading;

/// <summary>Holds a record against the registry's own description of its fields. Results and derived terms are not looked at: nothing is read of them but what is shown as it came.</summary>
public static class RecordCheck
{
    private const string Checked = "protocolSection";
    private const int MostWarnings = 100; // of one record; a record of another shape would have thousands

    private static readonly Field[] Top =
    [
        .. PieceTable.ChildrenOf(null).Where(piece => piece.IsLeaf || piece.Name == PieceTable.Find(Checked)?.Name).Where(piece => !piece.IsIndexedOnly).Select(FieldOf),
    ];

    /// <summary>What is odd about a record, in the order of the registry's description; empty for a record without oddities, and for bytes that are no JSON.</summary>
    /// <param name="json">UTF-8 JSON of one study object.</param>
    public static ValueList<FieldWarning> Of(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, StudyReader.Options);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>As above, for JSON that is parsed already.</summary>
    public static ValueList<FieldWarning> Of(JsonElement record)
    {
        List<FieldWarning>? found = null;
        if (record.ValueKind == JsonValueKind.Object)
        {
            CheckMembers(record, Top, "", ref found);
        }

        return found is null ? [] : found.ToValueList();
    }

    private static void CheckMembers(JsonElement element, Field[] fields, string path, ref List<FieldWarning>? found)
    {
        foreach (var field in fields)
        {
            if (element.TryGetProperty(field.Name, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                if (field.IsList)
                {
                    CheckItems(value, field, path, ref found);
                }
                else
                {
                    CheckOne(value, field, path, item: null, ref found);
                }
            }
        }
    }

    private static void CheckItems(JsonElement list, Field field, string path, ref List<FieldWarning>? found)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            Add(field.At(path, null), $"holds {ValueKinds.Say(list)} where a list belongs", ref found);
            return;
        }

        var number = 0;
        foreach (var item in list.EnumerateArray())
        {
            CheckOne(item, field, path, number++, ref found);
        }
    }

    private static void CheckOne(JsonElement value, Field field, string path, int? item, ref List<FieldWarning>? found)
    {
        if (ValueKinds.ProblemOf(value, field.Piece, field.Values) is { } problem)
        {
            Add(field.At(path, item), problem, ref found);
        }
        else if (field.Members.Length > 0)
        {
            CheckMembers(value, field.Members, field.At(path, item), ref found);
        }
    }

    private static void Add(string at, string problem, ref List<FieldWarning>? found)
    {
        found ??= [];
        if (found.Count < MostWarnings)
        {
            found.Add(new FieldWarning(at, problem));
        }
    }

    private static Field FieldOf(Piece piece) => new(
        piece,
        Encoding.UTF8.GetBytes(piece.Field),
        [.. PieceTable.ChildrenOf(piece).Where(child => !child.IsIndexedOnly).Select(FieldOf)],
        piece.Kind == PieceKind.Enum ? EnumType.Named(piece.Type).Values.Select(value => value.Value).ToHashSet(StringComparer.Ordinal) : null);

    private sealed record Field(Piece Piece, byte[] Name, Field[] Members, HashSet<string>? Values)
    {
        public bool IsList => Piece.IsList;

        public string At(string path, int? item) => $"{(path.Length > 0 ? $"{path}." : "")}{Piece.Field}{(item is { } number ? $"[{number}]" : "")}";
    }
}

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
        if (record.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var walk = new Walk();
        walk.CheckMembers(record, Top);
        return walk.Found.ToValueList();
    }

    private static Field FieldOf(Piece piece) => new(
        piece,
        Encoding.UTF8.GetBytes(piece.Field),
        [.. PieceTable.ChildrenOf(piece).Where(child => !child.IsIndexedOnly).Select(FieldOf)],
        piece.Kind == PieceKind.Enum ? EnumType.Named(piece.Type).Values.Select(value => value.Value).ToHashSet(StringComparer.Ordinal) : null);

    private sealed record Field(Piece Piece, byte[] Name, Field[] Members, HashSet<string>? Values);

    /// <summary>The way down a record. Most records have nothing odd, so a place is put into words only where something is.</summary>
    private sealed class Walk
    {
        private readonly List<(Field Field, int? Item)> path = [];

        public List<FieldWarning> Found { get; } = [];

        public void CheckMembers(JsonElement element, Field[] fields)
        {
            foreach (var field in fields)
            {
                if (element.TryGetProperty(field.Name, out var value) && value.ValueKind != JsonValueKind.Null)
                {
                    if (field.Piece.IsList)
                    {
                        CheckItems(value, field);
                    }
                    else
                    {
                        CheckOne(value, field, item: null);
                    }
                }
            }
        }

        private void CheckItems(JsonElement list, Field field)
        {
            if (list.ValueKind != JsonValueKind.Array)
            {
                Add(field, item: null, $"holds {ValueKinds.Say(list)} where a list belongs");
                return;
            }

            var number = 0;
            foreach (var item in list.EnumerateArray())
            {
                CheckOne(item, field, number++);
            }
        }

        private void CheckOne(JsonElement value, Field field, int? item)
        {
            if (ValueKinds.ProblemOf(value, field.Piece, field.Values) is { } problem)
            {
                Add(field, item, problem);
            }
            else if (field.Members.Length > 0)
            {
                path.Add((field, item));
                CheckMembers(value, field.Members);
                path.RemoveAt(path.Count - 1);
            }
        }

        private void Add(Field field, int? item, string problem)
        {
            if (Found.Count < MostWarnings)
            {
                Found.Add(new FieldWarning(string.Join('.', path.Append((field, item)).Select(Say)), problem));
            }
        }

        private static string Say((Field Field, int? Item) step) => step.Item is { } number ? $"{step.Field.Piece.Field}[{number}]" : step.Field.Piece.Field;
    }
}

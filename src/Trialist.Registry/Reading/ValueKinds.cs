using System.Globalization;
using System.Text.Json;
using Trialist.Search.Pieces;

namespace Trialist.Registry.Reading;

/// <summary>Whether a value is of the kind that a data piece holds, and in words what it is instead.</summary>
internal static class ValueKinds
{
    private const int Longest = 40; // of a value that is repeated
    private static readonly string[] AgeUnits = ["year", "month", "week", "day", "hour", "minute"];

    /// <summary>What is wrong, as a clause; null when nothing is.</summary>
    /// <param name="value">The value, not null.</param>
    /// <param name="piece">What the registry keeps there.</param>
    /// <param name="values">The list that the value must be from; null for none.</param>
    public static string? ProblemOf(JsonElement value, Piece piece, HashSet<string>? values)
    {
        var (kind, belongs) = piece.Kind switch
        {
            PieceKind.Structure or PieceKind.Point => (JsonValueKind.Object, "an object"),
            PieceKind.Number => (JsonValueKind.Number, "a number"),
            PieceKind.Boolean => (JsonValueKind.True, "true or false"),
            PieceKind.Date => (JsonValueKind.String, "a date"),
            PieceKind.Time => (JsonValueKind.String, "an age such as \"18 Years\""),
            _ => (JsonValueKind.String, "a text"),
        };
        if ((value.ValueKind == JsonValueKind.False ? JsonValueKind.True : value.ValueKind) != kind)
        {
            return $"holds {Say(value)} where {belongs} belongs";
        }

        return piece.Kind switch
        {
            PieceKind.Enum when !values!.Contains(TextOf(value)) => $"holds {Say(value)}, which is no value of the registry's list",
            PieceKind.Date when TextOf(value) is { Length: > 0 } text && !PartialDate.TryParse(text, out _) => $"holds {Say(value)}, which is no date",
            PieceKind.Time when TextOf(value) is { Length: > 0 } text && !AgeWords.IsNone(text) && !IsAge(text) => $"holds {Say(value)}, which is no age such as \"18 Years\"",
            PieceKind.Number when piece.Type != "number" && !(value.TryGetInt64(out var count) && count >= 0) => $"holds {Say(value)}, which is no whole number from 0 up",
            PieceKind.Point when !(IsWithin(value, "lat"u8, StudyParts.GreatestLatitude) && IsWithin(value, "lon"u8, StudyParts.GreatestLongitude)) => "holds no latitude and longitude of the earth",
            _ => null,
        };
    }

    /// <summary>A value as a sentence repeats it.</summary>
    public static string Say(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => $"the number {Short(value.GetRawText())}",
        JsonValueKind.String => $"the text \"{Short(TextOf(value))}\"",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Null => "null",
        _ => value.GetRawText(),
    };

    private static bool IsAge(string text) =>
        text.Split(' ', 2) is [var number, var unit]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        && Array.Exists(AgeUnits, name => unit.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsWithin(JsonElement point, ReadOnlySpan<byte> name, double limit) =>
        point.TryGetProperty(name, out var degrees) && degrees.ValueKind == JsonValueKind.Number && degrees.TryGetDouble(out var value) && Math.Abs(value) <= limit;

    // A text with half a surrogate pair has no value; as it is written it can still be repeated.
    private static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText()[1..^1];
        }
    }

    private static string Short(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
}

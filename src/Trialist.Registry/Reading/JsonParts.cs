using System.Text.Json;

namespace Trialist.Registry.Reading;

/// <summary>Walks JSON that may lack any part: a missing or mistyped part is an undefined element, and so are all parts of it.</summary>
internal static class JsonParts
{
    public static JsonElement Part(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : default;

    /// <summary>The text exactly as it came; null when it is missing, blank or no text.</summary>
    public static string? Text(this JsonElement element, string name) => element.Part(name).AsText();

    public static bool? Flag(this JsonElement element, string name) => element.Part(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static int? Count(this JsonElement element, string name) =>
        element.Part(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) && value >= 0 ? value : null;

    public static double? Degrees(this JsonElement element, string name, double limit) =>
        element.Part(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && Math.Abs(value) <= limit ? value : null;

    public static PartialDate? Date(this JsonElement element, string name) =>
        PartialDate.TryParse(element.Text(name), out var date) ? date : null;

    public static ValueList<string> Texts(this JsonElement element, string name) =>
        element.List(name, item => item.AsText());

    /// <summary>The items of an array that can be read, in order.</summary>
    public static ValueList<T> List<T>(this JsonElement element, string name, Func<JsonElement, T?> read) where T : class
    {
        var array = element.Part(name);
        if (array.ValueKind != JsonValueKind.Array || array.GetArrayLength() == 0)
        {
            return [];
        }

        var items = new List<T>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
        {
            if (read(item) is { } value)
            {
                items.Add(value);
            }
        }

        return items.ToValueList();
    }

    private static string? AsText(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}

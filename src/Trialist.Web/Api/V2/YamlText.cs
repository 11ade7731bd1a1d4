using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trialist.Web.Api.V2;

/// <summary>Writes JSON as YAML in blocks. Texts stand in double quotes, whose escapes are the same in both.</summary>
internal static class YamlText
{
    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node, depth: 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } map:
                foreach (var (name, value) in map)
                {
                    text.Append(' ', 2 * depth).Append(JsonSerializer.Serialize(name, Quoted)).Append(':');
                    WriteValue(text, value, depth);
                }

                break;
            case JsonArray { Count: > 0 } list:
                foreach (var value in list)
                {
                    text.Append(' ', 2 * depth).Append('-');
                    WriteValue(text, value, depth);
                }

                break;
            default:
                text.Append(node?.ToJsonString(Quoted) ?? "null").Append('\n');
                break;
        }
    }

    private static void WriteValue(StringBuilder text, JsonNode? value, int depth)
    {
        var isBlock = value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 };
        text.Append(isBlock ? '\n' : ' ');
        Write(text, value, depth + 1);
    }
}

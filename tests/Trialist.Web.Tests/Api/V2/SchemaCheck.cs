using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Trialist.Web.Tests.Api.V2;

/// <summary>Checks JSON against a schema of an OpenAPI 3.0 description: the keywords that the registry's description uses, and an error for any other.</summary>
internal sealed class SchemaCheck(JsonNode description)
{
    private static readonly HashSet<string> Understood =
        ["$ref", "type", "properties", "required", "additionalProperties", "items", "enum", "anyOf", "pattern", "minLength", "maxLength", "format", "description", "title", "minimum"];

    /// <summary>Everything that is wrong, each with its place; none when the value fits.</summary>
    public IEnumerable<string> Errors(JsonElement value, string schemaName) => Errors(value, Resolve($"#/components/schemas/{schemaName}"), "$");

    private IEnumerable<string> Errors(JsonElement value, JsonObject schema, string at)
    {
        if (schema.FirstOrDefault(keyword => !Understood.Contains(keyword.Key)).Key is { } unknown)
        {
            throw new NotSupportedException($"The keyword '{unknown}' is not checked.");
        }

        if (schema["$ref"] is { } reference)
        {
            return Errors(value, Resolve((string)reference!), at);
        }

        if (schema["anyOf"] is JsonArray choices)
        {
            return choices.Any(choice => !Errors(value, choice!.AsObject(), at).Any()) ? [] : [$"{at}: none of the alternatives fits"];
        }

        if (schema["enum"] is JsonArray values && !values.Any(known => known!.ToString() == value.ToString()))
        {
            return [$"{at}: '{value}' is not in the list"];
        }

        return (string?)schema["type"] switch
        {
            "object" => value.ValueKind == JsonValueKind.Object ? ObjectErrors(value, schema, at) : [$"{at}: no object"],
            "array" => value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().SelectMany((item, i) => Errors(item, schema["items"]!.AsObject(), $"{at}[{i}]"))
                : [$"{at}: no array"],
            "string" => value.ValueKind != JsonValueKind.String ? [$"{at}: no text"]
                : schema["pattern"] is { } pattern && !Regex.IsMatch(value.GetString()!, (string)pattern!, RegexOptions.None, TimeSpan.FromSeconds(1)) ? [$"{at}: '{value}' does not fit {pattern}"] : [],
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) ? [] : [$"{at}: no whole number"],
            "number" => value.ValueKind == JsonValueKind.Number ? [] : [$"{at}: no number"],
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [$"{at}: no flag"],
            _ => [],
        };
    }

    private IEnumerable<string> ObjectErrors(JsonElement value, JsonObject schema, string at)
    {
        var properties = schema["properties"]?.AsObject() ?? [];
        foreach (var required in schema["required"]?.AsArray() ?? [])
        {
            if (!value.TryGetProperty((string)required!, out _))
            {
                yield return $"{at}: {required} is missing";
            }
        }

        foreach (var property in value.EnumerateObject())
        {
            if (properties[property.Name] is JsonObject known)
            {
                foreach (var error in Errors(property.Value, known, $"{at}.{property.Name}"))
                {
                    yield return error;
                }
            }
            else if (schema["additionalProperties"]?.GetValueKind() == JsonValueKind.False)
            {
                yield return $"{at}: {property.Name} is not expected";
            }
        }
    }

    private JsonObject Resolve(string reference) => reference.TrimStart('#', '/').Split('/').Aggregate(description, (node, step) => node[step]!).AsObject();
}

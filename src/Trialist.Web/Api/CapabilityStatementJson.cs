using System.Text.Json;

namespace Trialist.Web.Api;

/// <summary>Writes what of FHIR R4 is spoken here.</summary>
internal static class CapabilityStatementJson
{
    public static void Write(Utf8JsonWriter json, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "CapabilityStatement");
        json.WriteString("status", "active");
        json.WriteString("date", $"{now.UtcDateTime:yyyy-MM-dd}");
        json.WriteString("kind", "instance");
        json.WriteStartObject("software");
        json.WriteString("name", "Trialist");
        json.WriteString("version", Site.Version);
        json.WriteEndObject();
        json.WriteStartObject("implementation");
        json.WriteString("description", "Studies of a Trialist registry");
        json.WriteEndObject();
        json.WriteString("fhirVersion", "4.0.1");
        json.WriteStartArray("format");
        json.WriteStringValue("json");
        json.WriteEndArray();
        json.WriteStartArray("rest");
        json.WriteStartObject();
        json.WriteString("mode", "server");
        json.WriteStartArray("resource");
        json.WriteStartObject();
        json.WriteString("type", "ResearchStudy");
        json.WriteStartArray("interaction");
        foreach (var code in (IEnumerable<string>)["read", "search-type"])
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("searchParam");
        foreach (var (name, type) in (IEnumerable<(string, string)>)[("_id", "token"), ("identifier", "token"), ("condition", "string"), ("title", "string")])
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("type", type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

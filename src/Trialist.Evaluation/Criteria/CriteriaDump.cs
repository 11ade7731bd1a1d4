using System.Text.Json;

namespace Trialist.Evaluation.Criteria;

/// <summary>The dump of <c>evaluate criteria</c>: one JSON object a line, one line a document.</summary>
internal static class CriteriaDump
{
    public static void WriteLine(Stream stream, AnnotatedDocument document, Predictions predictions)
    {
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("corpus", document.Corpus);
            json.WriteString("doc", document.Name);
            json.WriteStartArray("predicted");
            foreach (var comparison in predictions.Comparisons)
            {
                Write(json, comparison);
            }

            json.WriteEndArray();
            json.WriteStartArray("entities");
            foreach (var entity in predictions.Entities)
            {
                json.WriteStartObject();
                json.WriteString("type", entity.Type);
                WriteSpan(json, entity.Span);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, PredictedComparison comparison)
    {
        json.WriteStartObject();
        json.WriteString("type", JsonNamingPolicy.CamelCase.ConvertName(comparison.Type.ToString()));
        json.WriteString("name", comparison.Name);
        switch (comparison.Bounds)
        {
            case { Min: { } min, Max: { } max } when min == max:
                WriteComparison(json, "=", min.Value);
                break;
            case { Min: { } min, Max: null }:
                WriteComparison(json, min.Inclusive ? ">=" : ">", min.Value);
                break;
            case { Min: null, Max: { } max }:
                WriteComparison(json, max.Inclusive ? "<=" : "<", max.Value);
                break;
            case { Min: { } min, Max: { } max }:
                WriteBound(json, "min", min);
                WriteBound(json, "max", max);
                break;
        }

        json.WriteString("unit", comparison.Bounds.Unit);
        WriteSpan(json, comparison.Span);
        json.WriteEndObject();
    }

    private static void WriteComparison(Utf8JsonWriter json, string op, decimal value)
    {
        json.WriteString("op", op);
        json.WriteNumber("value", value);
    }

    private static void WriteBound(Utf8JsonWriter json, string side, Bound bound)
    {
        json.WriteStartObject(side);
        json.WriteNumber("value", bound.Value);
        json.WriteBoolean("inclusive", bound.Inclusive);
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray("span");
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }
}

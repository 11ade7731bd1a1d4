using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trialist.Criteria.Json;

/// <summary>Writes a criteria document as JSON in the shape of docs/reference/criteria.md, and reads it back.</summary>
public static partial class CriteriaJson
{
    // The JSON goes to files, pipes and application/json answers, never into a page's source, so only what JSON itself needs is escaped.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>The document as UTF-8 JSON.</summary>
    /// <param name="document">The document.</param>
    /// <param name="nctId">The study's id; null for a text without one.</param>
    /// <param name="indented">True for people, false for files and pipes.</param>
    public static byte[] Write(CriteriaDocument document, string? nctId = null, bool indented = false)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, indented ? Indented : Compact))
        {
            Write(writer, document, nctId);
        }

        return stream.ToArray();
    }

    /// <summary>Writes the document as one JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, CriteriaDocument document, string? nctId)
    {
        writer.WriteStartObject();
        writer.WriteString("nctId", nctId);
        writer.WriteNumber("textLength", document.TextLength);
        writer.WriteStartArray("criteria");
        foreach (var criterion in document.Criteria)
        {
            WriteCriterion(writer, criterion);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("diagnostics");
        foreach (var diagnostic in document.Diagnostics)
        {
            WriteDiagnostic(writer, diagnostic);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes one criterion as a JSON object.</summary>
    public static void WriteCriterion(Utf8JsonWriter writer, Criterion criterion)
    {
        writer.WriteStartObject();
        writer.WriteString("id", criterion.Id);
        writer.WriteString("kind", Words.Of(criterion.Kind));
        writer.WriteString("parent", criterion.Parent);
        WriteCombine(writer, criterion.Combine);
        WriteSpan(writer, "span", criterion.Span);
        writer.WriteString("text", criterion.Text);
        writer.WriteString("reading", criterion.Reading is { } reading ? Words.Of(reading) : null);
        writer.WritePropertyName("predicate");
        if (criterion.Predicate is { } predicate)
        {
            WritePredicate(writer, predicate);
        }
        else
        {
            writer.WriteNullValue();
        }

        if (!criterion.Unread.IsEmpty)
        {
            writer.WriteStartArray("unread");
            foreach (var words in criterion.Unread)
            {
                writer.WriteStartObject();
                WriteSpan(writer, "span", words.Span);
                writer.WriteString("reason", words.Reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (criterion.Correction is { } correction)
        {
            writer.WritePropertyName("corrected");
            WriteCorrection(writer, correction);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes who put a reading right, as a JSON object.</summary>
    public static void WriteCorrection(Utf8JsonWriter writer, Correction correction)
    {
        writer.WriteStartObject();
        writer.WriteString("by", correction.By);
        writer.WriteString("on", correction.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (correction.Why is { } why)
        {
            writer.WriteString("why", why);
        }

        writer.WriteEndObject();
    }

    private static void WriteCombine(Utf8JsonWriter writer, Combine? combine)
    {
        writer.WritePropertyName("combine");
        switch (combine)
        {
            case null:
                writer.WriteNullValue();
                break;
            case Combine.All:
                writer.WriteStringValue("all");
                break;
            case Combine.Any:
                writer.WriteStringValue("any");
                break;
            case Combine.AtLeast atLeast:
                writer.WriteStartObject();
                writer.WriteNumber("atLeast", atLeast.Count);
                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteDiagnostic(Utf8JsonWriter writer, Diagnostic diagnostic)
    {
        writer.WriteStartObject();
        writer.WriteString("id", diagnostic.Id);
        writer.WriteString("severity", Words.Of(diagnostic.Severity));
        writer.WriteString("message", diagnostic.Message);
        writer.WriteStartArray("criteria");
        foreach (var id in diagnostic.Criteria)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("spans");
        foreach (var span in diagnostic.Spans)
        {
            WriteSpan(writer, span);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter writer, string name, TextSpan span)
    {
        writer.WritePropertyName(name);
        WriteSpan(writer, span);
    }

    private static void WriteSpan(Utf8JsonWriter writer, TextSpan span)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(span.Start);
        writer.WriteNumberValue(span.End);
        writer.WriteEndArray();
    }
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trialist.Web.Api.V2;

/// <summary>Writes a record on one line with the fields that are asked for. Nesting and the positions in lists stay; a structure that holds none of the fields is left out.</summary>
internal sealed class StudyProjection(FieldTree fields, bool legacyMarkup)
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the answer is application/json with nosniff, never HTML
        SkipValidation = true,
    };

    private readonly List<JsonEncodedText> pending = [];
    private ReadOnlyMemory<byte> record;

    /// <summary>Writes one record.</summary>
    /// <param name="json">The record as it came.</param>
    /// <param name="output">Where to.</param>
    public void Write(ReadOnlyMemory<byte> json, IBufferWriter<byte> output)
    {
        // A line break cannot stand in a JSON string, so this tells whether the record is on one line already.
        if (fields.IsWhole && !legacyMarkup && json.Span.IndexOfAny((byte)'\n', (byte)'\r') < 0)
        {
            output.Write(json.Span);
            return;
        }

        record = json;
        using var writer = new Utf8JsonWriter(output, Options);
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = Registry.StudyReader.MaxDepth });
        reader.Read();
        writer.WriteStartObject();
        Properties(ref reader, writer, fields);
        writer.WriteEndObject();
    }

    private void Properties(ref Utf8JsonReader reader, Utf8JsonWriter writer, FieldTree tree)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (tree.TryFind(ref reader, out var child))
            {
                reader.Read();
                Property(ref reader, writer, child);
            }
            else if (tree.IsWhole)
            {
                Begin(writer);
                CopyName(ref reader, writer);
                reader.Read();
                Copy(ref reader, writer, isMarkup: false);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void Property(ref Utf8JsonReader reader, Utf8JsonWriter writer, FieldTree tree)
    {
        if (tree.IsWhole && !legacyMarkup && OneLineValue(reader) is { Length: > 0 } value)
        {
            Begin(writer);
            writer.WritePropertyName(tree.Name);
            writer.WriteRawValue(value, skipInputValidation: true);
            reader.Skip();
            return;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when tree.IsWhole:
                Begin(writer);
                writer.WriteStartObject(tree.Name);
                Properties(ref reader, writer, tree);
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartObject:
                pending.Add(tree.Name);
                var depth = pending.Count;
                Properties(ref reader, writer, tree);
                if (pending.Count == depth)
                {
                    pending.RemoveAt(depth - 1);
                }
                else
                {
                    writer.WriteEndObject();
                }

                break;
            case JsonTokenType.StartArray:
                Begin(writer);
                writer.WriteStartArray(tree.Name);
                Items(ref reader, writer, tree);
                writer.WriteEndArray();
                break;
            default:
                Begin(writer);
                writer.WritePropertyName(tree.Name);
                Copy(ref reader, writer, tree.IsMarkup);
                break;
        }
    }

    private void Items(ref Utf8JsonReader reader, Utf8JsonWriter writer, FieldTree tree)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                writer.WriteStartObject();
                Properties(ref reader, writer, tree);
                writer.WriteEndObject();
            }
            else
            {
                Copy(ref reader, writer, tree.IsMarkup);
            }
        }
    }

    // The value that the reader stands at, as it came; empty when it spans lines.
    private ReadOnlySpan<byte> OneLineValue(Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        var value = record.Span[start..(int)reader.BytesConsumed];
        return value.IndexOfAny((byte)'\n', (byte)'\r') < 0 ? value : [];
    }

    // Null for half a surrogate pair, which is no text.
    private static string? Text(ref Utf8JsonReader reader)
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

    private static void CopyName(ref Utf8JsonReader reader, Utf8JsonWriter writer) =>
        writer.WritePropertyName(reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(Text(ref reader) ?? "\uFFFD") : reader.ValueSpan);

    // Opens the structures around the first property that is written.
    private void Begin(Utf8JsonWriter writer)
    {
        foreach (var name in pending)
        {
            writer.WriteStartObject(name);
        }

        pending.Clear();
    }

    private void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer, bool isMarkup)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String when isMarkup && legacyMarkup && Text(ref reader) is { } markdown:
                writer.WriteStringValue(LegacyMarkup.Of(markdown));
                break;
            case JsonTokenType.String:
                // As it came, escapes and all.
                writer.WriteRawValue(record[(int)reader.TokenStartIndex..(int)reader.BytesConsumed].Span, skipInputValidation: true);
                break;
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    CopyName(ref reader, writer);
                    reader.Read();
                    Copy(ref reader, writer, isMarkup: false);
                }

                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    Copy(ref reader, writer, isMarkup: false);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }
}

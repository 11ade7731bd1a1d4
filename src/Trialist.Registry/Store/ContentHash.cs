using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Trialist.Registry.Store;

/// <summary>SHA-256 of what a record says. White space, escapes and the registry's daily version stamp do not count: they change without a change of the study.</summary>
internal static class ContentHash
{
    private const string VersionStamp = "versionHolder"; // derivedSection.miscInfoModule: the date of the registry's whole data set
    private const byte End = 0;

    public static byte[] Of(ReadOnlyMemory<byte> json)
    {
        var content = new ArrayBufferWriter<byte>(json.Length + 64);
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = StudyReader.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(VersionStamp))
            {
                reader.Skip();
                continue;
            }

            Append(content, [(byte)reader.TokenType]);
            Append(content, reader.ValueIsEscaped ? Unescaped(ref reader) : reader.ValueSpan);
            Append(content, [End]);
        }

        return SHA256.HashData(content.WrittenSpan);
    }

    private static void Append(ArrayBufferWriter<byte> content, ReadOnlySpan<byte> bytes) => content.Write(bytes);

    private static ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader reader)
    {
        try
        {
            var text = new byte[reader.ValueSpan.Length];
            return text.AsSpan(0, reader.CopyString(text));
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: the text as written is content enough.
            return reader.ValueSpan;
        }
    }
}

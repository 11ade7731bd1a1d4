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
        // A token is written as its type, its text and an end: never longer than twice what stands in the record.
        var room = ArrayPool<byte>.Shared.Rent((2 * json.Length) + 2);
        try
        {
            return SHA256.HashData(room.AsSpan(0, WriteTokens(json.Span, room)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private static int WriteTokens(ReadOnlySpan<byte> json, Span<byte> content)
    {
        var length = 0;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = StudyReader.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(VersionStamp))
            {
                reader.Skip();
                continue;
            }

            content[length++] = (byte)reader.TokenType;
            length += WriteText(ref reader, content[length..]);
            content[length++] = End;
        }

        return length;
    }

    private static int WriteText(ref Utf8JsonReader reader, Span<byte> content)
    {
        if (reader.ValueIsEscaped)
        {
            try
            {
                return reader.CopyString(content);
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair: the text as written is content enough.
            }
        }

        reader.ValueSpan.CopyTo(content);
        return reader.ValueSpan.Length;
    }
}

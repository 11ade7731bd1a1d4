using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Trialist.Registry.Store;

/// <summary>SHA-256 of what a record says. White space, escapes and the registry's daily version stamp do not count: they change without a change of the study.</summary>
internal static class ContentHash
{
    private const string VersionStamp = "versionHolder"; // derivedSection.miscInfoModule: the date of the registry's whole data set
    private const byte End = 0;
    private const int RoomBytes = 32 * 1024; // what a record says is hashed part by part: a copy of a large one would be large garbage

    public static byte[] Of(ReadOnlyMemory<byte> json)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var room = ArrayPool<byte>.Shared.Rent(RoomBytes);
        try
        {
            WriteTokens(json.Span, room, hash);
            return hash.GetHashAndReset();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private static void WriteTokens(ReadOnlySpan<byte> json, Span<byte> room, IncrementalHash hash)
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

            // A token is written as its type, its text and an end.
            if (length + reader.ValueSpan.Length + 2 > room.Length)
            {
                hash.AppendData(room[..length]);
                length = 0;
            }

            room[length++] = (byte)reader.TokenType;
            if (reader.ValueSpan.Length + 2 > room.Length)
            {
                hash.AppendData(room[..length]);
                length = 0;
                AppendLong(ref reader, hash);
            }
            else
            {
                length += WriteText(ref reader, room[length..]);
            }

            room[length++] = End;
        }

        hash.AppendData(room[..length]);
    }

    private static void AppendLong(ref Utf8JsonReader reader, IncrementalHash hash)
    {
        var room = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        hash.AppendData(room.AsSpan(0, WriteText(ref reader, room)));
        ArrayPool<byte>.Shared.Return(room);
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

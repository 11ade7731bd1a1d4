using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace Trialist.Registry.Store;

public sealed class ContentHashTests
{
    // Short and long ones, so that texts lie within, across and beyond the room in which a record is hashed part by part.
    private static readonly Gen<string> AnyText = Gen.OneOf(Gen.String[Gen.Char['a', 'z'], 0, 40], Gen.Int[30_000, 70_000].Select(length => new string('é', length)), Gen.Const("\"quoted\"\n"));

    [Fact]
    public void Record_OfAnyLength_IsHashedAsItsTokensInARow() => AnyText.Array[0, 12].Sample(
        texts =>
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(texts.Select((text, i) => KeyValuePair.Create($"k{i}", text)).ToDictionary());
            using var content = new MemoryStream();
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                content.WriteByte((byte)reader.TokenType);
                content.Write(reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan);
                content.WriteByte(0);
            }

            Assert.Equal(SHA256.HashData(content.ToArray()), ContentHash.Of(json));
        },
        iter: 200);

    [Fact]
    public void WhiteSpaceEscapesAndTheDailyStamp_DoNotCount() => Assert.Equal(
        ContentHash.Of("""{"a":"é","versionHolder":"2026-01-01"}"""u8.ToArray()),
        ContentHash.Of("""{ "a" : "\u00e9", "versionHolder": "2026-01-02" }"""u8.ToArray()));
}

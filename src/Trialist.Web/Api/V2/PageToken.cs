using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Trialist.Search.Expressions;

namespace Trialist.Web.Api.V2;

/// <summary>Where a page begins, as text that says which request it belongs to. It holds the place itself, so it outlives a restart.</summary>
internal static class PageToken
{
    private const byte Version = 1;
    private const int FingerprintLength = 8;
    private const int Keys = 2;
    private const int Length = 1 + FingerprintLength + 4 + (Keys * 8);

    /// <summary>What stands for the parameters of a request that must not change from page to page.</summary>
    public static byte[] FingerprintOf(IEnumerable<(string Name, string Value)> parameters) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => $"{parameter.Name}={parameter.Value}"))))[..FingerprintLength];

    public static string Write(PagePosition position, byte[] fingerprint)
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = Version;
        fingerprint.CopyTo(bytes[1..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[(1 + FingerprintLength)..], position.Last.Number);
        for (var i = 0; i < Keys; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes[(5 + FingerprintLength + (i * 8))..], position.Keys[i]);
        }

        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a token.</summary>
    /// <exception cref="ApiRefusal">It is none, or belongs to another request.</exception>
    public static PagePosition Read(string token, byte[] fingerprint)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (!Base64Url.IsValid(token, out var length) || length != Length || !Base64Url.TryDecodeFromChars(token, bytes, out _) || bytes[0] != Version
            || !NctId.TryParse($"NCT{BinaryPrimitives.ReadInt32LittleEndian(bytes[(1 + FingerprintLength)..])}", out var last))
        {
            throw ApiRefusal.BadRequest("Parameter `pageToken` has incorrect format: use the token of the page before");
        }

        if (!bytes[1..(1 + FingerprintLength)].SequenceEqual(fingerprint))
        {
            throw ApiRefusal.BadRequest("Parameter `pageToken` belongs to a request with other parameters: only countTotal, pageSize and pageToken may change from page to page");
        }

        return new PagePosition([Key(bytes, 0), Key(bytes, 1)], last);
    }

    private static double Key(ReadOnlySpan<byte> bytes, int i) => BinaryPrimitives.ReadDoubleLittleEndian(bytes[(5 + FingerprintLength + (i * 8))..]);
}

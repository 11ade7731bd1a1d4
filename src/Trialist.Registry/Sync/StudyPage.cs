using System.Runtime.InteropServices;
using System.Text.Json;

namespace Trialist.Registry.Sync;

/// <summary>One answer of <c>GET /studies</c>.</summary>
/// <param name="Studies">Raw records.</param>
/// <param name="NextPageToken">Null on the last page.</param>
/// <param name="Total">Studies of the whole query; only on the first page.</param>
/// <param name="ETag">The entity tag of the answer.</param>
internal sealed record StudyPage(IReadOnlyList<byte[]> Studies, string? NextPageToken, int? Total, string? ETag)
{
    /// <exception cref="JsonException">The body is cut off or no page of studies.</exception>
    public static StudyPage Parse(ReadOnlyMemory<byte> body, string? etag)
    {
        using var document = JsonDocument.Parse(body, StudyReader.Options);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("studies", out var studies) || studies.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The answer holds no list of studies.");
        }

        return new StudyPage(
            studies.EnumerateArray().Select(study => JsonMarshal.GetRawUtf8Value(study).ToArray()).ToList(),
            document.RootElement.TryGetProperty("nextPageToken", out var token) ? token.GetString() : null,
            document.RootElement.TryGetProperty("totalCount", out var total) && total.TryGetInt32(out var count) ? count : null,
            etag);
    }
}

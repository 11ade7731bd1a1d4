using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Trialist.Web.Api.V2;

/// <summary>
/// Which requests were answered well on the present state of the data. Only of such an answer may it be said that it is unchanged (RFC 9110, 13.2.1), and with this it is said
/// without answering once more.
/// </summary>
internal sealed class GoodAnswers
{
    private const int MostRequests = 50_000; // 5 MB

    private readonly ConcurrentDictionary<UInt128, string> tags = new();

    /// <summary>True when the request was answered well with this tag.</summary>
    public bool Know(HttpRequest request, EntityTagHeaderValue tag) => tags.TryGetValue(KeyOf(request), out var known) && known == tag.Tag;

    /// <summary>Notes that the request is answered well with this tag.</summary>
    public void Note(HttpRequest request, EntityTagHeaderValue tag)
    {
        if (tags.Count >= MostRequests)
        {
            tags.Clear();
        }

        tags[KeyOf(request)] = tag.Tag.ToString();
    }

    // The preference decides what is refused.
    private static UInt128 KeyOf(HttpRequest request) =>
        BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{request.Headers["Prefer"]}")));
}

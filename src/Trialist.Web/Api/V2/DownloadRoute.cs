using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using Trialist.Registry;

namespace Trialist.Web.Api.V2;

/// <summary>All studies in one zip archive, sent while it is made.</summary>
internal static class DownloadRoute
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{CtgovApi.Prefix}/studies/download", Answer);

    private static PushStreamHttpResult Answer(HttpRequest request, StudyRegistry registry)
    {
        var parameters = new ApiParameters(request, "format");
        _ = parameters["format"] is null ? throw ApiParameters.Invalid("format", "") : parameters.Choice("format", "json.zip", "json.zip");
        return TypedResults.Stream(output => WriteAsync(output, registry, request.HttpContext.RequestAborted), "application/zip", "ctg-studies.json.zip");
    }

    // One record is in memory at a time; of those before it only their names, for the directory at the end.
    private static async Task WriteAsync(Stream output, StudyRegistry registry, CancellationToken cancellation)
    {
        await using var buffer = new SendingBuffer();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            await foreach (var study in registry.Store.AllAsync(cancellation))
            {
                using (var file = zip.CreateEntry($"{study.NctId.Number % 100:00}/{study.NctId}.json", CompressionLevel.Fastest).Open())
                {
                    file.Write(study.Json.Span);
                }

                await buffer.SendAsync(output, cancellation);
            }
        }

        await buffer.SendAsync(output, cancellation);
    }
}

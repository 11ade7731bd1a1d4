using System.Buffers;
using System.Globalization;
using System.Text;
using Trialist.Registry;

namespace Trialist.Web.Api.V2;

/// <summary>A page of studies as JSON, sent study by study; each stands on a line of its own.</summary>
internal sealed class StudiesJson(StudyRegistry registry, ValueList<NctId> studies, StudyProjection projection, int? total, string? token) : IResult
{
    // Enough to keep the network busy, little enough to hold a page of the largest records in small memory.
    private const int SendEvery = 256 * 1024;

    public async Task ExecuteAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        var output = context.Response.BodyWriter;
        Write(output, total is { } count ? $"{{\"totalCount\":{count.ToString(CultureInfo.InvariantCulture)},\"studies\":[" : "{\"studies\":[");
        var separator = "\n";

        // A study that went since the search is left out.
        await foreach (var study in registry.Store.FindEachAsync(studies.AsEnumerable(), context.RequestAborted))
        {
            Write(output, separator);
            projection.Write(study.Json, output);
            separator = ",\n";
            if (output.UnflushedBytes >= SendEvery)
            {
                await output.FlushAsync(context.RequestAborted);
            }
        }

        Write(output, token is null ? "\n]}" : $"\n],\"nextPageToken\":\"{token}\"}}");
        await output.FlushAsync(context.RequestAborted);
    }

    private static void Write(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}

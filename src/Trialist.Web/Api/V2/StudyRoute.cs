using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Trialist.Fhir.Studies;
using Trialist.Registry;
using Trialist.Web.Studies;

namespace Trialist.Web.Api.V2;

/// <summary>One study in any of the registry's formats.</summary>
internal static class StudyRoute
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{CtgovApi.Prefix}/studies/{{nctId}}", AnswerAsync);

    private static async Task<IResult> AnswerAsync(string nctId, HttpRequest request, StudyRegistry registry, CancellationToken cancellation)
    {
        var parameters = new ApiParameters(request, "format", "markupFormat", "fields", "asOf");
        var format = parameters.Choice("format", "json", "csv", "json", "json.zip", "fhir.json", "ris");
        var legacy = parameters.Choice("markupFormat", "markdown", "markdown", "legacy") == "legacy";
        var fields = parameters.List("fields");
        if (parameters.IsStrict && format != "json" && parameters["markupFormat"] is not null)
        {
            throw ApiRefusal.BadRequest($"Parameter `markupFormat` has no effect with format `{format}`");
        }

        if (parameters.IsStrict)
        {
            FieldTree.RefuseSearchedOnly(fields);
        }

        if (!NctId.TryParse(nctId, out var id))
        {
            throw ApiRefusal.BadRequest($"Parameter `nctId` has incorrect format: `{nctId}`");
        }

        if (await registry.Store.FindAsync(id, cancellation) is { } study)
        {
            return AnswerOf(await AsOfAsync(study, parameters["asOf"], registry, cancellation), format, legacy, fields, request);
        }

        return await registry.Store.FindAliasAsync(id, cancellation) is { } current
            ? TypedResults.Redirect($"{CtgovApi.Prefix}/studies/{current}{request.QueryString}", permanent: true)
            : throw ApiRefusal.NotFound($"NCT number {id} not found");
    }

    // The version that stood at the end of a day. The registry has no such parameter; tools that do not send it notice nothing.
    private static async Task<StoredStudy> AsOfAsync(StoredStudy study, string? asOf, StudyRegistry registry, CancellationToken cancellation)
    {
        if (asOf is null)
        {
            return study;
        }

        if (!DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw ApiParameters.Invalid("asOf", asOf);
        }

        var end = new DateTimeOffset(day.AddDays(day == DateOnly.MaxValue ? 0 : 1), TimeOnly.MinValue, TimeSpan.Zero);
        var version = (await registry.Store.VersionsAsync(study.NctId, cancellation)).LastOrDefault(version => version.SeenAt < end);
        return version is not null && await registry.Store.FindVersionAsync(study.NctId, version.Number, cancellation) is { } then
            ? then
            : throw ApiRefusal.NotFound($"NCT number {study.NctId} was not in this registry on {asOf}");
    }

    private static FileContentHttpResult AnswerOf(StoredStudy study, string format, bool legacy, IReadOnlyList<string>? fields, HttpRequest request)
    {
        if (study.IsFictional())
        {
            request.HttpContext.Response.MarkFictional();
        }

        request.HttpContext.Response.Headers["X-Trialist-Version"] = study.Version.Number.ToString(CultureInfo.InvariantCulture);
        var root = request.PublicRoot();
        return format switch
        {
            "csv" => File(Encoding.UTF8.GetBytes(RegistryCsv.Of(fields, root).Page([study], withHeading: true)), "text/csv; charset=utf-8", $"{study.NctId}.csv"),
            "ris" => File(Encoding.UTF8.GetBytes(StudyRis.Write([study], root, RisTags(fields))), "application/x-research-info-systems; charset=utf-8", $"{study.NctId}.ris"),
            "fhir.json" => fields is null
                ? TypedResults.Bytes(ResearchStudyWriter.Write(study.Study, $"{root}/studies/{study.NctId}"), "application/fhir+json; charset=utf-8")
                : throw ApiRefusal.BadRequest("Parameter 'fields' must be unspecified for format `fhir.json`"),
            "json.zip" => File(Zipped($"{study.NctId}.json", Json(study, fields, legacy: false)), "application/zip", $"{study.NctId}.json.zip"),
            _ => TypedResults.Bytes(Json(study, fields, legacy), "application/json"),
        };
    }

    private static FileContentHttpResult File(byte[] bytes, string type, string name) => TypedResults.Bytes(bytes, type, name);

    private static byte[] Json(StoredStudy study, IReadOnlyList<string>? fields, bool legacy)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>(study.Json.Length + 16);
        new StudyProjection(FieldTree.Parse(fields), legacy).Write(study.Json, output);
        return output.WrittenSpan.ToArray();
    }

    private static IReadOnlyList<string>? RisTags(IReadOnlyList<string>? fields)
    {
        var unknown = fields?.FirstOrDefault(tag => !StudyRis.Tags.Contains(tag, StringComparer.Ordinal));
        return unknown is null ? fields : throw ApiRefusal.BadRequest($"Parameter 'fields' contains invalid RIS tag: '{unknown}'");
    }

    private static byte[] Zipped(string name, byte[] json)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            entry.Write(json);
        }

        return bytes.ToArray();
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Trialist.Screening;
using Trialist.Screening.Cohorts;
using Trialist.Screening.Json;
using Trialist.Web.Screening;
using Trialist.Web.Security;

namespace Trialist.Web.Api;

/// <summary>A cohort against one study. Nothing about the persons is stored, logged or cached; the body is never written to a temporary file.</summary>
internal static class ScreenApi
{
    private static readonly Dictionary<string, string> FileNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text/csv"] = "cohort.csv",
        ["application/json"] = "cohort.json",
        ["application/fhir+json"] = "cohort.json",
        ["application/ndjson"] = "cohort.ndjson",
        ["application/x-ndjson"] = "cohort.ndjson",
        ["application/fhir+ndjson"] = "cohort.ndjson",
    };

    public static void Map(RouteGroupBuilder v1) =>
        v1.MapPost("/screen", ScreenAsync).WithName("screen").WithTags("match").DisableAntiforgery()
            .WithSummary("A cohort (FHIR bundles, NDJSON or CSV) against a study: the funnel, and each person with reasons. As multipart/form-data with 'persons' and 'study' also against a draft.")
            .WithMetadata(new RequestSizeLimitAttribute(RequestLimits.CohortBody))
            .Accepts<JsonDocument>("application/fhir+ndjson", "application/x-ndjson", "application/fhir+json", "application/json", "text/csv", "multipart/form-data")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ScreenAsync(
        HttpRequest request, Screener screener, TimeProvider clock, CancellationToken cancellation,
        string? study = null, string? asOf = null, string? assumeComplete = null, bool deIdentify = false)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (asOf is not null && !DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return Refused("'asOf' is not a day: expected yyyy-MM-dd.");
        }

        try
        {
            var form = await ReadAsync(request, cancellation);
            form.Study ??= study;
            form.DeIdentify |= deIdentify;
            form.Complete.AddRange((assumeComplete ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            var options = form.Options(day);
            var result = screener.Screen(await form.StudyAsync(screener, cancellation), form.Persons(day), options, cancellation);
            return request.Headers.Accept.Any(accept => accept?.Contains("text/csv", StringComparison.OrdinalIgnoreCase) == true)
                ? TypedResults.Bytes(Csv(result), "text/csv; charset=utf-8", "screening.csv")
                : TypedResults.Bytes(Json(result, options.DeIdentify), "application/json; charset=utf-8");
        }
        catch (TrialistException e)
        {
            return Refused(e.Message);
        }
    }

    /// <summary>The result as CSV.</summary>
    public static byte[] Csv(ScreenResult result)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        ScreenCsv.Write(text, result);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Json(ScreenResult result, bool deIdentified)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            ScreenJson.Write(json, result, deIdentified);
        }

        return stream.ToArray();
    }

    private static async Task<ScreenForm> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.HasFormContentType)
        {
            // By default a large file is put into a temporary folder; a cohort stays in memory.
            request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions
            {
                MemoryBufferThreshold = RequestLimits.CohortBody,
                MultipartBodyLengthLimit = RequestLimits.CohortBody,
                ValueLengthLimit = (int)RequestLimits.PersonBody,
            }));
            var form = await request.ReadFormAsync(cancellation);
            var named = form["study"].FirstOrDefault();
            var isId = NctId.TryParse(named, out _);
            return new ScreenForm { Study = isId ? named : null, Draft = isId ? null : named, Cohort = form.Files["persons"] };
        }

        var type = request.ContentType?.Split(';')[0].Trim() ?? "";
        if (!FileNames.TryGetValue(type, out var name))
        {
            throw new TrialistException($"The body is '{type}': expected {string.Join(", ", FileNames.Keys)} or multipart/form-data.");
        }

        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        body.Position = 0;
        return new ScreenForm { Cohort = new FormFile(body, 0, body.Length, "persons", name) };
    }

    private static ProblemHttpResult Refused(string sentence) =>
        TypedResults.Problem(sentence, statusCode: StatusCodes.Status400BadRequest, title: "The cohort could not be screened");
}

using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Trialist.Criteria.Json;
using Trialist.Registry;
using Trialist.Screening;
using Trialist.Screening.Json;
using Trialist.Screening.Sources;
using Trialist.Web.Security;
using Trialist.Web.Studies;

namespace Trialist.Web.Api;

/// <summary>Criteria as read, and a person against the studies. Nothing about the person is stored, logged or cached.</summary>
internal static class MatchApi
{
    private const int MostStudies = 200;

    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/studies/{nctId}/criteria", CriteriaAsync).WithName("getCriteria").WithTags("studies")
            .WithSummary("A study's eligibility criteria as the engine reads them.").ProducesProblem(StatusCodes.Status404NotFound);
        v1.MapPost("/match", MatchAsync).WithName("match").WithTags("match")
            .WithSummary("A FHIR R4 bundle (JSON) or a note (plain text) against the studies: verdicts with reasons, and what to ask next.")
            .WithMetadata(new RequestSizeLimitAttribute(RequestLimits.PersonBody))
            .Accepts<JsonDocument>("application/fhir+json", "application/json", "text/plain").ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> CriteriaAsync(string nctId, StudyRegistry registry, CancellationToken cancellation)
    {
        if (await StudyLookup.FindAsync(registry, NctId.TryParse(nctId, out var id) ? id.ToString() : nctId, cancellation) is not StudyLookup.Found { Study: var stored })
        {
            return TypedResults.Problem("There is no such study in this registry.", statusCode: StatusCodes.Status404NotFound, title: "Study not found");
        }

        var document = await registry.CriteriaAsync(stored, cancellation) ?? new CriteriaDocument(0, [], []);
        return TypedResults.Bytes(CriteriaJson.Write(document, stored.NctId.ToString()), "application/json; charset=utf-8");
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> MatchAsync(
        HttpRequest request, Screener screener, TimeProvider clock, CancellationToken cancellation, string? asOf = null, string? study = null, int top = 20)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (asOf is not null && !DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return Refused("'asOf' is not a day: expected yyyy-MM-dd.");
        }

        NctId? only = null;
        if (study is not null)
        {
            if (!NctId.TryParse(study, out var id))
            {
                return Refused("'study' is not a study number: expected NCT and eight digits.");
            }

            only = id;
        }

        if (top is < 0 or > MostStudies)
        {
            return Refused($"'top' is a whole number from 0 to {MostStudies}.");
        }

        try
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, cancellation);
            body.Position = 0;
            if (body.Length == 0)
            {
                return Refused("The body is empty: expected a FHIR R4 bundle or a note.");
            }

            var person = PersonFiles.ReadOne(body, day);
            var result = await screener.MatchAsync(person, new MatchOptions(day) { Study = only, Top = top }, cancellation);
            using var json = new MemoryStream();
            await using (var writer = new Utf8JsonWriter(json))
            {
                MatchJson.Write(writer, result);
            }

            return TypedResults.Bytes(json.ToArray(), "application/json; charset=utf-8");
        }
        catch (TrialistException e)
        {
            return Refused(e.Message);
        }
    }

    private static ProblemHttpResult Refused(string sentence) =>
        TypedResults.Problem(sentence, statusCode: StatusCodes.Status400BadRequest, title: "The person could not be matched");
}

using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Trialist.Fhir;
using Trialist.Registry;
using Trialist.Screening;
using Trialist.Screening.Mitre;
using Trialist.Search;
using Trialist.Search.Queries;
using Trialist.Web.Security;
using Trialist.Web.Studies;

namespace Trialist.Web.Api;

/// <summary>Studies as FHIR R4 resources, and the matching service of MITRE's clinical trial matching app.</summary>
internal static class FhirApi
{
    private const string FhirJson = "application/fhir+json; charset=utf-8";
    private const int DefaultCount = 20;
    private const int MostCount = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/fhir/metadata", (TimeProvider clock) => Answer(json => CapabilityStatementJson.Write(json, clock.GetUtcNow()))).WithTags("fhir").WithSummary("What of FHIR R4 is spoken here.");
        routes.MapGet("/fhir/ResearchStudy/{id}", ReadAsync).WithTags("fhir").WithSummary("One study as a FHIR R4 ResearchStudy.");
        routes.MapGet("/fhir/ResearchStudy", SearchAsync).WithTags("fhir").WithSummary("Studies as a searchset: _id, identifier, condition, title, _count.");
        routes.MapPost("/getClinicalTrial", MatchAsync).WithTags("match")
            .WithSummary("MITRE's matching service: a patient's bundle with Parameters in, a searchset of ResearchStudy with scores out.")
            .WithMetadata(new RequestSizeLimitAttribute(RequestLimits.PersonBody)).Accepts<JsonDocument>("application/fhir+json", "application/json");
    }

    private static async Task<FileContentHttpResult> ReadAsync(string id, HttpResponse response, StudyRegistry registry, CancellationToken cancellation) =>
        await StudyLookup.FindAsync(registry, NctId.TryParse(id, out var known) ? known.ToString() : id, cancellation) is StudyLookup.Found { Study: var stored }
            ? Answer(json => ResearchStudyJson.Write(json, stored.Study))
            : Refused(response, StatusCodes.Status404NotFound, "not-found", "There is no such study in this registry.");

    private static async Task<FileContentHttpResult> SearchAsync(HttpRequest request, HttpResponse response, StudyRegistry registry, CancellationToken cancellation)
    {
        if (request.Query.Keys.FirstOrDefault(key => key is not ("_id" or "identifier" or "condition" or "title" or "_count" or "_format")) is { } unknown)
        {
            return Refused(response, StatusCodes.Status400BadRequest, "not-supported", $"The parameter '{unknown}' is not supported: expected _id, identifier, condition, title or _count.");
        }

        var count = DefaultCount;
        if (request.Query["_count"] is [{ } written] && (!int.TryParse(written, out count) || count is < 0 or > MostCount))
        {
            return Refused(response, StatusCodes.Status400BadRequest, "value", $"_count is a whole number from 0 to {MostCount}.");
        }

        try
        {
            var (total, studies) = await FindAsync(request, count, registry, cancellation);
            return Answer(json => WriteSearchset(json, total, studies));
        }
        catch (QueryRefusedException e)
        {
            return Refused(response, StatusCodes.Status400BadRequest, "value", e.Message);
        }
    }

    private static async Task<(int Total, List<Study> Studies)> FindAsync(HttpRequest request, int count, StudyRegistry registry, CancellationToken cancellation)
    {
        List<Study> studies = [];
        if ((request.Query["_id"].FirstOrDefault() ?? request.Query["identifier"].FirstOrDefault()) is { } named)
        {
            // An identifier may name its system: "http://clinicaltrials.gov|NCT04599543".
            if (NctId.TryParse(named[(named.IndexOf('|', StringComparison.Ordinal) + 1)..], out var id) && await registry.Store.FindAsync(id, cancellation) is { } stored)
            {
                studies.Add(stored.Study);
            }

            return (studies.Count, studies);
        }

        var index = await registry.IndexAsync(cancellation);
        var query = new StudyQuery { Condition = request.Query["condition"].FirstOrDefault(), Title = request.Query["title"].FirstOrDefault(), Limit = count, WithFacets = false };
        var found = index.Search(query);
        foreach (var hit in found.Hits.ToArray())
        {
            if (await registry.Store.FindAsync(hit.NctId, cancellation) is { } stored)
            {
                studies.Add(stored.Study);
            }
        }

        return (found.Total, studies);
    }

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<MitreError>>> MatchAsync(
        HttpRequest request, Screener screener, StudyRegistry registry, TimeProvider clock, CancellationToken cancellation)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var index = await registry.IndexAsync(cancellation);
        var service = new ClinicalTrialService(screener, zip => index.FindPlaces(zip) is [var place, ..] ? new Place(place.Name, place.Latitude, place.Longitude) : null);
        try
        {
            using var received = new MemoryStream();
            await request.Body.CopyToAsync(received, cancellation);
            var body = received.ToArray();
            if (!IsBundle(body))
            {
                return TypedResults.Json(new MitreError("Invalid patientBundle"), statusCode: StatusCodes.Status400BadRequest);
            }

            var reading = FhirReader.Default.ReadPerson(body);
            var matches = await service.MatchAsync(reading, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation);
            return Answer(json => ClinicalTrialService.Write(json, matches));
        }
        catch (FhirFormatException)
        {
            return TypedResults.Json(new MitreError("Invalid patientBundle"), statusCode: StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException e)
        {
            return TypedResults.Json(new MitreError("The patientBundle is too large, or broke off"), statusCode: e.StatusCode);
        }
    }

    // Clients of the contract send a Bundle and nothing else; a patient alone, or bundles one a line, are refused.
    private static bool IsBundle(byte[] body)
    {
        try
        {
            var json = new Utf8JsonReader(body.AsSpan().StartsWith("\uFEFF"u8) ? body.AsSpan()[3..] : body);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isType = json.ValueTextEquals("resourceType"u8);
                if (!json.Read())
                {
                    return false;
                }

                if (isType)
                {
                    return json.TokenType == JsonTokenType.String && json.ValueTextEquals("Bundle"u8);
                }

                json.Skip();
            }

            return false;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The error that clients of the contract look for.</summary>
    internal sealed record MitreError(string Error);

    private static FileContentHttpResult Answer(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            write(json);
        }

        return TypedResults.Bytes(stream.ToArray(), FhirJson);
    }

    private static FileContentHttpResult Refused(HttpResponse response, int status, string code, string sentence)
    {
        response.StatusCode = status;
        return Answer(json =>
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "OperationOutcome");
            json.WriteStartArray("issue");
            json.WriteStartObject();
            json.WriteString("severity", "error");
            json.WriteString("code", code);
            json.WriteString("diagnostics", sentence);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteSearchset(Utf8JsonWriter json, int total, List<Study> studies)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "searchset");
        json.WriteNumber("total", total);
        if (studies.Count > 0)
        {
            json.WriteStartArray("entry");
            foreach (var study in studies)
            {
                json.WriteStartObject();
                json.WritePropertyName("resource");
                ResearchStudyJson.Write(json, study);
                json.WriteStartObject("search");
                json.WriteString("mode", "match");
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}

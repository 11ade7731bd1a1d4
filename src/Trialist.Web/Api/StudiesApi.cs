using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Trialist.Registry;
using Trialist.Web.Finding;
using Trialist.Web.Studies;

namespace Trialist.Web.Api;

/// <summary>Single studies as JSON (the registry's own record) and CSV.</summary>
internal static class StudiesApi
{

    public static void Map(IEndpointRouteBuilder routes, RouteGroupBuilder v1)
    {
        v1.MapGet("/studies/{nctId}", JsonAsync).WithName("getStudy").WithTags("studies")
            .WithSummary("A study's whole record, as the registry gave it (ClinicalTrials.gov v2 JSON).")
            .Produces<JsonObject>(contentType: "application/json").ProducesProblem(StatusCodes.Status404NotFound);
        v1.MapGet("/studies/{nctId}/csv", CsvAsync).WithName("getStudyAsCsv").WithTags("studies")
            .WithSummary("A study as one CSV row with the columns of the registry's own download.")
            .Produces<string>(contentType: "text/csv").ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet("/studies/{nctId}.json", JsonAsync).ExcludeFromDescription();
        routes.MapGet("/studies/{nctId}.csv", CsvAsync).ExcludeFromDescription();
    }

    private static async Task<Results<FileContentHttpResult, RedirectHttpResult, ProblemHttpResult>> JsonAsync(
        string nctId, StudyRegistry registry, HttpContext context, CancellationToken cancellation)
    {
        switch (await StudyLookup.FindAsync(registry, nctId, cancellation))
        {
            case StudyLookup.Found { Study: var study }:
                Label(context, study);
                return TypedResults.Bytes(study.MarkedJson(), "application/json; charset=utf-8");
            case StudyLookup.Moved { To: var to }:
                return TypedResults.Redirect(context.Request.Path.Value!.Replace(nctId, to.ToString(), StringComparison.Ordinal), permanent: true);
            default:
                return Missing(nctId);
        }
    }

    private static async Task<Results<FileContentHttpResult, RedirectHttpResult, ProblemHttpResult>> CsvAsync(
        string nctId, StudyRegistry registry, HttpContext context, CancellationToken cancellation)
    {
        switch (await StudyLookup.FindAsync(registry, nctId, cancellation))
        {
            case StudyLookup.Found { Study: var study }:
                Label(context, study);
                return TypedResults.Bytes(Encoding.UTF8.GetBytes(StudyCsv.Write([study], context.Request.PublicRoot())), "text/csv; charset=utf-8", $"{study.NctId}.csv");
            case StudyLookup.Moved { To: var to }:
                return TypedResults.Redirect(context.Request.Path.Value!.Replace(nctId, to.ToString(), StringComparison.Ordinal), permanent: true);
            default:
                return Missing(nctId);
        }
    }

    private static void Label(HttpContext context, StoredStudy study)
    {
        if (study.IsFictional())
        {
            context.Response.MarkFictional();
        }
    }

    private static ProblemHttpResult Missing(string nctId) => TypedResults.Problem(
        NctId.TryParse(nctId, out var id) ? $"Study {id} is not in this registry." : NctId.WhyNot(Echo.Of(nctId)),
        statusCode: StatusCodes.Status404NotFound, title: "Study not found");
}

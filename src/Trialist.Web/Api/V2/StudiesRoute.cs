using System.Globalization;
using Trialist.Registry;
using Trialist.Search.Expressions;
using Trialist.Web.Finding;

namespace Trialist.Web.Api.V2;

/// <summary>Studies that fit queries and filters, page by page.</summary>
internal static class StudiesRoute
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{CtgovApi.Prefix}/studies", AnswerAsync);

    private static async Task<IResult> AnswerAsync(HttpRequest request, StudyRegistry registry, CancellationToken cancellation)
    {
        var asked = StudiesRequest.Read(request);
        var csv = asked.IsCsv ? RegistryCsv.Of(asked.Fields, request.PublicRoot()) : null;
        var projection = asked.IsCsv ? null : new StudyProjection(FieldTree.Parse(asked.Fields, asked.QueriedPieces), asked.LegacyMarkup);
        var index = await registry.IndexAsync(cancellation);
        var page = Find(index, await asked.Search.WithCriteriaAsync(registry, cancellation));
        var token = page.Next is null ? null : PageToken.Write(page.Next, asked.Fingerprint);
        int? total = asked.CountTotal && asked.Search.After is null ? page.Total : null;
        if (page.Studies.Any(id => id.IsFictional))
        {
            request.HttpContext.Response.MarkFictional();
        }

        return csv is null
            ? new StudiesJson(registry, page.Studies, projection!, total, token)
            : await CsvAsync(registry, page.Studies, csv, isFirst: asked.Search.After is null, total, token, request.HttpContext.Response, cancellation);
    }

    private static ExpressionPage Find(Search.StudyIndex index, ExpressionSearch search)
    {
        try
        {
            return index.Find(search);
        }
        catch (ExpressionException refusal)
        {
            throw StudiesRequest.Refused(refusal, refusal.Origin);
        }
    }

    private static async Task<IResult> CsvAsync(
        StudyRegistry registry, ValueList<NctId> ids, RegistryCsv csv, bool isFirst, int? total, string? token, HttpResponse response, CancellationToken cancellation)
    {
        var studies = new List<StoredStudy>(ids.Count);
        await foreach (var study in registry.Store.FindEachAsync(ids.AsEnumerable(), cancellation))
        {
            studies.Add(study);
        }

        if (total is { } count)
        {
            response.Headers["x-total-count"] = count.ToString(CultureInfo.InvariantCulture);
        }

        if (token is not null)
        {
            response.Headers["x-next-page-token"] = token;
        }

        return TypedResults.Text(csv.Page(studies, withHeading: isFirst), "text/csv; charset=utf-8");
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Trialist.Registry;
using Trialist.Search.Expressions;

namespace Trialist.Web.Api.V2;

/// <summary>The routes of ClinicalTrials.gov's API v2: a tool that is written for it works here after its base address is changed (docs/reference/api-v2.md).</summary>
internal static class CtgovApi
{
    public const string Prefix = "/api/v2";

    private const string AnyOrigin = "ctgov";
    private const string PrefixOfDescription = "/api/oas";

    /// <summary>True for an address of these routes, whether there is such a route or not.</summary>
    public static bool IsUnder(PathString path) => path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments(PrefixOfDescription, StringComparison.OrdinalIgnoreCase);

    public static void AddCtgovApi(this IServiceCollection services) =>
        services.AddSingleton<GoodAnswers>().AddCors(cors => cors.AddPolicy(AnyOrigin, policy => policy
            .AllowAnyOrigin().AllowAnyHeader().WithMethods("GET", "HEAD").WithExposedHeaders("x-next-page-token", "x-total-count", "ETag", "Preference-Applied", "X-Trialist-Version", FictionHeaders.Name)));

    public static void MapCtgovApi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").RequireCors(AnyOrigin).AddEndpointFilter(AnswerAsync).ExcludeFromDescription();
        VersionRoute.Map(group);
        MetadataRoute.Map(group);
        SearchAreasRoute.Map(group);
        EnumsRoute.Map(group);
        SizeRoute.Map(group);
        FieldStatsRoutes.Map(group);
        DownloadRoute.Map(group);
        StudiesRoute.Map(group);
        ChangesRoute.Map(group);
        StudyRoute.Map(group);
        DescriptionRoute.Map(group);
        group.MapGet($"{Prefix}/{{**path}}", IResult (string? path) => throw ApiRefusal.NotFound($"There is no route `{Prefix}/{path}`"));
    }

    // The tag stands for the data, so that an answer that the client has already is not sent again.
    private static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var registry = context.RequestServices.GetRequiredService<StudyRegistry>();
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        context.Response.Headers.Append("Vary", "Prefer");
        if (StrictPreference.IsIn(context.Request))
        {
            context.Response.Headers["Preference-Applied"] = "handling=strict";
        }

        try
        {
            if (AsksCriteria(context.Request))
            {
                // What was read of criteria changes with the reader and with corrections, not with the records alone.
                return await next(invocation);
            }

            var tag = (await DataVersion.OfAsync(registry, context.RequestAborted)).Tag;

            var good = context.RequestServices.GetRequiredService<GoodAnswers>();
            var isKnown = Has(context.Request, tag);
            if (isKnown && good.Know(context.Request, tag))
            {
                return Unchanged(context.Response, tag);
            }

            // Only an answer that would be good can be unchanged: what is refused, or found elsewhere, is said again (RFC 9110, 13.2.1).
            var answer = await next(invocation);
            if (answer is RedirectHttpResult)
            {
                return answer;
            }

            good.Note(context.Request, tag);
            if (isKnown)
            {
                return Unchanged(context.Response, tag);
            }

            context.Response.Headers.ETag = tag.ToString();
            return answer;
        }
        catch (ApiRefusal refusal)
        {
            var text = refusal.Hint is { } hint && StrictPreference.IsIn(context.Request) ? $"{refusal.Message}; {hint}" : refusal.Message;
            return TypedResults.Text(text, "text/plain; charset=utf-8", statusCode: refusal.Status);
        }
    }

    private static StatusCodeHttpResult Unchanged(HttpResponse response, EntityTagHeaderValue tag)
    {
        response.Headers.ETag = tag.ToString();
        return TypedResults.StatusCode(StatusCodes.Status304NotModified);
    }

    private static bool AsksCriteria(HttpRequest request) => request.Query.Any(parameter => parameter.Value.Any(value => value is not null && CriteriaArea.MayBeIn(value)));

    private static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var tags)
        && tags.Any(known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false));
}

using Trialist.Registry;
using Trialist.Search;
using Trialist.Search.Expressions;
using Trialist.Web.Finding;

namespace Trialist.Web.Api.V2;

/// <summary>The studies that statistics are about. The registry has them of all studies only and refuses queries: they are taken where <c>filtered</c> asks for it.</summary>
internal static class ChosenStudies
{
    private const string Filtered = "filtered";

    /// <summary>The parameters of a request for statistics.</summary>
    /// <exception cref="ApiRefusal">There is one that the route does not take.</exception>
    public static ApiParameters Parameters(HttpRequest request, params ReadOnlySpan<string> known)
    {
        if (request.Query.ContainsKey(Filtered))
        {
            return new ApiParameters(request, [Filtered, .. StudiesRequest.Choosing, .. known]);
        }

        foreach (var name in request.Query.Keys.Where(name => name.StartsWith("query.", StringComparison.Ordinal) || name.StartsWith("filter.", StringComparison.Ordinal)))
        {
            throw ApiRefusal.BadRequest($"Invalid prefix in parameter name: {name}");
        }

        return new ApiParameters(request, known);
    }

    /// <summary>The search that chooses the studies; null for all.</summary>
    public static async ValueTask<ExpressionSearch?> OfAsync(ApiParameters parameters, StudyRegistry registry, CancellationToken cancellation) =>
        parameters.Flag(Filtered) && StudiesRequest.Choice(parameters) is { } choice && !(choice.Queries.IsEmpty && choice.Filters.IsEmpty) ? await choice.WithCriteriaAsync(registry, cancellation) : null;

    /// <summary>The numbers of the studies.</summary>
    public static HashSet<NctId> Ids(StudyIndex index, ExpressionSearch among) => Run(() =>
    {
        var ids = new HashSet<NctId>();
        var search = among with { Sort = [], Queries = [], Filters = [.. among.Filters, .. among.Queries.Select(query => new FilterExpression(new Expression.Area(query.Area, OfSize: false, query.Expression), query.Origin))], Limit = ExpressionSearch.MostStudies };
        for (PagePosition? after = null; ;)
        {
            var page = index.Find(search with { After = after });
            ids.UnionWith(page.Studies);
            if ((after = page.Next) is null)
            {
                return ids;
            }
        }
    });

    /// <summary>Runs what may refuse an expression, and refuses it in the registry's words.</summary>
    public static T Run<T>(Func<T> count)
    {
        try
        {
            return count();
        }
        catch (ExpressionException refusal)
        {
            throw StudiesRequest.Refused(refusal, refusal.Origin);
        }
    }
}

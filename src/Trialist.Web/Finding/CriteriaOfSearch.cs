using Trialist.Registry;
using Trialist.Search.Expressions;

namespace Trialist.Web.Finding;

/// <summary>Gives a search in the expression language what the criteria of all studies say, where it asks for that.</summary>
internal static class CriteriaOfSearch
{
    /// <summary>The search, ready to run.</summary>
    public static async ValueTask<ExpressionSearch> WithCriteriaAsync(this ExpressionSearch search, StudyRegistry registry, CancellationToken cancellation) =>
        search.AsksCriteria ? search with { Criteria = await registry.CriteriaTableAsync(cancellation) } : search;
}

using Trialist.Registry;
using Microsoft.AspNetCore.Http.HttpResults;
using Trialist.Search;
using Trialist.Search.Queries;
using Trialist.Search.Results;
using Trialist.Web.Finding;

namespace Trialist.Web.Api;

/// <summary>Search and suggestions for programs.</summary>
internal static class SearchApi
{
    private const int MostSuggestions = 50;

    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/search", SearchAsync).WithName("search").WithTags("search")
            .WithSummary("Studies that fit a search, with facets counted on all of them. Parameters are those of the search page.")
            .Produces<FoundStudies>().ProducesValidationProblem();
        v1.MapGet("/suggest", SuggestAsync).WithName("suggest").WithTags("search")
            .WithSummary("Conditions, treatments or places that begin as typed.")
            .Produces<IEnumerable<Suggestion>>().ProducesValidationProblem();
        v1.MapGet("/places", PlacesAsync).WithName("places").WithTags("search")
            .WithSummary("What a typed place is: coordinates, postal code, city, region or country with a site.")
            .Produces<IEnumerable<Trialist.Search.Places.FoundPlace>>().ProducesValidationProblem();
    }

    private static async Task<Results<Ok<FoundStudies>, ValidationProblem>> SearchAsync(HttpRequest request, StudyRegistry registry, CancellationToken cancellation)
    {
        var index = await registry.IndexAsync(cancellation);
        var asked = await SearchRequest.ReadAsync(request.Query, index, registry, cancellation);
        foreach (var unknown in request.Query.Keys.Where(name => !SearchParameter.Known.Contains(SearchParameter.Canonical(name))))
        {
            asked.Refuse(unknown, $"There is no such parameter: expected some of {string.Join(", ", SearchParameter.Known.Order(StringComparer.Ordinal))}.");
        }

        try
        {
            if (asked.Errors.Count == 0)
            {
                return TypedResults.Ok(FoundStudies.Of(index.Search(asked.Query), asked));
            }
        }
        catch (QueryRefusedException e)
        {
            asked.Refuse(e.Parameter, e.Message);
        }

        return TypedResults.ValidationProblem(asked.Errors.ToDictionary(error => error.Key, error => new[] { error.Value }), title: "The search could not be understood.");
    }

    private static async Task<Results<Ok<IEnumerable<Suggestion>>, ValidationProblem>> SuggestAsync(
        StudyRegistry registry, CancellationToken cancellation, string q = "", string kind = "condition", int limit = 10)
    {
        if (!Enum.TryParse<SuggestionKind>(kind, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted))
        {
            return Refused("kind", "Expected condition, treatment or place.");
        }

        if (limit is < 1 or > MostSuggestions)
        {
            return Refused("limit", $"Expected a whole number from 1 to {MostSuggestions}.");
        }

        var typed = q.Length <= 100 ? q : q[..100];
        var index = await registry.IndexAsync(cancellation);
        return TypedResults.Ok<IEnumerable<Suggestion>>(index.Suggest(wanted, typed, limit));
    }

    private static async Task<Results<Ok<IEnumerable<Trialist.Search.Places.FoundPlace>>, ValidationProblem>> PlacesAsync(
        StudyRegistry registry, CancellationToken cancellation, string q = "")
    {
        if (q.Length is 0 or > 200)
        {
            return Refused("q", "Expected a place of at most 200 characters.");
        }

        var index = await registry.IndexAsync(cancellation);
        return TypedResults.Ok(index.FindPlaces(q).Take(MostSuggestions));
    }

    private static ValidationProblem Refused(string name, string sentence) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { [name] = [sentence] }, title: "A parameter could not be understood.");
}

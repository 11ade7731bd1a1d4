using Trialist.Search.Areas;
using Trialist.Search.Expressions;
using Trialist.Search.Pieces;

namespace Trialist.Web.Api.V2;

/// <summary>Reads the filters, each into the expression that it stands for.</summary>
internal static class StudyFilterParameters
{
    /// <summary>Names of the filters behind <c>filter.</c> and <c>postFilter.</c>, which do the same.</summary>
    public static readonly IReadOnlyList<string> Names = ["overallStatus", "geo", "ids", "advanced", "synonyms"];

    /// <exception cref="ApiRefusal">A filter cannot be understood.</exception>
    public static IEnumerable<FilterExpression> Read(ApiParameters parameters)
    {
        foreach (var kind in new[] { "filter", "postFilter" })
        {
            if (parameters.List($"{kind}.overallStatus") is { Count: > 0 } statuses)
            {
                yield return new FilterExpression(Expression.AnyOf(statuses.Select(status => Status($"{kind}.overallStatus", status))));
            }

            if (parameters[$"{kind}.geo"] is { } geo)
            {
                yield return new FilterExpression(new Expression.Area("LocationGeoPoint", OfSize: false, GeoParameters.Circle($"{kind}.geo", geo)));
            }

            if (parameters.List($"{kind}.ids") is { Count: > 0 } ids)
            {
                yield return new FilterExpression(Expression.AnyOf(ids.Select(id => NctId.TryParse(id, out _) ? Study(id) : throw ApiRefusal.BadRequest($"Parameter `{kind}.ids` has incorrect format: `{id}`"))));
            }

            if (parameters[$"{kind}.advanced"] is { } advanced && StudiesRequest.Parse(advanced, "advanced filter", parameters.IsStrict, ranks: false) is { } expression)
            {
                yield return new FilterExpression(expression, "advanced filter");
            }

            if (parameters.List($"{kind}.synonyms") is { Count: > 0 } synonyms)
            {
                CheckSynonyms($"{kind}.synonyms", synonyms, parameters.IsStrict);
                // The registry's ids of synonyms are its own: none is known here, so no study has one.
                yield return new FilterExpression(new Expression.Not(new Expression.All()));
            }
        }

        foreach (var filter in AggregationFilters.Read(parameters))
        {
            yield return filter;
        }
    }

    /// <summary>One study, by its present or a former number.</summary>
    public static Expression Study(string id) =>
        new Expression.Area("NCTIdSearch", OfSize: false, new Expression.Expanded(Expansion.Term, new Expression.Phrase(NctId.Parse(id).ToString())));

    /// <summary>A value of a piece.</summary>
    public static Expression Value(string piece, string value) => new Expression.Area(piece, OfSize: false, new Expression.Phrase(value));

    private static Expression Status(string parameter, string status)
    {
        var known = EnumType.Named("Status").Values.Select(value => value.Value).ToList();
        return known.Contains(status) ? Value("OverallStatus", status) : throw ApiParameters.Invalid(parameter, status).Meaning(status, known);
    }

    private static void CheckSynonyms(string parameter, IReadOnlyList<string> synonyms, bool isStrict)
    {
        foreach (var synonym in synonyms)
        {
            if (synonym.Split(':') is not [var area, { Length: > 0 }] || SearchArea.Find(area) is null)
            {
                throw ApiRefusal.BadRequest($"Parameter `{parameter}` has incorrect format: `{synonym}`").Meaning(synonym.Split(':')[0], SearchArea.All.Select(known => known.Name));
            }

            if (isStrict)
            {
                throw ApiRefusal.BadRequest($"{ApiParameters.Invalid(parameter, synonym).Message}; ids of synonyms are the registry's own, and none is known here");
            }
        }
    }
}

using Trialist.Search.Areas;
using Trialist.Search.Pieces;
using Trialist.Search.Expressions;

namespace Trialist.Web.Api.V2;

/// <summary>What a request for studies asks for.</summary>
internal sealed record StudiesRequest
{
    private const int DefaultPageSize = 10;

    private static readonly string[] OfPaging = ["countTotal", "pageSize", "pageToken"];
    private static readonly (string Parameter, string Area)[] Areas =
        [.. SearchArea.All.Where(area => area.Parameter.Length > 0).Select(area => ($"query.{area.Parameter}", area.Name)), ("query.lead", "LeadSponsorName")];

    private static readonly string[] Filtering = ["aggFilters", .. new[] { "filter", "postFilter" }.SelectMany(kind => StudyFilterParameters.Names.Select(name => $"{kind}.{name}"))];

    /// <summary>The parameters that choose studies.</summary>
    public static readonly IReadOnlyList<string> Choosing = [.. Areas.Select(area => area.Parameter), .. Filtering];

    private static readonly string[] Known =
    [
        "format", "markupFormat", "geoDecay", "fields", "sort", .. OfPaging, .. Choosing,
    ];

    public required ExpressionSearch Search { get; init; }

    public required bool IsCsv { get; init; }

    public required bool LegacyMarkup { get; init; }

    public required bool CountTotal { get; init; }

    /// <summary>The fields as asked for; null for all.</summary>
    public required IReadOnlyList<string>? Fields { get; init; }

    /// <summary>The pieces that the queries look into.</summary>
    public required IReadOnlyList<string> QueriedPieces { get; init; }

    public required byte[] Fingerprint { get; init; }

    /// <exception cref="ApiRefusal">It cannot be understood.</exception>
    public static StudiesRequest Read(HttpRequest request)
    {
        if (request.Query.ContainsKey("asOf"))
        {
            throw ApiRefusal.BadRequest($"Parameter `asOf` belongs to a single study, as in `{CtgovApi.Prefix}/studies/NCT04599543?asOf=2026-11-24`");
        }

        var parameters = new ApiParameters(request, Known);
        var (chosen, queriedAreas, namesOnly) = Chosen(parameters);
        if (parameters.IsStrict)
        {
            RefuseIdle(parameters, namesOnly);
            FieldTree.RefuseSearchedOnly(parameters.List("fields"));
        }

        var proximity = namesOnly ? null : GeoParameters.Proximity(parameters);
        var sort = SortParameter.Read(parameters);
        var fingerprint = PageToken.FingerprintOf(request.Query.Where(parameter => !OfPaging.Contains(parameter.Key, StringComparer.Ordinal)).Select(parameter => (parameter.Key, parameter.Value.ToString())));
        return new StudiesRequest
        {
            Search = chosen with
            {
                // Who says how scores fall with distance wants the near ones first.
                Sort = sort.IsEmpty && proximity is not null && parameters["geoDecay"] is not null ? [new SortKey(null, Descending: true)] : sort,
                Proximity = proximity,
                After = parameters["pageToken"] is { } token ? PageToken.Read(token, fingerprint) : null,
                Limit = PageSize(parameters),
            },
            IsCsv = parameters.Choice("format", "json", "csv", "json") == "csv",
            LegacyMarkup = parameters.Choice("markupFormat", "markdown", "markdown", "legacy") == "legacy",
            CountTotal = parameters.Flag("countTotal"),
            Fields = parameters.List("fields"),
            QueriedPieces = [.. queriedAreas.SelectMany(area => SearchArea.Find(area)?.Parts.Select(part => part.Piece) ?? [area]).Distinct(StringComparer.Ordinal)],
            Fingerprint = fingerprint,
        };
    }

    /// <summary>The studies that queries and filters choose.</summary>
    /// <exception cref="ApiRefusal">One of them cannot be understood.</exception>
    public static ExpressionSearch Choice(ApiParameters parameters) => Chosen(parameters).Search;

    private static (ExpressionSearch Search, IEnumerable<string> Areas, bool NamesOnly) Chosen(ApiParameters parameters)
    {
        var queries = Areas.Select(area => (area.Parameter, area.Area, Text: parameters[area.Parameter])).Where(query => query.Text is not null).ToList();
        var names = queries.Select(query => StudyNumbers(query.Text!)).ToList();
        var namesOnly = names.Exists(numbers => numbers is not null);
        var search = new ExpressionSearch
        {
            Queries = queries.Select((query, i) => names[i] ?? Ranked(query.Parameter, query.Area, query.Text!, parameters.IsStrict)).OfType<RankedExpression>().ToValueList(),
            Filters = namesOnly ? [] : StudyFilterParameters.Read(parameters).ToValueList(),
            IsStrict = parameters.IsStrict,
        };
        return (search, queries.Select(query => query.Area), namesOnly);
    }

    /// <summary>The refusal of an expression in the registry's words.</summary>
    public static ApiRefusal Refused(ExpressionException refusal, string? origin)
    {
        var sentence = refusal.UnknownName is null ? refusal.Message : refusal.Sentence;
        var refused = ApiRefusal.BadRequest(origin is null ? $"Error parsing query: {sentence}" : $"Error parsing query in {origin}: {sentence}");
        if (refusal.UnknownName is not { } name)
        {
            return refused;
        }

        // Names and values that are not known are refused in the registry's own words, which tell no place.
        var hinted = refused.Meaning(name, KnownNames(refusal));
        return refusal.Column is { } column ? hinted.At(column) : hinted;
    }

    /// <summary>The names among which an unknown one may have been meant.</summary>
    public static IEnumerable<string> KnownNames(ExpressionException refusal) => refusal.KnownNames.IsEmpty
        ? SearchArea.All.Select(area => area.Name).Concat(CriteriaArea.All.Select(area => area.Name)).Concat(FinderArea.All.Select(area => area.Name)).Concat(PieceTable.All.Select(piece => piece.Name))
        : refusal.KnownNames;

    /// <summary>Reads an expression that a parameter holds.</summary>
    /// <exception cref="ApiRefusal">It is malformed; in a strict request also: a part of it has no effect.</exception>
    public static Expression? Parse(string text, string origin, bool isStrict, bool ranks)
    {
        try
        {
            var expression = Expression.Parse(text);
            if (isStrict && expression is not null)
            {
                IdleParts.Refuse(expression, ranks);
            }

            return expression;
        }
        catch (ExpressionException refusal)
        {
            throw Refused(refusal, origin);
        }
    }

    private static RankedExpression? Ranked(string parameter, string area, string text, bool isStrict) =>
        Parse(text, $"`{parameter}`", isStrict, ranks: true) is { } expression ? new RankedExpression(area, expression, $"`{parameter}`") : null;

    // A query of numbers only finds these studies, whatever the filters say.
    private static RankedExpression? StudyNumbers(string text)
    {
        var ids = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return ids.Length > 0 && Array.TrueForAll(ids, id => NctId.TryParse(id, out _)) ? new RankedExpression("NCTIdSearch", Expression.AnyOf(ids.Select(StudyFilterParameters.Study))) : null;
    }

    // What has no effect beside what else is asked.
    private static void RefuseIdle(ApiParameters parameters, bool namesOnly)
    {
        if (namesOnly && Filtering.FirstOrDefault(name => parameters[name] is not null) is { } filter)
        {
            throw ApiRefusal.BadRequest($"Parameter `{filter}` has no effect beside a query of study numbers only");
        }

        if (parameters["geoDecay"] is not null && parameters["filter.geo"] is null)
        {
            throw ApiRefusal.BadRequest("Parameter `geoDecay` has no effect without `filter.geo`");
        }

        if (parameters["geoDecay"] is not null && parameters.List("sort") is { Count: > 0 } sort && !sort.Any(item => item.StartsWith(SortParameter.Relevance, StringComparison.Ordinal)))
        {
            throw ApiRefusal.BadRequest("Parameter `geoDecay` has no effect with a `sort` that leaves out `@relevance`");
        }

        if (parameters["markupFormat"] is not null && parameters["format"] == "csv")
        {
            throw ApiRefusal.BadRequest("Parameter `markupFormat` has no effect with format `csv`");
        }
    }

    private static int PageSize(ApiParameters parameters)
    {
        var size = parameters.Count("pageSize") ?? 0;
        if (size == 0 && parameters is { IsStrict: true } && parameters["pageSize"] is not null)
        {
            throw ApiRefusal.BadRequest($"Invalid value in parameter `pageSize`: `0`; {DefaultPageSize} studies are on a page where nothing is said");
        }

        if (size > ExpressionSearch.MostStudies && parameters.IsStrict)
        {
            throw ApiRefusal.BadRequest($"Invalid value in parameter `pageSize`: `{size}`; at most {ExpressionSearch.MostStudies} studies are on a page");
        }

        return size == 0 ? DefaultPageSize : Math.Min(size, ExpressionSearch.MostStudies);
    }
}

namespace Trialist.Evaluation.Benches;

/// <summary>A request that real clients of the registry's API send.</summary>
/// <param name="Case">Its name in the figures.</param>
/// <param name="Path">Path and query below <c>/api/v2</c>.</param>
public sealed record ApiShape(string Case, string Path)
{
    /// <summary>The shapes of the registry's own examples and of clients that are known, ten studies a page.</summary>
    public static IReadOnlyList<ApiShape> All { get; } =
    [
        new("api.cond", "/studies?query.cond=lung+cancer&pageSize=10"),
        new("api.cond.or", "/studies?query.cond=(head+OR+neck)+AND+pain&pageSize=10&countTotal=true"),
        new("api.term", "/studies?query.term=AREA[LastUpdatePostDate]RANGE[2023-01-15,MAX]&pageSize=10&countTotal=true"),
        new("api.intr", "/studies?query.intr=pembrolizumab&filter.overallStatus=RECRUITING|NOT_YET_RECRUITING&pageSize=10"),
        new("api.fields", "/studies?query.cond=diabetes&fields=NCTId|BriefTitle|OverallStatus|HasResults&pageSize=10"),
        new("api.geo", "/studies?query.cond=cancer&filter.geo=distance(39.0035707,-77.1013313,50mi)&pageSize=10&countTotal=true"),
        new("api.advanced", "/studies?filter.advanced=AREA[MinimumAge]RANGE[MIN,+16+years]+AND+AREA[MaximumAge]RANGE[16+years,+MAX]&pageSize=10&countTotal=true"),
        new("api.location", "/studies?filter.advanced=SEARCH[Location](AREA[LocationCountry]United+States+AND+AREA[LocationStatus]Recruiting)&pageSize=10&countTotal=true"),
        new("api.agg", "/studies?aggFilters=results:with,status:com&pageSize=10&countTotal=true"),
        new("api.sort", "/studies?sort=LastUpdatePostDate&pageSize=10&fields=NCTId"),
        new("api.phrase", "/studies?query.term=\"overall+survival\"&pageSize=10&countTotal=true"),
        new("api.missing", "/studies?filter.advanced=NOT+AREA[ResultsFirstPostDate]MISSING&pageSize=10&countTotal=true"),
        new("api.ids", "/studies?filter.ids=NCT04852770,NCT01728545,NCT02109302&pageSize=10"),
        new("api.csv", "/studies?query.cond=asthma&format=csv&pageSize=10"),
    ];
}

using Trialist.Registry;
using Trialist.Search.Eligibility;
using Trialist.Search.Facets;
using Trialist.Search.Filters;
using Trialist.Search.Results;
using Trialist.Web.Finding;

namespace Trialist.Web.Api;

/// <summary>The answer of a search (docs/reference/api-v1.md).</summary>
/// <param name="Total">Exact number of studies found.</param>
/// <param name="Hits">The studies of this page.</param>
/// <param name="Facets">Counts over all studies found, by facet.</param>
internal sealed record FoundStudies(int Total, IEnumerable<FoundStudies.Hit> Hits, IEnumerable<Facet> Facets)
{
    public int Page { get; init; }

    public int Limit { get; init; }

    /// <summary>Address of the next page; null on the last.</summary>
    public string? Next { get; init; }

    public string? DidYouMean { get; init; }

    public bool Relaxed { get; init; }

    public IEnumerable<string> MissingWords { get; init; } = [];

    public IEnumerable<SynonymUse> SynonymsUsed { get; init; } = [];

    /// <summary>What all studies answer to each question about criteria; the hits are those that answer as wanted.</summary>
    public IEnumerable<Answers>? Criteria { get; init; }

    /// <summary>How many studies give which answer to one question.</summary>
    internal sealed record Answers(string Question, CriteriaAnswer? Wanted, int Allowed, int Required, int Excluded, int Unknown, int Silent);

    /// <summary>A study found. <c>Fictional</c> stands only on made-up studies.</summary>
    internal sealed record Hit(string NctId, string Title, string? Status, double Score)
    {
        public double? DistanceKm { get; init; }

        public NearestSite? NearestOpen { get; init; }

        public IEnumerable<string> Phases { get; init; } = [];

        public IEnumerable<string> Conditions { get; init; } = [];

        public IEnumerable<string> Interventions { get; init; } = [];

        public string? Sponsor { get; init; }

        public string? LastUpdate { get; init; }

        public string? Fictional { get; init; }
    }

    public static FoundStudies Of(SearchPage found, SearchRequest asked) =>
        new(found.Total, found.Hits.Select(Of), found.Facets)
        {
            Page = asked.Page,
            Limit = asked.PerPage,
            Next = asked.PerPage > 0 && asked.Query.Offset + asked.PerPage < Math.Min(found.Total, Search.StudyQuery.DeepestHit)
                ? asked.With(SearchParameter.Page, $"{asked.Page + 1}", "/api/v1/search") : null,
            DidYouMean = found.DidYouMean,
            Relaxed = found.Relaxed,
            MissingWords = found.MissingWords,
            SynonymsUsed = found.SynonymsUsed,
            Criteria = asked.Query.Filters.Criteria is { IsEmpty: false } filters ? filters.Select(Of) : null,
        };

    private static Answers Of(CriteriaFilter filter) => new(
        filter.Question.Subject, filter.Question.Wanted, filter.Count(CriteriaAnswer.Allowed), filter.Count(CriteriaAnswer.Required), filter.Count(CriteriaAnswer.Excluded),
        filter.Count(CriteriaAnswer.Unknown), filter.Count(CriteriaAnswer.Silent));

    private static Hit Of(SearchHit hit) => new(hit.Row.NctId, hit.Row.Title, hit.Row.Status, hit.Score)
    {
        DistanceKm = hit.DistanceKm,
        NearestOpen = hit.NearestOpen,
        Phases = hit.Row.Phases,
        Conditions = hit.Row.Conditions,
        Interventions = hit.Row.Interventions,
        Sponsor = hit.Row.Sponsor,
        LastUpdate = hit.Row.LastUpdate,
        Fictional = hit.NctId.IsFictional ? Fiction.Sentence : null,
    };
}

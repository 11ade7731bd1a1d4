namespace Trialist.Search.Results;

/// <summary>What a result row shows of a study, kept in the index so that a list of hits needs no store.</summary>
/// <param name="NctId">The registry's number.</param>
/// <param name="Title">The short title.</param>
/// <param name="Status">The registry's status; null when not given.</param>
public sealed record StudyRow(string NctId, string Title, string? Status)
{
    /// <summary>Short name of the study; null when it has none.</summary>
    public string? Acronym { get; init; }

    /// <summary>Interventional, observational or expanded access, in the registry's spelling; null when not given.</summary>
    public string? StudyType { get; init; }

    /// <summary>Phases, in the registry's spelling.</summary>
    public string[] Phases { get; init; } = [];

    /// <summary>The first conditions, at most <c>10</c>.</summary>
    public string[] Conditions { get; init; } = [];

    /// <summary>The first treatments, at most <c>10</c>, by name.</summary>
    public string[] Interventions { get; init; } = [];

    /// <summary>Other names of those treatments, at most <c>10</c>.</summary>
    public string[] OtherNames { get; init; } = [];

    /// <summary>Lead sponsor; null when not given.</summary>
    public string? Sponsor { get; init; }

    /// <summary>The sponsor's class; null when not given.</summary>
    public string? SponsorClass { get; init; }

    /// <summary>Sex that may take part: <c>ALL</c>, <c>FEMALE</c>, <c>MALE</c>; null when not given.</summary>
    public string? Sex { get; init; }

    /// <summary>Least age as written; null when not given.</summary>
    public string? MinimumAge { get; init; }

    /// <summary>Greatest age as written; null when not given.</summary>
    public string? MaximumAge { get; init; }

    /// <summary>True when healthy volunteers may take part; null when not given.</summary>
    public bool? HealthyVolunteers { get; init; }

    /// <summary>Planned or actual number of participants; null when not given.</summary>
    public int? Enrollment { get; init; }

    /// <summary>Start date as far as given, <c>yyyy[-MM[-dd]]</c>; null when not given.</summary>
    public string? Start { get; init; }

    /// <summary>Date of the last update as far as given; null when not given.</summary>
    public string? LastUpdate { get; init; }

    /// <summary>True when the record has results.</summary>
    public bool HasResults { get; init; }

    /// <summary>Number of sites.</summary>
    public int SiteCount { get; init; }

    /// <summary>Countries of the sites, most sites first, at most <c>10</c>.</summary>
    public string[] Countries { get; init; } = [];

    /// <summary>The city of the only site, as "Hangzhou, China"; null when there are none or several.</summary>
    public string? OnlyPlace { get; init; }

    /// <summary>The beginning of the summary; null when there is none.</summary>
    public string? Summary { get; init; }
}

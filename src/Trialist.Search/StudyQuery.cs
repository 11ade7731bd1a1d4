using Trialist.Search.Filters;
using Trialist.Search.Places;

namespace Trialist.Search;

/// <summary>What is searched for. Every text is a plain query (docs/reference/search.md); all that are given must match.</summary>
public sealed record StudyQuery
{
    /// <summary>Hits deeper than this are not paged to: a search is refined instead.</summary>
    public const int DeepestHit = 10_000;

    /// <summary>Hits on a page, at most.</summary>
    public const int MostHits = 1_000;

    /// <summary>The search box: anything, anywhere.</summary>
    public string? Text { get; init; }

    /// <summary>Condition or disease.</summary>
    public string? Condition { get; init; }

    /// <summary>Treatment.</summary>
    public string? Intervention { get; init; }

    /// <summary>Words of a site's name or address.</summary>
    public string? Location { get; init; }

    /// <summary>Words of the titles.</summary>
    public string? Title { get; init; }

    /// <summary>Sponsor or collaborator.</summary>
    public string? Sponsor { get; init; }

    /// <summary>What is measured.</summary>
    public string? Outcome { get; init; }

    /// <summary>Any identifier of the study.</summary>
    public string? Id { get; init; }

    /// <summary>Other terms, searched as <see cref="Text"/> is.</summary>
    public string? Terms { get; init; }

    /// <summary>Words of the eligibility text.</summary>
    public string? Eligibility { get; init; }

    /// <summary>What hits must also be.</summary>
    public StudyFilters Filters { get; init; } = new();

    /// <summary>Where to search: only studies with a site in the circle; null for anywhere.</summary>
    public PlaceCircle? Near { get; init; }

    /// <summary>This search at a place: in it when it is a country or a region, where a distance would be one from its middle; else near it, and sorted by distance.</summary>
    /// <param name="place">The place.</param>
    /// <param name="radiusKm">How far a site may be from a narrow place, in kilometres; null for any distance.</param>
    public StudyQuery At(FoundPlace place, double? radiusKm) => place.Area is { } area
        ? this with { Filters = Filters with { Inside = area } }
        : this with { Near = place.Within(radiusKm), Sort = StudySort.Distance };

    /// <summary>The order of hits.</summary>
    public StudySort Sort { get; init; }

    /// <summary>How many hits to pass over.</summary>
    public int Offset { get; init; }

    /// <summary>How many hits to return; 0 for counts only.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>True to count facets.</summary>
    public bool WithFacets { get; init; }

    /// <summary>False to search for the words as typed, without synonyms.</summary>
    public bool UseSynonyms { get; init; } = true;
}

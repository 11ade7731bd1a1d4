using Trialist.Search.Facets;

namespace Trialist.Search.Results;

/// <summary>What a search found.</summary>
/// <param name="Total">Exact number of studies found.</param>
/// <param name="Hits">The hits of the page asked for.</param>
public sealed record SearchPage(int Total, ValueList<SearchHit> Hits)
{
    /// <summary>The facets; empty unless asked for.</summary>
    public ValueList<Facet> Facets { get; init; }

    /// <summary>Synonyms that were searched for as well.</summary>
    public ValueList<SynonymUse> SynonymsUsed { get; init; }

    /// <summary>The query with words as the registry spells them; null when nothing better is known.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>True when no study holds all the words, and these hold only some.</summary>
    public bool Relaxed { get; init; }

    /// <summary>Words of the query that no study holds.</summary>
    public ValueList<string> MissingWords { get; init; }

    /// <summary>For each active filter, how many more studies there would be without it; none when it takes nothing away.</summary>
    public ValueList<FilterLoss> FilterLosses { get; init; }
}

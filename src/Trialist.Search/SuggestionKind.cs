namespace Trialist.Search;

/// <summary>What a suggestion is to name.</summary>
public enum SuggestionKind
{
    /// <summary>A condition or disease.</summary>
    Condition,

    /// <summary>A treatment, by any of its names.</summary>
    Treatment,

    /// <summary>A country, region or city with a site.</summary>
    Place,
}

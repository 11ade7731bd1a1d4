namespace Trialist.Search;

/// <summary>The order of hits.</summary>
public enum StudySort
{
    /// <summary>Best match first; where nothing is searched for, last updated first.</summary>
    Relevance,

    /// <summary>Nearest site first, sites that take people now before others. Needs a place.</summary>
    Distance,

    /// <summary>Last updated first.</summary>
    LastUpdate,

    /// <summary>Latest start first.</summary>
    Start,

    /// <summary>Most participants first.</summary>
    Enrollment,
}

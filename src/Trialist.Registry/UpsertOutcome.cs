namespace Trialist.Registry;

/// <summary>What became of a record that was offered to the store.</summary>
public enum UpsertOutcome
{
    /// <summary>The study was not known.</summary>
    Added,

    /// <summary>A new version of a known study.</summary>
    Updated,

    /// <summary>The same content, or a record older than the one kept, or an undated one where a dated one is kept.</summary>
    Unchanged,

    /// <summary>A study of the demo registry, which is not kept beside real ones.</summary>
    Refused,
}

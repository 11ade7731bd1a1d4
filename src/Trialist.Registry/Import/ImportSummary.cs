namespace Trialist.Registry.Import;

/// <summary>What an import did. Every record that was read is counted once.</summary>
/// <param name="Added">Studies that were not known.</param>
/// <param name="Updated">New versions of known studies.</param>
/// <param name="Unchanged">Same content, or not newer than what is kept.</param>
/// <param name="Rejected">Records that could not be imported.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record ImportSummary(long Added, long Updated, long Unchanged, IReadOnlyList<ImportReject> Rejected, TimeSpan Elapsed)
{
    /// <summary>All records that were read.</summary>
    public long Read => Added + Updated + Unchanged + Rejected.Count;

    /// <summary>Files in archives and folders that are no files of studies by their names; they hold no records that were read.</summary>
    public PassedOverFiles PassedOver { get; init; } = PassedOverFiles.None;

    /// <summary>Records that came in with values of a wrong kind.</summary>
    public ImportWarnings Warnings { get; init; } = new();

    /// <summary>Studies of the demo registry that made way for the first real ones.</summary>
    public int DemoRemoved { get; init; }

    /// <summary>Records that an interrupted import or sync had stored; they are published with this one, and count as unchanged where they came again.</summary>
    public int LeftFromBefore { get; init; }
}

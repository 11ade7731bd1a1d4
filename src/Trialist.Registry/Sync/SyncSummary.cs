using Trialist.Registry.Import;

namespace Trialist.Registry.Sync;

/// <summary>What a sync did.</summary>
/// <param name="Records">What became of the records.</param>
/// <param name="NotModified">True when the source said that nothing changed since the last sync.</param>
/// <param name="Resumed">True when it went on with a sync that was interrupted.</param>
/// <param name="Through">Updates up to this day are now here; null when the source gave no date.</param>
public sealed record SyncSummary(ImportSummary Records, bool NotModified, bool Resumed, DateOnly? Through);

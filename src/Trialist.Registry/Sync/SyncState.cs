using System.Text.Json;

namespace Trialist.Registry.Sync;

/// <summary>How far a sync is; kept in the store after every page, so that a killed sync goes on where it was.</summary>
internal sealed record SyncState
{
    private const string Key = "sync";

    /// <summary>The API that was asked: another one starts anew.</summary>
    public required string Source { get; init; }

    /// <summary>Everything updated up to this day is in the store.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>The entity tag of the last finished sync's first page.</summary>
    public string? ETag { get; init; }

    /// <summary>The sync that is under way; null between two.</summary>
    public SyncRun? Run { get; init; }

    public static async Task<SyncState> ReadAsync(IStudyStore store, string source, CancellationToken cancellation)
    {
        var kept = await store.GetMetaAsync(Key, cancellation) is { } json ? JsonSerializer.Deserialize<SyncState>(json) : null;
        return kept is not null && kept.Source == source ? kept : new SyncState { Source = source };
    }

    public ValueTask WriteAsync(IStudyStore store, CancellationToken cancellation) => store.SetMetaAsync(Key, JsonSerializer.Serialize(this), cancellation);
}

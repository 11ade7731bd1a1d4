namespace Trialist.Registry.Sync;

/// <summary>Where a sync gets its studies, and how gently.</summary>
public sealed record SyncOptions
{
    /// <summary>The registry's own API.</summary>
    public static readonly Uri ClinicalTrialsGov = new("https://clinicaltrials.gov/api/v2/");

    /// <summary>The API's base address, ending in a slash.</summary>
    public Uri Source { get; init; } = ClinicalTrialsGov;

    /// <summary>Take what was updated on this day or later; null goes on where the last sync ended, or takes everything at the first.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Studies a page; the API gives at most 1,000.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>Least time between two requests. The registry's robots.txt asks for a second.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>First wait after a failed request; it doubles each time.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often a request is tried again.</summary>
    public int Retries { get; init; } = 7;

    /// <summary>Told in a sentence why and how long a sync waits before it asks again.</summary>
    public Action<string>? Waiting { get; init; }

    /// <summary>Longest wait for one answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
}

namespace Trialist.Registry.Sync;

/// <summary>A sync under way.</summary>
/// <param name="Query">The request without its page, which must stay the same for all pages.</param>
/// <param name="PageToken">The next page; null for the first.</param>
/// <param name="ETag">The entity tag of the first page.</param>
/// <param name="Newest">The latest update seen so far.</param>
/// <param name="IsClosing">True for the second pass over what changed during the first.</param>
/// <param name="Pages">Pages read.</param>
internal sealed record SyncRun(string Query, string? PageToken, string? ETag, DateOnly? Newest, bool IsClosing, int Pages = 0);

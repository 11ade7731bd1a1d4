using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Trialist.Registry;

namespace Trialist.Web.Api;

/// <summary>What changed in the registry, for programs that follow it.</summary>
internal static class ChangesApi
{
    public const int MostChanges = 1_000;

    public static void Map(RouteGroupBuilder v1) => v1.MapGet("/changes", AnswerAsync).WithName("changes").WithTags("studies")
        .WithSummary("Studies that changed since a time or a sequence number, oldest change first.").ProducesValidationProblem();

    private static async Task<Results<Ok<Changes>, ValidationProblem>> AnswerAsync(
        StudyRegistry registry, CancellationToken cancellation, string? since = null, long after = 0, int limit = 100)
    {
        if (limit is < 1 or > MostChanges || after < 0)
        {
            return Refused(after < 0 ? "after" : "limit", after < 0 ? "Expected a sequence number." : $"Expected a whole number from 1 to {MostChanges}.");
        }

        if (since is not null)
        {
            if (TimeOf(since) is not { } from)
            {
                return Refused("since", "Expected a day or a time, such as 2026-11-24 or 2026-11-24T12:00:00Z.");
            }

            after = Math.Max(after, await registry.Store.SequenceBeforeAsync(from, cancellation));
        }

        return TypedResults.Ok(await ReadAsync(registry, after, limit, "/api/v1/changes", cancellation));
    }

    /// <summary>Changes behind a sequence number.</summary>
    /// <param name="registry">Where.</param>
    /// <param name="after">The number; 0 for all.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="route">Where the next are found.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Changes> ReadAsync(StudyRegistry registry, long after, int limit, string route, CancellationToken cancellation)
    {
        var latest = await registry.Store.PublishedSequenceAsync(cancellation);
        var changes = await registry.Store.ChangesAsync(after, limit, cancellation);
        var next = changes.Count == limit ? $"{route}?after={changes[^1].Sequence}&limit={limit}" : null;
        return new Changes(
            [.. changes.Select(change => new Change(change.NctId.ToString(), change.Number, change.Sequence, change.SeenAt, change.LastUpdate?.ToString()))],
            [.. (await registry.Store.RemovedAsync(after, cancellation)).Select(id => id.ToString())],
            latest, next);
    }

    /// <summary>The time that is written; null when it is none.</summary>
    public static DateTimeOffset? TimeOf(string written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static ValidationProblem Refused(string name, string sentence) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { [name] = [sentence] }, title: "A parameter could not be understood.");

    /// <summary>One page of changes.</summary>
    internal sealed record Changes([property: System.Text.Json.Serialization.JsonPropertyName("changes")] IReadOnlyList<Change> ChangedStudies, IReadOnlyList<string> Removed, long Latest, string? Next);

    /// <summary>The present version of a study that changed.</summary>
    internal sealed record Change(string NctId, int Version, long Sequence, DateTimeOffset SeenAt, string? LastUpdate);
}

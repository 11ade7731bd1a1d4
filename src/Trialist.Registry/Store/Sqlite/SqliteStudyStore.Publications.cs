using Dapper;
using Microsoft.Data.Sqlite;

namespace Trialist.Registry.Store.Sqlite;

/// <content>When changes came into sight.</content>
internal sealed partial class SqliteStudyStore
{
    public ValueTask<long> SequenceBeforeAsync(DateTimeOffset time, CancellationToken cancellation) => Guard(() =>
    {
        using var connection = database.Connect();
        return new ValueTask<long>(connection.ExecuteScalar<long?>(
            "SELECT max(sequence) FROM publication_log WHERE published_at < @time", new { time = time.ToUnixTimeMilliseconds() }) ?? 0);
    });

    public ValueTask<DateTimeOffset?> PublishedAtAsync(CancellationToken cancellation) => Guard(() =>
    {
        using var connection = database.Connect();
        var last = connection.ExecuteScalar<long?>("SELECT max(published_at) FROM publication_log");
        return new ValueTask<DateTimeOffset?>(last is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null);
    });

    // Only once readers see the changes is it known when they did: who asked a moment before must find them with the time of that moment.
    // Until this is written, and when it never is, the changes count as later than any time.
    private void LogPublication(SqliteConnection connection) => connection.Execute(
        """
        INSERT INTO publication_log (sequence, published_at)
        SELECT published, max(@now, coalesce((SELECT max(published_at) FROM publication_log), @now)) FROM publication
        WHERE published > coalesce((SELECT max(sequence) FROM publication_log), 0)
        """,
        new { now = clock.GetUtcNow().ToUnixTimeMilliseconds() });
}

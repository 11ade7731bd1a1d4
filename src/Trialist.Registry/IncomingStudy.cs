namespace Trialist.Registry;

/// <summary>A record on its way into the store, with the work done that needs no store.</summary>
/// <param name="Study">The typed fields.</param>
/// <param name="Packed">The record as it came, compressed as <see cref="IStudyStore.Pack"/> does.</param>
/// <param name="Hash">SHA-256 of the content.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="SeenAt">When it was seen to be so.</param>
public sealed record IncomingStudy(Study Study, ReadOnlyMemory<byte> Packed, ReadOnlyMemory<byte> Hash, StudyOrigin Origin, DateTimeOffset SeenAt)
{
    /// <summary>Compresses and hashes a record for a store.</summary>
    public static IncomingStudy Of(StudyRecord record, StudyOrigin origin, DateTimeOffset seenAt, IStudyStore store) =>
        new(record.Study, store.Pack(record.Json.Span), Store.ContentHash.Of(record.Json), origin, seenAt);
}

using Trialist.Matching;
using Trialist.Registry;
using Trialist.Registry.Readings;

namespace Trialist.Screening;

/// <summary>The studies of a registry with their criteria as read, kept in memory until the registry changes.</summary>
internal sealed class StudyShelf(StudyRegistry registry, IVocabulary vocabulary) : IDisposable
{
    private const int AtATime = 64;

    private readonly SemaphoreSlim filling = new(1, 1);
    private volatile Shelf? current;

    private sealed record Shelf(long Sequence, string Corrections, ReadStudies Studies);

    /// <summary>All studies as last published.</summary>
    public async Task<ReadStudies> AllAsync(CancellationToken cancellation)
    {
        var sequence = await registry.Store.PublishedSequenceAsync(cancellation);
        var corrections = registry.CorrectionsStamp;
        if (current is { } kept && kept.Sequence == sequence && kept.Corrections == corrections)
        {
            return kept.Studies;
        }

        await filling.WaitAsync(cancellation);
        try
        {
            if (current is { } filled && filled.Sequence == sequence && filled.Corrections == corrections)
            {
                return filled.Studies;
            }

            // Studies are read while the next ones come from the disk.
            List<Task<List<ReadStudy>>> parts = [];
            List<StoredReading> readings = [];
            await foreach (var reading in registry.ReadingsAsync(cancellation))
            {
                readings.Add(reading);
                if (readings.Count == AtATime)
                {
                    parts.Add(ReadAsync(readings, cancellation));
                    readings = [];
                }
            }

            parts.Add(ReadAsync(readings, cancellation));
            var read = (await Task.WhenAll(parts)).SelectMany(part => part).ToList();
            current = new Shelf(sequence, corrections, new ReadStudies(read, vocabulary));
            return current.Studies;
        }
        finally
        {
            filling.Release();
        }
    }

    private Task<List<ReadStudy>> ReadAsync(List<StoredReading> readings, CancellationToken cancellation) =>
        Task.Run(() => readings.ConvertAll(reading => new ReadStudy(reading.Study.Study, registry.CriteriaOf(reading))), cancellation);

    /// <summary>One study; null when it is not in the registry.</summary>
    public async Task<ReadStudy?> FindAsync(NctId id, CancellationToken cancellation) =>
        current is { } kept && kept.Corrections == registry.CorrectionsStamp && kept.Sequence == await registry.Store.PublishedSequenceAsync(cancellation) ? kept.Studies.Find(id)
        : await registry.Store.FindAsync(id, cancellation) is { } stored ? new ReadStudy(stored.Study, await registry.CriteriaAsync(stored, cancellation)) : null;

    public void Dispose() => filling.Dispose();
}

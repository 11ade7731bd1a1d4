using Trialist.Criteria;
using Trialist.Criteria.Json;
using Trialist.Registry.Readings;
using Trialist.Search.Eligibility;

namespace Trialist.Registry;

/// <content>Criteria documents: read once for each version of a study and of the reader, and kept.</content>
public sealed partial class StudyRegistry
{
    private readonly CorrectionFolder corrections;

    // The reader with the vocabularies that were installed when this process began: they teach it names.
    private readonly string engine;

    private const int KeptAtOnce = 256; // documents a transaction: a writer beside waits for milliseconds

    /// <summary>The criteria of a study as read; null when it has no criteria text. A document that is not kept yet is read now.</summary>
    public async ValueTask<CriteriaDocument?> CriteriaAsync(StoredStudy stored, CancellationToken cancellation) =>
        CriteriaOf(new StoredReading(stored, await Store.FindCriteriaAsync(stored.NctId, stored.Version.Number, engine, cancellation)));

    /// <summary>Every study with its criteria document as kept, by id.</summary>
    public IAsyncEnumerable<StoredReading> ReadingsAsync(CancellationToken cancellation) => Store.ReadingsAsync(engine, cancellation);

    /// <summary>The document of a study; read now when none is kept.</summary>
    public CriteriaDocument? CriteriaOf(StoredReading reading)
    {
        var document = reading.Kept switch
        {
            null => Read(reading.Study.Study),
            { IsEmpty: true } => null,
            { } json => CriteriaJson.Read(json),
        };
        return document is null ? null : corrections.Correct(reading.Study.NctId, document);
    }

    /// <summary>Changes when a curator's file comes, goes or is saved: documents that were asked for before may read otherwise then.</summary>
    public string CorrectionsStamp => corrections.Stamp;

    /// <summary>How many studies have no document of this version of the reader yet.</summary>
    public ValueTask<int> CountUnreadAsync(CancellationToken cancellation) => Store.CountUnreadAsync(engine, cancellation);

    /// <summary>Reads the criteria of all studies that have no document of this version of the reader, and keeps the documents. Searches and pages go on meanwhile.</summary>
    /// <param name="threads">How many studies are read at the same time.</param>
    /// <param name="progress">Told after every batch; null when nobody looks.</param>
    /// <param name="cancellation">Stops soon; what was kept stays.</param>
    /// <returns>How many studies were read.</returns>
    public async Task<int> ReadCriteriaAsync(int threads, IProgress<CriteriaProgress>? progress, CancellationToken cancellation)
    {
        var total = await CountUnreadAsync(cancellation);
        if (total == 0)
        {
            return 0;
        }

        var batch = new List<KeptCriteria>(KeptAtOnce);
        var read = 0;
        using var keeping = new SemaphoreSlim(1);
        await Parallel.ForEachAsync(
            Store.UnreadAsync(engine, cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            async (stored, stop) =>
            {
                var kept = Keep(stored);
                await keeping.WaitAsync(stop);
                try
                {
                    batch.Add(kept);
                    if (batch.Count == KeptAtOnce)
                    {
                        read += await KeepAsync(batch, stop);
                        progress?.Report(new CriteriaProgress(read, Math.Max(read, total)));
                    }
                }
                finally
                {
                    keeping.Release();
                }
            });
        read += await KeepAsync(batch, cancellation);
        progress?.Report(new CriteriaProgress(read, read));
        await Store.ForgetCriteriaExceptAsync(engine, cancellation);
        return read;
    }

    private async ValueTask<int> KeepAsync(List<KeptCriteria> batch, CancellationToken cancellation)
    {
        await Store.KeepCriteriaAsync(batch, engine, cancellation);
        var count = batch.Count;
        batch.Clear();
        return count;
    }

    /// <summary>
    /// What all studies say of values and concepts, for searches; made anew when documents were kept since the last call. Of a large registry, where that takes seconds, it is the last
    /// that was made, brought up to date by <see cref="RenewCriteriaTableAsync"/>; a curator's file counts at once.
    /// </summary>
    public ValueTask<CriteriaTable> CriteriaTableAsync(CancellationToken cancellation) => TableAsync(mayBeOld: true, cancellation);

    /// <summary>Has <see cref="CriteriaTableAsync"/> give what is kept now.</summary>
    public async Task RenewCriteriaTableAsync(CancellationToken cancellation) => await TableAsync(mayBeOld: false, cancellation);

    private async ValueTask<CriteriaTable> TableAsync(bool mayBeOld, CancellationToken cancellation)
    {
        var state = (await Store.CriteriaStateAsync(engine, cancellation), corrections.Stamp);
        if (criteriaTable is { } made && made.MayServe(state, mayBeOld))
        {
            return made.Table;
        }

        await making.WaitAsync(cancellation); // who comes second finds what the first made
        try
        {
            if (criteriaTable is { } ready && ready.MayServe(state, mayBeOld))
            {
                return ready.Table;
            }

            state = (await Store.CriteriaStateAsync(engine, cancellation), corrections.Stamp);
            var table = await MakeTableAsync(cancellation);
            criteriaTable = new MadeTable(state, table, IsDear: await Store.CountAsync(cancellation) >= ManyStudies);
            return table;
        }
        finally
        {
            making.Release();
        }
    }

    private async Task<CriteriaTable> MakeTableAsync(CancellationToken cancellation)
    {
        List<(NctId, IReadOnlyList<CriterionTerm>)> studies = [];
        var corrected = corrections.Studies.ToHashSet();
        await foreach (var (id, terms) in Store.CriteriaTermsAsync(engine, cancellation))
        {
            studies.Add((id, corrected.Contains(id) && await Store.FindAsync(id, cancellation) is { } stored && await CriteriaAsync(stored, cancellation) is { } document
                ? CriteriaTerms.Of(document)
                : CriteriaTerms.Unpack(terms)));
        }

        return new CriteriaTable(studies);
    }

    private const int ManyStudies = 10_000; // fewer are gone over in a moment
    private readonly SemaphoreSlim making = new(1);
    private volatile MadeTable? criteriaTable;

    private sealed record MadeTable((string Kept, string Corrections) State, CriteriaTable Table, bool IsDear)
    {
        public bool MayServe((string Kept, string Corrections) state, bool mayBeOld) => State == state || (mayBeOld && IsDear && State.Corrections == state.Corrections);
    }

    private static KeptCriteria Keep(StoredStudy stored) => Read(stored.Study) is { } document
        ? new KeptCriteria(stored.NctId, stored.Version.Number, CriteriaJson.Write(document), CriteriaTerms.Pack(CriteriaTerms.Of(document)))
        : new KeptCriteria(stored.NctId, stored.Version.Number, default, default);

    private static CriteriaDocument? Read(Study study) =>
        string.IsNullOrWhiteSpace(study.Eligibility.Text) ? null : CriteriaReader.Default.Read(study.Eligibility.Text, study.Eligibility);
}

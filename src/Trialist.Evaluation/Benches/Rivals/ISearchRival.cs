namespace Trialist.Evaluation.Benches.Rivals;

/// <summary>Another search engine, filled with the same text and asked the same: top ten and the exact total.</summary>
internal interface ISearchRival : IDisposable
{
    /// <summary>Its name in the figures.</summary>
    string Engine { get; }

    /// <summary>Asks every query in each of some rounds, one after another.</summary>
    IReadOnlyList<QueryTime> Time(IReadOnlyList<BenchQuery> queries, int rounds, CancellationToken cancellation);
}

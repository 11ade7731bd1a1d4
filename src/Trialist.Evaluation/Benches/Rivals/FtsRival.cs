namespace Trialist.Evaluation.Benches.Rivals;

/// <summary>SQLite FTS5 doing the same work: top ten by bm25 and the exact total, over the same text.</summary>
internal sealed class FtsRival(IEnumerable<Study> studies) : ISearchRival
{
    private readonly FtsTable table = new(studies, BenchText.Of);

    public string Engine => "sqlite";

    public IReadOnlyList<QueryTime> Time(IReadOnlyList<BenchQuery> queries, int rounds, CancellationToken cancellation) => QueryTime.Measure(queries, rounds, Search, cancellation);

    public void Dispose() => table.Dispose();

    private void Search(BenchQuery query)
    {
        var match = query.Case switch
        {
            BenchQuery.Or => string.Join(" OR ", query.Words.Select(word => $"\"{word}\"")),
            BenchQuery.Phrase => $"\"{string.Join(' ', query.Words)}\"",
            _ => string.Join(" AND ", query.Words.Select(word => $"\"{word}\"")),
        };
        table.Best(match, 10);
        table.Count(match);
    }
}

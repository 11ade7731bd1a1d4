using Lucene.Net.Index;
using Lucene.Net.Search;
using Trialist.Search.Pieces;
using Trialist.Search.Searching;

namespace Trialist.Search.Expressions.Running;

/// <summary>Keeps the studies of one page: those that come next behind a position, in the order of the keys and then of the numbers.</summary>
internal sealed class PageCollector : ICollector
{
    private readonly Snapshot snapshot;
    private readonly (Piece? Piece, bool Descending)[] keys;
    private readonly Func<AtomicReaderContext, int, double>? share;
    private readonly Entry? after; // a study of the page before
    private readonly int capacity;
    private readonly SortedSet<Entry> kept;
    private Entry last; // of those kept, once there are enough
    private OrderColumn?[] columns = [];
    private int[] numbers = [];
    private AtomicReaderContext? context;
    private Scorer? scorer;

    public PageCollector(Snapshot snapshot, ExpressionSearch search, ValueList<SortKey> sort, Func<AtomicReaderContext, int, double>? share)
    {
        this.snapshot = snapshot;
        this.share = share;
        keys = [.. sort.Select(key => (key.Piece is null ? null : PieceTable.Find(key.Piece), key.Descending))];
        kept = new SortedSet<Entry>(Comparer<Entry>.Create(Compare));
        capacity = search.Limit + 1; // one more tells whether there is a next page
        after = search.After is { } position ? new Entry(KeyAt(position.Keys, 0), KeyAt(position.Keys, 1), position.Last.Number) : null;
    }

    /// <summary>Studies found on all pages.</summary>
    public int Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    public ExpressionPage Page(int limit)
    {
        var shown = kept.Take(limit).ToList();
        Entry? next = kept.Count > limit && shown.Count > 0 ? shown[^1] : null;
        return new ExpressionPage(Total, shown.Select(entry => IdOf(entry.Number)).ToValueList(), next is { } end ? new PagePosition([end.First, end.Second], IdOf(end.Number)) : null);
    }

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        this.context = context;
        columns = [.. keys.Select(key => key.Piece is null ? null : snapshot.OrderOf(context, key.Piece))];
        numbers = snapshot.NumbersOf(context);
    }

    public void Collect(int doc)
    {
        Total++;
        var entry = new Entry(Key(0, doc), Key(1, doc), numbers[doc]);
        if ((after is { } before && Compare(entry, before) <= 0) || (kept.Count == capacity && Compare(entry, last) >= 0))
        {
            return;
        }

        kept.Add(entry);
        if (kept.Count > capacity)
        {
            kept.Remove(last);
        }

        last = kept.Count == capacity ? kept.Max : last;
    }

    private static NctId IdOf(int number) => NctId.Parse($"NCT{number:00000000}");

    private static double KeyAt(ValueList<double> keys, int i) => i < keys.Count ? keys[i] : 0;

    private double Key(int i, int doc) =>
        i >= keys.Length ? 0
        : columns[i] is { } column ? column.Of(doc, keys[i].Descending)
        : scorer!.GetScore() * (share is null ? 1 : share(context!, doc));

    private int Compare(Entry left, Entry right)
    {
        var first = CompareKey(left.First, right!.First, 0);
        var second = first != 0 ? first : CompareKey(left.Second, right.Second, 1);
        return second != 0 ? second : left.Number.CompareTo(right.Number);
    }

    private int CompareKey(double left, double right, int i) => (double.IsNaN(left), double.IsNaN(right)) switch
    {
        (true, true) => 0,
        (true, false) => 1,
        (false, true) => -1,
        (false, false) => i < keys.Length && keys[i].Descending ? right.CompareTo(left) : left.CompareTo(right),
    };

    private readonly record struct Entry(double First, double Second, int Number);
}

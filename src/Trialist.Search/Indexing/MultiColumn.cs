namespace Trialist.Search.Indexing;

/// <summary>A column with any number of numbers for each study.</summary>
internal sealed class MultiColumn
{
    private readonly int[] starts;
    private readonly int[] values;

    private MultiColumn(int[] starts, int[] values) => (this.starts, this.values) = (starts, values);

    public ReadOnlySpan<int> this[int doc] => values.AsSpan(starts[doc]..starts[doc + 1]);

    /// <summary>Gathers the rows of a column, in the order of the studies.</summary>
    internal sealed class Builder(int docs)
    {
        private readonly int[] starts = new int[docs + 1];
        private readonly List<int> values = [];
        private int next;

        public void Add(IEnumerable<int> row)
        {
            values.AddRange(row);
            starts[++next] = values.Count;
        }

        public MultiColumn Build() => new(starts, [.. values]);
    }
}

using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Trialist.Search.Indexing;

/// <summary>Hands each word of a combined field to the index as often as it weighs.</summary>
internal sealed class WeightedStream : TokenStream
{
    private readonly ICharTermAttribute term;
    private readonly IReadOnlyDictionary<string, float> weights;
    private IEnumerator<KeyValuePair<string, float>> next;
    private int left;

    public WeightedStream(IReadOnlyDictionary<string, float> weights)
    {
        this.weights = weights;
        next = weights.GetEnumerator();
        term = AddAttribute<ICharTermAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (left == 0)
        {
            if (!next.MoveNext())
            {
                return false;
            }

            left = AreaWeights.CountOf(next.Current.Value);
        }

        left--;
        term.SetEmpty().Append(next.Current.Key);
        return true;
    }

    public override void Reset()
    {
        next.Dispose();
        next = weights.GetEnumerator();
        left = 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            next.Dispose();
        }

        base.Dispose(disposing);
    }
}

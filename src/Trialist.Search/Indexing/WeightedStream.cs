using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Trialist.Search.Indexing;

/// <summary>Hands each word of a combined field to the index as often as it weighs; the weights may be filled again for the next study.</summary>
internal sealed class WeightedStream : TokenStream
{
    private readonly TermBytes term = new();
    private readonly IPositionIncrementAttribute increment;
    private readonly Dictionary<string, float> weights;
    private Dictionary<string, float>.Enumerator next;
    private int left;

    public WeightedStream(Dictionary<string, float> weights)
    {
        this.weights = weights;
        next = weights.GetEnumerator();
        AddAttributeImpl(term);
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        if (left == 0)
        {
            if (!next.MoveNext())
            {
                return false;
            }

            left = AreaWeights.CountOf(next.Current.Value);
            term.Set(next.Current.Key);
        }

        left--;
        return true;
    }

    public override void Reset()
    {
        next = weights.GetEnumerator();
        left = 0;
        increment.PositionIncrement = 1; // the end of a stream leaves it at 0
    }
}

namespace Trialist.Search.Searching;

/// <summary>Keeps the best studies seen: a heap whose root is the worst kept.</summary>
/// <param name="capacity">How many to keep.</param>
/// <param name="placeOf">Of studies with the same key the one with the least place stands first.</param>
internal sealed class TopHits(int capacity, Func<int, int> placeOf)
{
    private readonly List<(double Key, int Doc)> heap = new(Math.Min(capacity, 1024));

    /// <summary>A study with a key not above this one is not kept.</summary>
    public double Threshold => heap.Count < capacity ? double.NegativeInfinity : heap.Count == 0 ? double.PositiveInfinity : heap[0].Key;

    public void Offer(double key, int doc)
    {
        if (heap.Count < capacity)
        {
            heap.Add((key, doc));
            Rise(heap.Count - 1);
        }
        else if (capacity > 0 && IsWorse(heap[0], (key, doc)))
        {
            heap[0] = (key, doc);
            Sink();
        }
    }

    /// <summary>The kept studies, best first.</summary>
    public List<(double Key, int Doc)> InOrder()
    {
        var sorted = new List<(double Key, int Doc)>(heap);
        sorted.Sort((left, right) => IsWorse(left, right) ? 1 : IsWorse(right, left) ? -1 : 0);
        return sorted;
    }

    private bool IsWorse((double Key, int Doc) left, (double Key, int Doc) right) => left.Key < right.Key || (left.Key == right.Key && placeOf(left.Doc) > placeOf(right.Doc));

    private void Rise(int i)
    {
        while (i > 0 && IsWorse(heap[i], heap[(i - 1) / 2]))
        {
            (heap[i], heap[(i - 1) / 2]) = (heap[(i - 1) / 2], heap[i]);
            i = (i - 1) / 2;
        }
    }

    private void Sink()
    {
        for (var i = 0; ;)
        {
            var worst = i;
            for (var child = (2 * i) + 1; child <= (2 * i) + 2 && child < heap.Count; child++)
            {
                worst = IsWorse(heap[child], heap[worst]) ? child : worst;
            }

            if (worst == i)
            {
                return;
            }

            (heap[i], heap[worst]) = (heap[worst], heap[i]);
            i = worst;
        }
    }
}

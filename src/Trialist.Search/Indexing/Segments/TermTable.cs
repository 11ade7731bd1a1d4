using System.Text;

namespace Trialist.Search.Indexing.Segments;

/// <summary>The terms of a segment that is being gathered, for all its fields: a term is a number until it is written.</summary>
internal sealed class TermTable
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public int Count => numbers.Count;

    /// <summary>Letters of all terms.</summary>
    public long Letters { get; private set; }

    /// <summary>The number of a term.</summary>
    public int NumberOf(string term)
    {
        if (!numbers.TryGetValue(term, out var number))
        {
            numbers.Add(term, number = numbers.Count);
            Letters += term.Length;
        }

        return number;
    }

    /// <summary>Puts the terms in the order of the index, that of their bytes.</summary>
    public RankedTerms Rank()
    {
        var bytes = new byte[numbers.Keys.Sum(Encoding.UTF8.GetByteCount)];
        var keys = new TermKey[numbers.Count];
        var end = 0;
        foreach (var (term, number) in numbers)
        {
            var length = Encoding.UTF8.GetBytes(term, bytes.AsSpan(end));
            keys[number] = TermKey.Of(bytes, end, length, number);
            end += length;
        }

        Array.Sort(keys);
        return new RankedTerms(bytes, keys);
    }

    public void Clear()
    {
        numbers.Clear();
        Letters = 0;
    }
}

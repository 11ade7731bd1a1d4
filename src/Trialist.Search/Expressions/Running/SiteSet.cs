using System.Buffers;
using System.Numerics;

namespace Trialist.Search.Expressions.Running;

/// <summary>A set of the sites of a segment, in room that is used again: sets of a large segment are large, and each question needs some.</summary>
internal sealed class SiteSet : IDisposable
{
    private const int Bits = 64;

    private readonly int length;
    private long[] words;

    private SiteSet(int sites)
    {
        length = (sites + Bits - 1) / Bits;
        words = ArrayPool<long>.Shared.Rent(length);
        Array.Clear(words, 0, length);
    }

    private Span<long> Words => words.AsSpan(0, length);

    /// <summary>An empty set.</summary>
    /// <param name="numbers">The sites that there are.</param>
    public static SiteSet Of(SiteNumbers numbers) => new(numbers.Count);

    public void Dispose()
    {
        ArrayPool<long>.Shared.Return(words);
        words = [];
    }

    public void Add(int site) => words[site / Bits] |= 1L << (site % Bits);

    /// <summary>Adds the sites from a number on and before another one.</summary>
    public void AddAll(int from, int before)
    {
        for (var site = from; site < before; site++)
        {
            Add(site);
        }
    }

    public void Add(SiteSet other)
    {
        var mine = Words;
        var theirs = other.Words;
        for (var i = 0; i < mine.Length; i++)
        {
            mine[i] |= theirs[i];
        }
    }

    /// <summary>Keeps what is in the other set as well.</summary>
    /// <returns>True when something is left.</returns>
    public bool Keep(SiteSet other)
    {
        var mine = Words;
        var theirs = other.Words;
        var left = 0L;
        for (var i = 0; i < mine.Length; i++)
        {
            left |= mine[i] &= theirs[i];
        }

        return left != 0;
    }

    /// <summary>Takes out what is in the other set.</summary>
    public void Remove(SiteSet other)
    {
        var mine = Words;
        var theirs = other.Words;
        for (var i = 0; i < mine.Length; i++)
        {
            mine[i] &= ~theirs[i];
        }
    }

    /// <summary>The first site of the set from a number on; -1 when there is none.</summary>
    public int Next(int from)
    {
        if (from >= length * Bits)
        {
            return -1;
        }

        var i = from / Bits;
        for (var word = (ulong)words[i] >> (from % Bits) << (from % Bits); ; word = (ulong)words[i])
        {
            if (word != 0)
            {
                return (i * Bits) + BitOperations.TrailingZeroCount(word);
            }

            if (++i == length)
            {
                return -1;
            }
        }
    }
}

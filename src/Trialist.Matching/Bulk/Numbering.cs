using System.Collections.Concurrent;

namespace Trialist.Matching.Bulk;

/// <summary>Numbers from 0 for things as they are first seen. Safe to share between threads.</summary>
internal sealed class Numbering<T> where T : notnull
{
    private readonly ConcurrentDictionary<T, int> numbers = new();
    private readonly List<T> things = [];
    private readonly Lock adding = new();

    /// <summary>How many things have a number.</summary>
    public int Count
    {
        get
        {
            lock (adding)
            {
                return things.Count;
            }
        }
    }

    /// <summary>The thing of a number.</summary>
    public T this[int number]
    {
        get
        {
            lock (adding)
            {
                return things[number];
            }
        }
    }

    /// <summary>The number of a thing.</summary>
    public int Of(T thing)
    {
        if (!numbers.TryGetValue(thing, out var number))
        {
            lock (adding)
            {
                if (!numbers.TryGetValue(thing, out number))
                {
                    number = things.Count;
                    things.Add(thing);
                    numbers[thing] = number;
                }
            }
        }

        return number;
    }
}

namespace Trialist.Search.Indexing;

/// <summary>Values of one column, each once, numbered in the order of their first use. Grows only, so that segments of the index share the numbers.</summary>
internal sealed class ValueTable
{
    private readonly Lock growing = new();
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> values = [];

    public int Count
    {
        get
        {
            lock (growing)
            {
                return values.Count;
            }
        }
    }

    public string this[int number]
    {
        get
        {
            lock (growing)
            {
                return values[number];
            }
        }
    }

    public int NumberOf(string value)
    {
        lock (growing)
        {
            if (!numbers.TryGetValue(value, out var number))
            {
                numbers[value] = number = values.Count;
                values.Add(value);
            }

            return number;
        }
    }

    /// <summary>The number of a value; -1 when no study has it.</summary>
    public int Find(string value)
    {
        lock (growing)
        {
            return numbers.GetValueOrDefault(value, -1);
        }
    }
}

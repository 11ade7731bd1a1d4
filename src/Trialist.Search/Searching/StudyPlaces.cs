namespace Trialist.Search.Searching;

/// <summary>Finds the studies of a segment by their numbers.</summary>
internal sealed class StudyPlaces
{
    private readonly int[] sorted;
    private readonly int[] docs;

    /// <param name="numbers">The number of each study, in the order of the segment.</param>
    public StudyPlaces(int[] numbers)
    {
        sorted = [.. numbers];
        docs = [.. Enumerable.Range(0, numbers.Length)];
        Array.Sort(sorted, docs);
    }

    /// <summary>The place of every study with a number: one, or several while former versions are not merged away.</summary>
    public ReadOnlySpan<int> Of(int number)
    {
        var from = sorted.AsSpan().BinarySearch(number);
        if (from < 0)
        {
            return [];
        }

        var to = from + 1;
        while (from > 0 && sorted[from - 1] == number)
        {
            from--;
        }

        while (to < sorted.Length && sorted[to] == number)
        {
            to++;
        }

        return docs.AsSpan(from..to);
    }
}

namespace Trialist.Search.Pieces;

/// <summary>Finds what somebody may have meant.</summary>
public static class NearestName
{
    private const int MostNames = 12;
    private const int Longest = 100; // nobody means a name by more

    /// <summary>The name that is written nearly so, whatever its case; null where none is near.</summary>
    public static string? Find(string written, IEnumerable<string> names)
    {
        if (written.Length > Longest)
        {
            return null;
        }

        int Far(string name) => Distance(written.ToUpperInvariant(), name.ToUpperInvariant());
        return names.MinBy(Far) is { } nearest && Far(nearest) <= Math.Max(1, nearest.Length / 3) ? nearest : null;
    }

    /// <summary>"did you mean `x`?" where one name is near, else the names that there are.</summary>
    public static string Sentence(string written, IEnumerable<string> names)
    {
        var all = names.ToList();
        return Find(written, all) is { } nearest
            ? $"did you mean `{nearest}`?"
            : $"expected {string.Join(", ", all.Take(MostNames).Select(name => $"`{name}`"))}{(all.Count > MostNames ? ", …" : "")}";
    }

    // Levenshtein's distance; names are short.
    private static int Distance(string left, string right)
    {
        var costs = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = costs[0];
            costs[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = costs[j];
                costs[j] = Math.Min(Math.Min(costs[j] + 1, costs[j - 1] + 1), diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return costs[^1];
    }
}

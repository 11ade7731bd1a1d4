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

        var upper = written.ToUpperInvariant();
        return names.Where(name => Math.Abs(name.Length - written.Length) <= Allowed(name)) // the distance is not less
            .Select(name => (Name: name, Far: Distance(upper, name.ToUpperInvariant())))
            .Where(name => name.Far <= Allowed(name.Name))
            .OrderBy(name => name.Far).Select(name => name.Name).FirstOrDefault();
    }

    /// <summary>The name that is written with at most one letter wrong, missing or too much, whatever its case; null where there is none.</summary>
    public static string? OneLetterFrom(string written, IEnumerable<string> names) =>
        names.FirstOrDefault(name => Math.Abs(name.Length - written.Length) <= 1 && Distance(written.ToUpperInvariant(), name.ToUpperInvariant()) <= 1);

    /// <summary>"did you mean `x`?" where one name is near, else the names that there are.</summary>
    public static string Sentence(string written, IEnumerable<string> names)
    {
        var all = names.ToList();
        return Find(written, all) is { } nearest
            ? $"did you mean `{nearest}`?"
            : $"expected {string.Join(", ", all.Take(MostNames).Select(name => $"`{name}`"))}{(all.Count > MostNames ? ", …" : "")}";
    }

    private static int Allowed(string name) => Math.Max(1, name.Length / 3);

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

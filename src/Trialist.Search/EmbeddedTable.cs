using System.Reflection;

namespace Trialist.Search;

/// <summary>Reads the tab-separated tables that are built into the assembly.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows after the heading, split at tabs; comment lines start with #.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The table {name} is not built in.");
        using var reader = new StreamReader(stream);
        var headingSeen = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (headingSeen)
            {
                yield return line.Split('\t');
            }

            headingSeen = true;
        }
    }
}

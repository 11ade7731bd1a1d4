using System.Reflection;
using System.Text;

namespace Trialist.Terminology.Tables;

/// <summary>The tables of <c>data/lexicon</c>, carried inside the assembly.</summary>
internal static class EmbeddedTables
{
    /// <summary>Reads one table by its file name without the ending.</summary>
    public static TsvTable Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"lexicon/{name}.tsv")
            ?? throw new FormatException($"The table {name} is not part of the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new TsvTable(name, reader);
    }
}

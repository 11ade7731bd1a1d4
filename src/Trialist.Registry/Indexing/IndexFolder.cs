using System.Globalization;
using Lucene.Net.Store;
using Trialist.Search.Storage;
using Directory = System.IO.Directory;

namespace Trialist.Registry.Indexing;

/// <summary>Where the search index lives: one folder a generation, and a file that names the one in use, so that a new index is built beside the old one and swapped in one step.</summary>
internal sealed class IndexFolder(string dataFolder)
{
    private const string PointerFile = "current";
    private const string FirstGeneration = "1";

    private readonly string root = Path.Combine(dataFolder, "index");

    /// <summary>Where it is.</summary>
    public override string ToString() => root;

    /// <summary>The generation in use; null when there is no index yet.</summary>
    public string? Current
    {
        get
        {
            try
            {
                var name = File.ReadAllText(Path.Combine(root, PointerFile)).Trim();
                return name.Length > 0 && name.All(char.IsAsciiDigit) ? name : null;
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
        }
    }

    /// <summary>A name that no generation has had yet.</summary>
    public string Next => Current is { } current ? (long.Parse(current, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture) : FirstGeneration;

    public FSDirectory Open(string generation) => new MappedDirectory(Path.Combine(root, generation));

    /// <summary>The same for a writer. Merging reads whole segments once: mapped into memory they would count as memory of the import.</summary>
    public FSDirectory OpenToWrite(string generation) => new NIOFSDirectory(Path.Combine(root, generation));

    /// <summary>An empty folder for a new generation, whatever a killed process left there.</summary>
    public FSDirectory Begin(string generation)
    {
        var path = Path.Combine(root, generation);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        Directory.CreateDirectory(path);
        return OpenToWrite(generation);
    }

    /// <summary>Puts a generation in use and clears away the others. Processes that still read an old one keep its open files.</summary>
    public void Use(string generation)
    {
        var pointer = Path.Combine(root, PointerFile);
        File.WriteAllText(pointer + ".new", generation);
        File.Move(pointer + ".new", pointer, overwrite: true);
        foreach (var folder in Directory.EnumerateDirectories(root).Where(folder => Path.GetFileName(folder) != generation).ToList())
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // Some systems keep files that are open; the next swap clears them away.
            }
        }
    }
}

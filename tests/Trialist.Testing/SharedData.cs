using ZstdSharp;

namespace Trialist.Testing;

/// <summary>The folder of real studies, patients and annotations beside the checkout. It is not part of the project: a test that needs it is skipped without it.</summary>
public static class SharedData
{
    /// <summary>The folder; null where there is none. <c>TRIALIST_SHARED_DATA</c> names another place.</summary>
    public static string? Folder { get; } = FindFolder();

    /// <summary>The path of a file in the folder; skips the calling test with a message where it is missing.</summary>
    public static string Require(string file)
    {
        var path = Folder is null ? null : Path.Combine(Folder, file);
        Assert.SkipUnless(path is not null && (File.Exists(path) || Directory.Exists(path)), $"Real data is not here: {file} was not found in ../shared/data.");
        return path!;
    }

    /// <summary>The lines of a text file, decompressed when its name ends in <c>.zst</c>.</summary>
    public static IEnumerable<string> ReadLines(string file)
    {
        var path = Require(file);
        using var raw = File.OpenRead(path);
        using Stream stream = path.EndsWith(".zst", StringComparison.Ordinal) ? new DecompressionStream(raw) : raw;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static string? FindFolder()
    {
        var folder = Environment.GetEnvironmentVariable("TRIALIST_SHARED_DATA") ?? Path.Combine(Repository.Root, "..", "shared", "data");
        return Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
    }
}

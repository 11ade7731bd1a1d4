using System.Text;
using Trialist.Registry;
using ZstdSharp;

namespace Trialist.Evaluation.Benches;

/// <summary>Real studies that benches resample.</summary>
public static class StudySource
{
    private static readonly string[] SharedFiles = ["studies-v2.ndjson.zst", "retrieval-2021/corpus.ndjson.zst"];

    /// <summary>Reads files of v2 records, one a line, plain or zstd; without files, those of the folder of real data beside the checkout.</summary>
    /// <exception cref="TrialistException">There is nothing to read.</exception>
    public static IReadOnlyList<Study> Read(IReadOnlyList<string> files)
    {
        var studies = Files(files).SelectMany(Lines).Select(line => StudyReader.TryRead(Encoding.UTF8.GetBytes(line), out var study, out _) ? study : null).OfType<Study>().ToList();
        return studies.Count > 0 ? studies : throw new TrialistException("There are no studies to make a bench of: name files of v2 records, one a line, with --source.");
    }

    /// <summary>The records of files, one a line, plain or zstd.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<string> files) => [.. files.SelectMany(Lines)];

    /// <summary>The files to read: those named, else those of the folder of real data beside the checkout.</summary>
    public static IReadOnlyList<string> Files(IReadOnlyList<string> named) => named.Count > 0 ? named : Shared();

    private static List<string> Shared()
    {
        var folder = Environment.GetEnvironmentVariable("TRIALIST_SHARED_DATA") ?? Path.Combine("..", "shared", "data");
        return [.. SharedFiles.Select(file => Path.Combine(folder, file)).Where(File.Exists)];
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var raw = File.OpenRead(path);
        using Stream stream = path.EndsWith(".zst", StringComparison.Ordinal) ? new DecompressionStream(raw) : raw;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}

using ZstdSharp;

namespace Trialist.Evaluation;

/// <summary>The lines of a file of labelled data, with their numbers from 1; decompressed when the name ends in <c>.zst</c>, empty lines left out.</summary>
internal static class LabelledLines
{
    public static IEnumerable<(int Number, string Line)> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new TrialistException($"There is no file '{path}'.");
        }

        using var raw = File.OpenRead(path);
        using Stream stream = path.EndsWith(".zst", StringComparison.OrdinalIgnoreCase) ? new DecompressionStream(raw) : raw;
        using var reader = new StreamReader(stream);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length > 0)
            {
                yield return (number, line);
            }
        }
    }
}

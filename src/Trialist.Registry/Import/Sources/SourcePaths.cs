using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace Trialist.Registry.Import.Sources;

/// <summary>The files that a user means by a file, a folder or a glob, each once, in a stable order.</summary>
internal static class SourcePaths
{
    private static readonly string[] Patterns = ["**/*.json", "**/*.ndjson", "**/*.jsonl", "**/*.xml", "**/*.zip", "**/*.zst", "**/*.gz"];

    /// <exception cref="TrialistException">A path names nothing.</exception>
    public static SourceSet Resolve(IEnumerable<string> paths)
    {
        var named = paths.ToList();
        var files = named.SelectMany(FilesOf).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).ToList();
        var others = named.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Select(Path.GetFullPath)
            .Except(files, StringComparer.Ordinal)
            .Aggregate(PassedOverFiles.None, (passedOver, file) => passedOver.And(file));
        return new SourceSet(files, others);
    }

    private static IReadOnlyList<string> FilesOf(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (Directory.Exists(path))
        {
            var inside = Match(path, Patterns);
            return inside.Count > 0 ? inside : throw new TrialistException($"The folder '{path}' holds no .json, .ndjson, .xml, .zip, .zst or .gz file.");
        }

        if (path.AsSpan().IndexOfAny('*', '?') < 0)
        {
            throw new TrialistException($"There is no file or folder '{path}'.");
        }

        var found = Glob(path);
        return found.Count > 0 ? found : throw new TrialistException($"No file matches '{path}'.");
    }

    private static List<string> Glob(string pattern)
    {
        // The part before the first wildcard is a folder; the matcher wants it apart.
        var wildcard = pattern.AsSpan().IndexOfAny('*', '?');
        var slash = pattern.LastIndexOf('/', wildcard);
        var root = slash < 0 ? "." : slash == 0 ? "/" : pattern[..slash];
        return Directory.Exists(root) ? Match(root, [pattern[(slash + 1)..]]) : [];
    }

    private static List<string> Match(string root, string[] patterns)
    {
        var matcher = new Matcher(StringComparison.OrdinalIgnoreCase);
        matcher.AddIncludePatterns(patterns);
        return matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(root))).Files
            .Select(file => Path.Combine(root, file.Path))
            .Order(StringComparer.Ordinal)
            .ToList();
    }
}

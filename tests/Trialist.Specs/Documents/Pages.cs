using Trialist.Testing;

namespace Trialist.Specs.Documents;

/// <summary>The Markdown pages of the project.</summary>
internal static class Pages
{
    private static readonly string[] Folders = ["docs", "data", "benchmarks"];

    /// <summary>One row a page, as a path from the root with forward slashes.</summary>
    public static TheoryData<string> Rows =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Folders.Select(folder => Repository.PathOf(folder)).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static string Text(string page) => File.ReadAllText(Repository.PathOf(page));
}

using System.Text.RegularExpressions;
using Trialist.Testing;

namespace Trialist.Specs.House;

/// <summary>Rules of the house that are read off the source files.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 400;

    private static readonly string[] ForbiddenEndings = ["Helper", "Helpers", "Manager", "Utils", "Util", "Info"];

    [Fact]
    public void SourceFile_HasAtMost400Lines()
    {
        var long_ = Files().Select(file => (file, lines: File.ReadLines(file).Count())).Where(entry => entry.lines > LongestFile);

        Assert.Empty(long_);
    }

    [Fact]
    public void SourceFile_HoldsOnePublicType_NamedAsTheFile()
    {
        var wrong =
            from file in Files()
            let name = Path.GetFileNameWithoutExtension(file)
            let types = PublicType().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).Distinct().ToArray()
            where types.Length > 1 || (types.Length == 1 && name.Split('.')[0] != types[0])
            select $"{Path.GetRelativePath(Repository.Root, file)}: {string.Join(", ", types)}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Type_IsNamedAfterAThingOfTheField()
    {
        var wrong =
            from file in Files()
            let name = Path.GetFileNameWithoutExtension(file).Split('.')[0]
            where ForbiddenEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
            select name;

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    // A public type at the outer level of a file stands at the start of a line.
    [GeneratedRegex(@"^public (?:sealed |abstract |static |readonly |partial |unsafe )*(?:class|record struct|record|struct|enum|interface) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PublicType();
}

using System.Reflection;
using System.Text.RegularExpressions;
using Trialist.Testing;

namespace Trialist.Specs.Documents;

/// <summary>GLOSSARY.md speaks of code that exists, and has one line a word.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string[][] Lines =
        [.. Pages.Text("GLOSSARY.md").Split('\n').Where(line => line.StartsWith("| **", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries))];

    // Every room's own types, whoever may see them: the words are those of the code.
    private static readonly Type[] Types =
        [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "Trialist.*.dll").Where(file => Directory.Exists(Repository.PathOf("src", Path.GetFileNameWithoutExtension(file)))).SelectMany(file => Assembly.LoadFrom(file).GetTypes())];

    public static TheoryData<string> CodeNames => [.. Lines.SelectMany(cells => Quoted().Matches(cells[3]).Select(match => match.Groups["name"].Value)).Distinct()];

    [Theory]
    [MemberData(nameof(CodeNames))]
    public void Name_OfTheCodeColumn_IsTypeMemberFolderOptionOrCommand(string name) => Assert.True(IsKnown(name), name);

    [Fact]
    public void Word_HasOneLine() => Assert.Distinct(Lines.SelectMany(cells => Word().Matches(cells[1]).Select(match => match.Groups["word"].Value)));

    private static bool IsKnown(string name)
    {
        // Commands, options and variables are tried by the tests of the command line.
        if (name.StartsWith("trialist ", StringComparison.Ordinal) || name.StartsWith("--", StringComparison.Ordinal) || name.StartsWith("TRIALIST_", StringComparison.Ordinal))
        {
            return true;
        }

        if (name.Contains('/', StringComparison.Ordinal))
        {
            return Path.Exists(Repository.PathOf(name));
        }

        if (name.StartsWith("Trialist.", StringComparison.Ordinal))
        {
            return Directory.Exists(Repository.PathOf("src", name));
        }

        var parts = name.Split('.');
        return Types.Where(type => type.Name == parts[0])
            .Any(type => parts.Length == 1 || type.GetMember(parts[1], BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Length > 0);
    }

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\*\*(?<word>[^*]+)\*\*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}

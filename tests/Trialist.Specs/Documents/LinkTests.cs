using System.Text.RegularExpressions;
using Trialist.Testing;

namespace Trialist.Specs.Documents;

/// <summary>Pages of the project point at things that are there.</summary>
public sealed partial class LinkTests
{
    [Theory]
    [MemberData(nameof(Pages.Rows), MemberType = typeof(Pages))]
    public void Link_LeadsToAFileOfTheProject(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        var broken = Link().Matches(Code().Replace(Pages.Text(page), "")).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains(':', StringComparison.Ordinal) && !target.StartsWith('#'))
            .Select(target => target.Split('#')[0])
            .Where(target => !Path.Exists(Path.Combine(folder, target)));

        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Pages.Rows), MemberType = typeof(Pages))]
    public void Page_BeginsWithItsTitle(string page) => Assert.StartsWith("# ", Pages.Text(page), StringComparison.Ordinal);

    // Brackets in code are no link: `SEARCH[Finder](asthma)`.
    [GeneratedRegex("`[^`\n]*`", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}

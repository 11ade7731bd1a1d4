using Trialist.Criteria;
using Trialist.Criteria.English;
using Trialist.Testing;

namespace Trialist.Specs.Documents;

/// <summary>The README's example is what the engine says today.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Example_ReadsAsThePageSays()
    {
        var page = File.ReadAllText(Repository.PathOf("README.md"));
        var document = CriteriaReader.Default.Read(Block(page, "criteria"));

        var said = document.Criteria.Where(criterion => criterion.Kind != CriterionKind.Note)
            .Select(criterion => $"{criterion.Id} {criterion.Reading.ToString()!.ToLowerInvariant()}: {PredicateEnglish.Say(criterion.Predicate!)}")
            .Concat(document.Diagnostics.Select(finding => $"{finding.Id} {string.Join(", ", finding.Criteria)}: {finding.Message}"));

        Assert.Equal(Block(page, "reading"), string.Join('\n', said));
    }

    private static string Block(string page, string language)
    {
        var start = page.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }
}

using Trialist.Criteria;
using Trialist.Testing;
using static Trialist.Specs.Demo.DemoStudies;

namespace Trialist.Specs.Demo;

/// <summary>Words of the demo registry stand in the section in which a person reads them: an exclusion read as an inclusion is a wrong verdict.</summary>
public sealed class DemoCriteriaTests(ITestOutputHelper output)
{
    // Raise it when the reader gets better; it never falls.
    private const int LeastRight = 69;

    private static readonly string[][] Rows =
        [.. File.ReadLines(Repository.PathOf("tests", "Trialist.Specs", "Demo", "Kinds.tsv")).Skip(1).Select(line => line.Split('\t'))];

    [Fact]
    public void Words_StandInTheSectionThatAPersonReads()
    {
        var wrong = Rows.Where(row => !IsRight(row[0], Enum.Parse<CriterionKind>(row[1], ignoreCase: true), row[2])).ToArray();
        foreach (var row in wrong)
        {
            output.WriteLine($"{row[0]}: '{row[2]}' is not read as {row[1]}.");
        }

        Assert.True(Rows.Length - wrong.Length >= LeastRight, $"{Rows.Length - wrong.Length} of {Rows.Length} are right; {LeastRight} were.");
    }

    [Fact]
    public void Row_QuotesItsStudyOnce() => Assert.All(Rows, row => Assert.Equal(2, Text(row[0]).Split(row[2]).Length));

    private static bool IsRight(string study, CriterionKind kind, string words)
    {
        var text = Text(study);
        var start = text.IndexOf(words, StringComparison.Ordinal);
        var holders = CriteriaReader.Default.Read(text, new EligibilityRules { Text = text }).Criteria
            .Where(criterion => criterion.Span.Start <= start && criterion.Span.End > start).ToArray();
        // The innermost of several nested ones counts.
        return holders.Length > 0 && holders.MinBy(criterion => criterion.Span.Length)!.Kind == kind;
    }

    private static string Text(string study) => DemoStudies.Text(Protocol(study), "eligibilityModule.eligibilityCriteria")!;
}

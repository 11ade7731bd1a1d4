using Trialist.Matching;
using Trialist.Registry;
using Trialist.Screening;
using Trialist.Screening.Sources;
using Trialist.Testing;

namespace Trialist.Specs.Matching;

/// <summary>Runs CheckedVerdicts.tsv: criteria of demo studies as the program reads them, on persons of a table, against what a careful reader says.</summary>
public sealed class CheckedVerdictsSpec
{
    private static readonly DateOnly AsOf = new(2026, 11, 23);
    private static readonly string Folder = Repository.PathOf("tests", "Trialist.Specs", "Matching");

    public static TheoryData<string, string, string, string, bool> Rows()
    {
        var rows = new TheoryData<string, string, string, string, bool>();
        foreach (var cells in File.ReadLines(Path.Combine(Folder, "CheckedVerdicts.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')))
        {
            rows.Add(cells[0], cells[1], cells[2], cells[3], cells[4] == "short");
        }

        return rows;
    }

    [Fact]
    public void Table_HoldsThirtyVerdictsAndMore() => Assert.True(Rows().Count >= 30);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Criterion_ComesOutAsAReaderSays(string study, string person, string criterion, string expected, bool mayBeShort)
    {
        var read = ReadStudy.Of(StudyReader.Read(File.ReadAllBytes(Repository.PathOf("data", "demo", $"{study}.json"))));
        var who = PersonFiles.ReadMany([Path.Combine(Folder, "CheckedPersons.csv")], AsOf).Single(one => one.Id == person);

        var verdict = StudyMatcher.Judge(read.Study, read.Criteria, new PreparedPerson(who, new MatchSettings(AsOf), LexiconVocabulary.Default));
        var said = verdict.Criteria.Single(one => one.Id == criterion).Met switch { true => "met", false => "not met", null => "unknown" };

        Assert.Contains(said, mayBeShort ? new List<string> { expected, "unknown" } : [expected]);
    }
}

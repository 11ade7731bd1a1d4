using Trialist.Matching;
using Trialist.Registry;
using Trialist.Screening;
using Trialist.Testing;

namespace Trialist.Specs.Matching;

/// <summary>Runs docs/reference/seed-persons.md on the seed study as the program itself reads it: in the words of the demo registry, and in those of the record where the data folder is there.</summary>
public sealed class SeedPersonsReadSpec
{
    internal static readonly DateOnly AsOf = new(2026, 11, 23);

    internal static readonly ReadStudy Demo = ReadStudy.Of(StudyReader.Read(File.ReadAllBytes(Repository.PathOf("data", "demo", "NCT04599543.json"))));

    public static TheoryData<string> Titles => [.. SeedPersonsPage.Cases.Select(one => one.Title)];

    [Fact]
    public void Page_HoldsNinePersons() => Assert.Equal(9, SeedPersonsPage.Cases.Count);

    [Theory]
    [MemberData(nameof(Titles))]
    public void Person_ComesOutAsThePageSays(string title) => Check(title, Demo);

    [Theory]
    [MemberData(nameof(Titles))]
    public void Person_ComesOutAsThePageSays_InTheWordsOfTheRecord(string title) =>
        Check(title, ReadStudy.Of(StudyReader.Read(File.ReadAllBytes(SharedData.Require("seed/NCT04599543.json")))));

    [Fact]
    public void EveryCriterionIsReadInFull() =>
        Assert.Equal(["I9", "E9", "E11"], Demo.Criteria!.Criteria.Where(one => one.Kind != CriterionKind.Note && one.Reading != Reading.Full).Select(one => one.Id));

    private static void Check(string title, ReadStudy study) => Check(title, study, SeedPersonsPage.Cases.Single(one => one.Title == title).Person);

    /// <summary>Checks a person against what the page says of the person with the title.</summary>
    internal static void Check(string title, ReadStudy study, Person person, bool isOfPage = true)
    {
        var expected = SeedPersonsPage.Cases.Single(one => one.Title == title).Expected;
        var result = StudyMatcher.Judge(study.Study, study.Criteria, new PreparedPerson(person, new MatchSettings(AsOf), LexiconVocabulary.Default));

        var deciding = result.Criteria.Where(one => one.Reading is not (Reading.Judgement or Reading.Action)).ToList();
        foreach (var (what, values) in expected)
        {
            switch (what)
            {
                case "verdict":
                    Assert.Equal(values[0], result.Verdict.ToString().ToLowerInvariant());
                    break;
                case "met":
                    CheckMet(values, deciding.Where(one => one.Met == true).Select(one => one.Id));
                    break;
                case "not met":
                    Assert.Equal(values, deciding.Where(one => one.Met == false).Select(one => one.Id));
                    break;
                case "unknown":
                    Assert.Equal(values, deciding.Where(one => one.Met is null).Select(one => one.Id));
                    break;
                case "apart":
                    Assert.Equal(values, result.Criteria.Except(deciding).Select(one => one.Id));
                    break;
                case "asks":
                    Assert.Equal(values, deciding.SelectMany(one => one.Because).SelectMany(reason => reason.Missing).Distinct());
                    break;
                case "borderline":
                    Assert.Equal(values, deciding.Where(one => one.Because.Any(reason => reason.Borderline)).Select(one => one.Id));
                    break;
                // A record may name the drug where the page names its class.
                case "cites" when !isOfPage:
                    break;
                case "cites":
                    var words = values[0].Split(' ', 2);
                    Assert.Contains(words[1], deciding.Single(one => one.Id == words[0]).Because.SelectMany(reason => reason.Facts).Select(fact => fact.Concept.Name));
                    break;
                default:
                    Assert.Fail($"The page expects '{what}', which this test does not know.");
                    break;
            }
        }
    }

    private static void CheckMet(string[] values, IEnumerable<string> met)
    {
        if (values.Length == 0)
        {
            Assert.Empty(met);
        }
        else
        {
            Assert.Subset(met.ToHashSet(), values.ToHashSet());
        }
    }
}

using Trialist.Matching;
using Trialist.Registry;
using Trialist.Screening;
using Trialist.Testing;

namespace Trialist.Specs.Matching;

/// <summary>The nine persons of docs/reference/seed-persons.md against the seed study as the program itself reads it: what is not read may stay open, but nothing may come out otherwise.</summary>
public sealed class SeedPersonsReadSpec
{
    private static readonly DateOnly AsOf = new(2026, 11, 23);

    // Read in full or far enough today; a criterion may join this list, and none may leave it.
    private static readonly string[] DecidedForTheFirst = ["S.volunteers", "I4", "I7", "I8", "E3", "E5", "E8", "E10"];

    private static readonly ReadStudy Seed = ReadStudy.Of(StudyReader.Read(File.ReadAllBytes(Repository.PathOf("data", "demo", "NCT04599543.json"))));

    public static TheoryData<string> Titles => [.. SeedPersonsPage.Cases.Select(one => one.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Person_NeverComesOutOtherwiseThanThePageSays(string title)
    {
        var (_, person, expected) = SeedPersonsPage.Cases.Single(one => one.Title == title);

        var result = Judge(person);

        string[] Of(string what) => expected.TryGetValue(what, out var values) ? values : [];
        Assert.Contains(result.Verdict.ToString().ToLowerInvariant(), new List<string> { Of("verdict")[0], "undetermined" });
        foreach (var criterion in result.Criteria.Where(one => one.Reading is not (Reading.Judgement or Reading.Action)))
        {
            Assert.False(criterion.Met == false && Of("met").Contains(criterion.Id), $"{criterion.Id} is met on the page");
            Assert.False(criterion.Met == true && Of("not met").Contains(criterion.Id), $"{criterion.Id} is not met on the page");
            Assert.False(criterion.Met is not null && Of("unknown").Contains(criterion.Id), $"{criterion.Id} is not known on the page");
        }
    }

    [Fact]
    public void FirstPerson_MeetsWhatIsReadInFull() =>
        Assert.Subset(Judge(SeedPersonsPage.Cases[0].Person).Criteria.Where(one => one.Met == true).Select(one => one.Id).ToHashSet(), DecidedForTheFirst.ToHashSet());

    [Theory]
    [InlineData(1, "E8")]
    [InlineData(2, "I4")]
    public void PersonsBeyondALimit_AreIneligibleByIt(int index, string criterion)
    {
        var result = Judge(SeedPersonsPage.Cases[index].Person);

        Assert.Equal(Verdict.Ineligible, result.Verdict);
        Assert.Equal([criterion], result.Criteria.Where(one => one.Met == false).Select(one => one.Id));
    }

    private static StudyVerdict Judge(Person person) =>
        StudyMatcher.Judge(Seed.Study, Seed.Criteria, new PreparedPerson(person, new MatchSettings(AsOf), LexiconVocabulary.Default));
}

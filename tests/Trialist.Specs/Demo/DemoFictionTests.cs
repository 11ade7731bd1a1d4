using System.Text.Json;
using System.Text.RegularExpressions;
using static Trialist.Specs.Demo.DemoStudies;

namespace Trialist.Specs.Demo;

/// <summary>A fictional study never passes for a real one, and points at nobody.</summary>
public sealed partial class DemoFictionTests
{
    private const string Mark = "This is a fictional study of the Trialist demo registry. It does not exist and nobody can take part in it.";

    // The word for "example" in the languages that the demo registry's names are written in.
    private static readonly string[] ExampleWords = ["Example", "Ejemplo", "Exemple", "Exemplo"];

    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void Id_IsTheFilesName_AndFictionalUnlessItIsTheSeed(string name)
    {
        var id = NctId.Parse(Text(Protocol(name), "identificationModule.nctId")!);

        Assert.Equal(name, id.ToString());
        Assert.Equal(name != RealStudy, id.IsFictional);
    }

    [Theory]
    [MemberData(nameof(DemoStudies.FictionalRows), MemberType = typeof(DemoStudies))]
    public void Summary_SaysThatTheStudyDoesNotExist(string name) =>
        Assert.EndsWith(Mark, Text(Protocol(name), "descriptionModule.briefSummary"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(DemoStudies.FictionalRows), MemberType = typeof(DemoStudies))]
    public void Organization_BearsTheWordExample(string name)
    {
        var study = Protocol(name);
        var names = new[] { Text(study, "identificationModule.organization.fullName")!, Text(study, "sponsorCollaboratorsModule.leadSponsor.name")! }
            .Concat(Items(study, "sponsorCollaboratorsModule.collaborators").Select(item => Text(item, "name")!))
            .Concat(Items(study, "contactsLocationsModule.locations").Select(item => Text(item, "facility")!))
            .Concat(Items(study, "contactsLocationsModule.overallOfficials").Select(item => Text(item, "affiliation")!));

        Assert.All(names, text => Assert.Contains(ExampleWords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void Contact_ReachesNobody(string name)
    {
        foreach (var (path, value) in Walk(Get(name)).Where(entry => entry.Value.ValueKind == JsonValueKind.String))
        {
            var text = value.GetString()!;
            if (path.EndsWith(".phone", StringComparison.Ordinal))
            {
                // 555-01xx is kept for fiction in the United States and Canada, and says "invented" elsewhere.
                Assert.Matches("5501[0-9]{2}$", string.Concat(text.Where(char.IsAsciiDigit)));
            }

            Assert.All(Address().Matches(text), match => Assert.Matches("@example\\.(org|com)$", match.Value));
            Assert.All(Link().Matches(text), match => Assert.Matches("^https://(www\\.)?example\\.(org|com)", match.Value));
        }
    }

    [Theory]
    [MemberData(nameof(DemoStudies.FictionalRows), MemberType = typeof(DemoStudies))]
    public void Reference_ClaimsNoPublishedPaper(string name)
    {
        var references = Items(Protocol(name), "referencesModule.references");

        Assert.All(references, item => Assert.Null(Text(item, "pmid")));
        Assert.All(references, item => Assert.Contains("Example", Text(item, "citation")!, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(DemoStudies.FictionalRows), MemberType = typeof(DemoStudies))]
    public void Text_NamesNoOtherStudyOfTheRegistry(string name)
    {
        var named = Walk(Get(name)).Where(entry => entry.Value.ValueKind == JsonValueKind.String)
            .SelectMany(entry => StudyId().Matches(entry.Value.GetString()!).Select(match => match.Value));

        Assert.All(named, id => Assert.True(NctId.Parse(id).IsFictional, id));
    }

    [GeneratedRegex(@"[\w.+-]+@[\w.-]+\w", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"https?://[^\s)]+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"NCT\d{8}", RegexOptions.NonBacktracking)]
    private static partial Regex StudyId();
}

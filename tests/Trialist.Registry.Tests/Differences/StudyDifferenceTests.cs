using System.Text;
using System.Text.Json;
using Trialist.Testing;

namespace Trialist.Registry.Differences;

public sealed class StudyDifferenceTests
{
    private static readonly Study Plain = new(NctId.Parse("NCT00000001"), "A study");

    public static TheoryData<Study, Study, string> Rows => new()
    {
        { Plain with { Status = "NOT_YET_RECRUITING" }, Plain with { Status = "RECRUITING" }, "Status: The status changed from not yet recruiting to recruiting." },
        { Plain, Plain with { WhyStopped = "No funds" }, "Status: The reason for stopping is now given: No funds." },
        { Dated("2024-01", true), Dated("2024-03-05", false), "Dates: The start moved later, from January 2024 to 5 March 2024 (now actual, no longer an estimate)." },
        { Dated("2024-01-20", false), Dated("2023-12-01", true), "Dates: The start moved earlier, from 20 January 2024 to 1 December 2023 (now an estimate)." },
        { Dated("2024-01-20", true), Dated("2023-12-01", true), "Dates: The start moved earlier, from 20 January 2024 to 1 December 2023 (estimated)." },
        { Dated("2024-01", true), Dated("2024-01-20", false), "Dates: The start is now known more exactly: 20 January 2024, not just January 2024 (now actual, no longer an estimate)." },
        { Dated("2024-01-20", true), Dated("2024-01-20", false), "Dates: The start of 20 January 2024 is now actual, no longer an estimate." },
        { Dated("2024-01-20", true), Plain, "Dates: The start is no longer given (it was 20 January 2024)." },
        { Enrolled(18, "ESTIMATED"), Enrolled(8, "ACTUAL"), "Enrolment: The enrolment went down from 18 to 8 (actual)." },
        { Enrolled(18, "ESTIMATED"), Enrolled(1200, "ESTIMATED"), "Enrolment: The enrolment went up from 18 to 1,200 (estimated)." },
        { Enrolled(18, "ESTIMATED"), Enrolled(18, "ACTUAL"), "Enrolment: The enrolment of 18 is now actual, no longer an estimate." },
        { Enrolled(18, "ACTUAL"), Plain with { Design = new() { Enrollment = 18 } }, "Enrolment: The record no longer says whether the enrolment of 18 is an estimate." },
        { Plain, Plain with { Sites = [At("A", null), At("B", null)] }, "Sites: 2 sites were added. | A, Rome, Italy | B, Rome, Italy" },
        { Plain with { Sites = [At("A", null)] }, Plain, "Sites: 1 site was removed. | A, Rome, Italy" },
        { Plain with { Sites = [At("A", "NOT_YET_RECRUITING")] }, Plain with { Sites = [At("A", "RECRUITING")] }, "Sites: 1 site went from not yet recruiting to recruiting. | A, Rome, Italy" },
        { Plain with { Sites = [At("A", "RECRUITING")] }, Plain with { Sites = [At("A", null)] }, "Sites: 1 site no longer gives its status (it was recruiting). | A, Rome, Italy" },
        { Plain with { Sites = [At("A", null), At("B", null)] }, Plain with { Sites = [At("A", "RECRUITING"), At("B", "RECRUITING")] }, "Sites: 2 sites now give their status: recruiting. | A, Rome, Italy | B, Rome, Italy" },
        { Plain with { Sites = [At("A", "RECRUITING"), At("A", "COMPLETED")] }, Plain with { Sites = [At("A", "COMPLETED"), At("A", "COMPLETED")] }, "Sites: 1 site went from recruiting to completed. | A, Rome, Italy" }, // two sites of one name
        { Plain with { Sites = [At("A", "RECRUITING"), At("A", "COMPLETED")] }, Plain with { Sites = [At("A", "COMPLETED"), At("A", "RECRUITING")] }, "" },
        { Plain with { Sites = [At("A", null) with { Contacts = [new("Ann", null, "1", null, null, null)] }] }, Plain with { Sites = [At("A", null)] }, "Sites: The contacts of 1 site changed. | A, Rome, Italy" },
        { Plain with { Sites = [At("A", null)] }, Plain with { Sites = [At("A", null) with { Latitude = 41.9, Longitude = 12.5 }] }, "Sites: The postal code or position of 1 site changed. | A, Rome, Italy" },
        { Plain with { Eligibility = new() { HealthyVolunteers = true } }, Plain, "Eligibility: The record no longer says whether healthy volunteers may take part." },
        { Plain, Plain with { Eligibility = new() { HealthyVolunteers = false } }, "Eligibility: The record now says that healthy volunteers may not take part." },
        { Plain with { Eligibility = new() { HealthyVolunteers = true } }, Plain with { Eligibility = new() { HealthyVolunteers = false } }, "Eligibility: Healthy volunteers may no longer take part." },
        { Plain, Plain with { Eligibility = new() { GenderBased = true } }, "Eligibility: It is now gender that counts, not sex." },
        { Plain, Plain with { Design = new() { WhoMasked = ["PARTICIPANT", "CARE_PROVIDER"] } }, "Design: Who is masked is now given: participant and care provider." },
        { Plain with { Dates = new() { StatusVerified = PartialDate.Parse("2024-01") } }, Plain, "Status: The record no longer says when the sponsor confirmed the status." },
        { Asked("Inclusion:\n- Age over 18\n- ECOG 0-1"), Asked("Inclusion:\n\n- Age over 18\n- ECOG 0-2\n- Consent"), "Eligibility: The eligibility criteria changed: 2 lines new, 1 line gone. | - - ECOG 0-1 | + - ECOG 0-2 | + - Consent" },
        { Asked(null), Asked("Adults"), "Eligibility: The eligibility criteria are now given." },
        { Plain with { Eligibility = new() { MaximumAge = "65 Years" } }, Plain with { Eligibility = new() }, "Eligibility: The greatest age is no longer given (it was 65 Years)." },
        { Plain with { Design = new() { Phases = ["PHASE1"] } }, Plain with { Design = new() { Phases = ["PHASE1", "PHASE2"] } }, "Design: The phase changed from phase 1 to phase 1 and phase 2." },
        { Plain with { PrimaryOutcomes = [new("OS", null, "1 year")] }, Plain with { PrimaryOutcomes = [new("OS", null, "2 years")] }, "Outcomes: 1 primary outcome was reworded. | OS" },
        { Plain with { PrimaryOutcomes = [new("OS", null, "1 year"), new("OS", null, "2 years")] }, Plain with { PrimaryOutcomes = [new("OS", null, "2 years"), new("OS", null, "3 years")] }, "Outcomes: 1 primary outcome was reworded. | OS" },
        { Plain with { PrimaryOutcomes = [new("OS", null, "1 year"), new("OS", null, "2 years")] }, Plain with { PrimaryOutcomes = [new("OS", null, "2 years"), new("OS", null, "1 year")] }, "" },
        { Plain with { Conditions = ["asthma"] }, Plain with { Conditions = ["Asthma"] }, "Conditions: 1 condition was reworded. | Asthma" },
        { Plain with { Arms = [new("A", null, null, [])] }, Plain with { Arms = [new("A", null, null, []), new("B", null, null, [])] }, "Arms: 1 arm was added. | B" },
        { Plain, Plain with { BriefTitle = "Another" }, "Title: The title changed from \"A study\" to \"Another\"." },
        { Plain, Plain with { HasResults = true }, "Results: Results were posted." },
        { Asked("A\r\nB "), Asked("A\n\nB"), "" }, // nobody reads white space
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Change_IsSaidInOneSentence(Study before, Study after, string expected)
    {
        var words = StudyDifference.Between(before, after).Changes.Select(change => string.Join(" | ", new[] { $"{change.Part}: {change.Words}" }.Concat(change.Details)));

        Assert.Equal(expected, string.Join('\n', words));
    }

    [Fact]
    public void SameStudy_HasNoDifference() => Assert.True(StudyDifference.Between(Asked("A"), Asked("A")).IsSilent);

    [Fact]
    public void RealHistory_IsToldInFullSentences()
    {
        var versions = SharedData.ReadLines("study-history.ndjson.zst")
            .Select(line => StudyReader.Read(Encoding.UTF8.GetBytes(JsonDocument.Parse(line).RootElement.GetProperty("study").GetRawText())))
            .GroupBy(study => study.NctId);
        var told = 0;
        foreach (var study in versions)
        {
            foreach (var (before, after) in study.Zip(study.Skip(1)))
            {
                var difference = StudyDifference.Between(before, after);
                Assert.All(difference.Changes, change => Assert.Matches("^[A-Z0-9].*[.]$", change.Words));
                told += difference.IsSilent ? 0 : 1;
            }
        }

        Assert.Equal(43, versions.Sum(study => study.Count() - 1));
        Assert.True(told >= 35, $"Only {told} of 43 changes had words.");
    }

    // What one step changes and the next leaves must be told of both together, wherever it stands in the record.
    [Fact]
    public void RealHistory_BetweenAnyTwoVersions_TellsEveryPartThatDiffers()
    {
        var versions = SharedData.ReadLines("study-history.ndjson.zst")
            .Select(line => Encoding.UTF8.GetBytes(JsonDocument.Parse(line).RootElement.GetProperty("study").GetRawText()))
            .Select((json, number) => new StoredStudy(new StudyVersion(StudyReader.Read(json).NctId, number, number, TestStudy.Now, null, StudyOrigin.Import, $"{number}"), json))
            .GroupBy(study => study.NctId);
        foreach (var study in versions)
        {
            foreach (var (before, after) in study.SelectMany((before, at) => study.Skip(at + 1).Select(after => (before, after))))
            {
                var changes = StudyDifference.Between(before, after).Changes;
                Assert.Equal(RecordDifference.PartsOf(before.Json, after.Json, new HashSet<string>()).IsEmpty, !changes.Any(change => !IsStamp(change)));
                Assert.All(RecordDifference.PartsOf(before.Json, after.Json, changes.Select(change => change.Part).ToHashSet()), part =>
                    Assert.Contains(part, changes.Single(change => change.Part == "Elsewhere").Words, StringComparison.Ordinal));
            }
        }

        static bool IsStamp(StudyChange change) => change.Words.Contains("confirmed the status", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData(@",""oversightModule"":{""oversightHasDmc"":true}", "", "Elsewhere: Changes that are not told one by one: oversight.")]
    [InlineData(@",""eligibilityModule"":{""sex"":""ALL"",""samplingMethod"":""X""}", @",""eligibilityModule"":{""sex"":""MALE"",""samplingMethod"":""Y""}",
        "Eligibility: The sex that may take part changed from all to male.|Elsewhere: Changes that are not told one by one: eligibility.")]
    [InlineData(@",""eligibilityModule"":{""minimumAge"":""1 Year"",""stdAges"":[""CHILD""]}", @",""eligibilityModule"":{""minimumAge"":""18 Years"",""stdAges"":[""ADULT""]}",
        "Eligibility: The least age changed from 1 Year to 18 Years.")]
    [InlineData(@",""conditionsModule"":{""conditions"":[""A""]},""oversightModule"":{}", @",""conditionsModule"":{""conditions"":[]},""oversightModule"":{""x"":1}",
        "Conditions: 1 condition was removed.|Elsewhere: Changes that are not told one by one: oversight.")]
    public void ChangeWithoutASentence_IsNamedBesideThoseWithOne(string before, string after, string expected)
    {
        StoredStudy Stored(string modules) => new(
            new StudyVersion(NctId.Parse("NCT00000001"), 1, 1, TestStudy.Now, null, StudyOrigin.Import, modules),
            Encoding.UTF8.GetBytes(@"{""protocolSection"":{""identificationModule"":{""nctId"":""NCT00000001"",""briefTitle"":""A""}" + modules + "}}"));

        Assert.Equal(expected, string.Join('|', StudyDifference.Between(Stored(before), Stored(after)).Changes.Select(change => $"{change.Part}: {change.Words}")));
    }

    private static Study Dated(string start, bool estimated) => Plain with { Dates = new() { Start = PartialDate.Parse(start), StartEstimated = estimated } };

    private static Study Enrolled(int count, string type) => Plain with { Design = new() { Enrollment = count, EnrollmentType = type } };

    private static Study Asked(string? text) => Plain with { Eligibility = new() { Text = text } };

    private static Site At(string facility, string? status) => new(facility, status, "Rome", null, null, "Italy", null, null, []);
}

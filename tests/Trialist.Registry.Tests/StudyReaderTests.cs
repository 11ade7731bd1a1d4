using System.Text;
using CsCheck;
using Trialist.Testing;

namespace Trialist.Registry;

public sealed class StudyReaderTests
{
    [Theory]
    [InlineData("", "it is not valid JSON (byte 1)")]
    [InlineData("{", "it is not valid JSON (byte 2)")]
    [InlineData("[]", "it is not a JSON object")]
    [InlineData("{}", "it has no protocolSection.identificationModule.nctId")]
    [InlineData("""{"protocolSection":7}""", "it has no protocolSection.identificationModule.nctId")]
    [InlineData("""{"protocolSection":{"identificationModule":{"nctId":17}}}""", "its nctId is not NCT and eight digits")]
    [InlineData("""{"protocolSection":{"identificationModule":{"nctId":"ISRCTN1"}}}""", "its nctId is not NCT and eight digits")]
    [InlineData("""{"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"\ud800"}}}""", "it holds text that is not valid Unicode")]
    public void Record_ThatIsUnusable_IsRejectedWithAReason(string json, string reason)
    {
        Assert.False(StudyReader.TryRead(Encoding.UTF8.GetBytes(json), out _, out var said));
        Assert.Equal(reason, said);
    }

    [Theory]
    [InlineData("""{"statusModule":[],"eligibilityModule":{"sex":4,"healthyVolunteers":"yes"},"designModule":{"enrollmentInfo":{"count":1e30}}}""")]
    [InlineData("""{"conditionsModule":{"conditions":{"a":1}},"contactsLocationsModule":{"locations":[1,null,"x",{"geoPoint":{"lat":999,"lon":"east"}}]}}""")]
    [InlineData("""{"statusModule":{"startDateStruct":{"date":"soon"}},"outcomesModule":{"primaryOutcomes":"none"}}""")]
    public void Part_OfTheWrongType_ReadsAsNotGiven(string modules)
    {
        var json = $$$"""{"protocolSection":{"identificationModule":{"nctId":"NCT00000001"},{{{modules[1..^1]}}}}}""";

        var study = StudyReader.Read(Encoding.UTF8.GetBytes(json));

        Assert.Equal("NCT00000001", study.NctId.ToString());
        Assert.Null(study.Eligibility.Sex);
        Assert.Null(study.Eligibility.HealthyVolunteers);
        Assert.Null(study.Design.Enrollment);
        Assert.Null(study.Dates.Start);
        Assert.True(study.Conditions.IsEmpty);
        Assert.All(study.Sites, site => Assert.Null(site.Latitude));
    }

    [Fact]
    public void AnyBytes_NeverThrow() =>
        Gen.Byte.Array[0, 200].Sample(bytes => { StudyReader.TryRead(bytes, out _, out _); });

    [Fact]
    public void AnyChangedByte_OfARecord_NeverThrows()
    {
        var json = TestStudy.Json();
        Gen.Select(Gen.Int[0, json.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            var damaged = (byte[])json.Clone();
            damaged[at] = value;
            StudyReader.TryRead(damaged, out _, out _);
        });
    }

    [Theory]
    [InlineData("studies-v2.ndjson.zst")]
    [InlineData("retrieval-2016/corpus.ndjson.zst")]
    public void RealRecord_IsRead(string file)
    {
        foreach (var line in SharedData.ReadLines(file))
        {
            Assert.True(StudyReader.TryRead(Encoding.UTF8.GetBytes(line), out var study, out var reason), reason);
            Assert.NotEmpty(study.BriefTitle);
        }
    }
}

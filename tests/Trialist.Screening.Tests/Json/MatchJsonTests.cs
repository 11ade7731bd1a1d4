using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trialist.Screening.Json;
using static Trialist.Screening.Tests.Made;

namespace Trialist.Screening.Tests.Json;

public sealed class MatchJsonTests
{
    [Fact]
    public void Result_IsWrittenInTheShapeOfTheContract()
    {
        var value = Value("bilirubin.total", 12, "umol/L");
        var result = new MatchResult(
            AsOf, 54, Sex.Female, 37, 1029,
            [
                new StudyVerdict(
                    NctId.Parse("NCT01000001"), "A study", Verdict.Undetermined, new VerdictCounts(1, 0, 1, 0, 0, 0),
                    [
                        new CriterionVerdict("I4", CriterionKind.Inclusion, Truth.True, Reading.Full, [new Reason("bilirubin.total ≤ 51 umol/L", Truth.True, new TextSpan(815, 844), [value], [])]),
                        new CriterionVerdict("E1", CriterionKind.Exclusion, Truth.Unknown, Reading.Partial, [new Reason("asthma", Truth.Unknown, null, [], ["asthma"])]),
                    ]) { Score = 0.83, DistanceKm = 12.4 },
            ],
            [new Question("ecog", "What is the ECOG performance status?", 41)]);

        Assert.Equal(
            """
            {"asOf":"2026-11-23","person":{"age":54,"sex":"female","facts":37},"studiesConsidered":1029,"results":[{"nctId":"NCT01000001","title":"A study","verdict":"undetermined","score":0.83,"distanceKm":12.4,"counts":{"met":1,"notMet":0,"unknown":1,"unread":0,"judgement":0,"action":0},"criteria":[{"id":"I4","kind":"inclusion","truth":"true","met":true,"reading":"full","because":[{"predicate":"bilirubin.total ≤ 51 umol/L","truth":"true","span":[815,844],"facts":[{"what":"bilirubin.total","value":12,"unit":"umol/L","date":"2026-11-02","source":"Observation/b1"}],"missing":[],"borderline":false}]},{"id":"E1","kind":"exclusion","truth":"unknown","met":null,"reading":"partial","because":[{"predicate":"asthma","truth":"unknown","span":null,"facts":[],"missing":["asthma"],"borderline":false}]}]}],"questions":[{"ask":"ecog","text":"What is the ECOG performance status?","decides":41}]}
            """,
            Written(json => MatchJson.Write(json, result)));
    }

    [Theory]
    [InlineData("NCT99000001", true)]
    [InlineData("NCT01000001", false)]
    public void MadeUpStudy_IsMarked(string id, bool marked)
    {
        var verdict = new StudyVerdict(NctId.Parse(id), "A study", Verdict.Undetermined, new VerdictCounts(0, 0, 0, 0, 0, 0), []);

        Assert.Equal(marked, Written(json => MatchJson.Write(json, verdict)).Contains("\"title\":\"A study\",\"fictional\":true", StringComparison.Ordinal));
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

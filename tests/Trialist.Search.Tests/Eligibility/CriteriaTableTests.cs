using Trialist.Search.Eligibility;

namespace Trialist.Search.Tests.Eligibility;

public sealed class CriteriaTableTests
{
    private static readonly CriteriaTable Table = new(
    [
        Study(1, Limit("creatinine", 1.5m, "mg/dL")),
        Study(2, Limit("creatinine", 2.5m, "mg/dL")),
        Study(3, Limit("creatinine", 176.8m, "umol/L")),                  // 2.0 mg/dL at 88.4
        Study(4, Limit("creatinine", 1.5m, "[ULN]")),                     // the laboratory's limit is not known
        Study(5, Limit("creatinine", 1.5m, "mg/dL") with { Decides = false }), // or a clearance, say
        Study(6, Limit("creatinine", 2.5m, "mg/dL"), Limit("creatinine", 1.5m, "mg/dL")),
        Study(7, new CriterionTerm(LeafType.Score, "ecog", true, true, new Bounds(new Bound(0, true), new Bound(1, true), null))),
        Study(8, new CriterionTerm(LeafType.Score, "ecog", true, true, new Bounds(new Bound(0, true), new Bound(2, true), null))),
        Study(9, new CriterionTerm(LeafType.Condition, "asthma", false, true, null)),
        Study(10, new CriterionTerm(LeafType.Condition, "asthma", true, true, null)),
        Study(11, new CriterionTerm(LeafType.Condition, "asthma", false, false, null)),
        Study(12),
    ]);

    [Theory]
    [InlineData("creatinine 2 mg/dL", "2 3")]
    [InlineData("creatinine 2 mg/dL allowed", "2 3")]
    [InlineData("creatinine 2 mg/dL excluded", "1 6")]
    [InlineData("creatinine 2 mg/dL unknown", "4 5")]
    [InlineData("creatinine 3 mg/dL excluded", "1 2 3 4 6")]              // above one and a half times any laboratory's limit
    [InlineData("creatinine 1 mg/dL unknown", "")]                        // and below it
    [InlineData("creatinine 176.8 µmol/L", "2 3")]
    [InlineData("creatinine 1 mg/dL", "1 2 3 4 5 6")]
    [InlineData("ECOG 2 allowed", "8")]
    [InlineData("ECOG 2 excluded", "7")]
    [InlineData("ECOG 1", "7 8")]
    [InlineData("asthma excluded", "9")]
    [InlineData("history of asthma excluded", "9")]
    [InlineData("asthma required", "10")]
    [InlineData("asthma allowed", "10")]
    [InlineData("asthma unknown", "11")]
    [InlineData("asthma", "9 10 11")]
    public void Question_FindsTheStudies_ThatAnswerAsWanted(string asked, string studies)
    {
        var question = Assert.Single(CriteriaQuestionParser.Parse(asked));
        var answers = Table.Ask(question);

        Assert.Equal(studies, string.Join(' ', answers.Where(answer => question.Takes(answer.Value)).Select(answer => answer.Key - 99000000).Order()));
    }

    [Fact]
    public void StudyThatKeepsOutTheWiderDisease_KeepsOutTheNarrower()
    {
        var table = new CriteriaTable([Study(1, new CriterionTerm(LeafType.Condition, "cancer", false, true, null)), Study(2, new CriterionTerm(LeafType.Condition, "breast cancer", false, true, null))]);

        Assert.Equal(CriteriaAnswer.Excluded, table.Ask(CriteriaQuestionParser.Parse("breast cancer")[0])[99000001]);
        Assert.Equal(CriteriaAnswer.Unknown, table.Ask(CriteriaQuestionParser.Parse("cancer")[0])[99000002]);
    }

    private static (NctId, IReadOnlyList<CriterionTerm>) Study(int number, params CriterionTerm[] terms) => (NctId.Parse($"NCT990000{number:00}"), terms);

    private static CriterionTerm Limit(string name, decimal most, string unit) => new(LeafType.Measurement, name, true, true, new Bounds(null, new Bound(most, true), unit));
}

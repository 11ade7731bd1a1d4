using Trialist.Search.Eligibility;
using Trialist.Search.Queries;

namespace Trialist.Search.Tests.Eligibility;

public sealed class CriteriaQuestionParserTests
{
    [Theory]
    [InlineData("creatinine 2 mg/dL", "creatinine", "2 mg/dL", CriteriaAnswer.Allowed)]
    [InlineData("serum creatinine = 2.5 mg/dL not allowed", "creatinine", "2.5 mg/dL", CriteriaAnswer.Excluded)]
    [InlineData("platelets 75,000/µL", "platelets", "75000 /uL", CriteriaAnswer.Allowed)]
    [InlineData("HbA1c 9 %", "hba1c", "9 %", CriteriaAnswer.Allowed)]
    [InlineData("ECOG 2 allowed", "ecog", "2 ", CriteriaAnswer.Allowed)]
    public void ValueQuestion_HoldsValueUnitAndAnswer(string asked, string concept, string value, CriteriaAnswer wanted)
    {
        var question = Assert.Single(CriteriaQuestionParser.Parse(asked));

        Assert.Equal((concept, value, wanted), (question.Concept.Name, $"{question.Value!.Value.Value} {question.Value.Value.Unit}", question.Wanted));
    }

    [Theory]
    [InlineData("prior CAR-T excluded", CriteriaAnswer.Excluded)]
    [InlineData("pregnancy allowed", CriteriaAnswer.Allowed)]
    [InlineData("asthma not mentioned", CriteriaAnswer.Silent)]
    [InlineData("asthma mentioned", null)]
    [InlineData("asthma", null)]
    [InlineData("blorxitis excluded", CriteriaAnswer.Excluded)] // no table knows it: criteria may
    public void NamedQuestion_HoldsTheAnswer(string asked, CriteriaAnswer? wanted)
    {
        var question = Assert.Single(CriteriaQuestionParser.Parse(asked));

        Assert.Null(question.Value);
        Assert.Equal(wanted, question.Wanted);
    }

    [Fact]
    public void Questions_AreParted_BySemicolons() => Assert.Equal(3, CriteriaQuestionParser.Parse("creatinine 2 mg/dL; ECOG 2;\n asthma excluded").Count);

    [Theory]
    [InlineData("creatinine 2", "no unit")]
    [InlineData("creatinine 2 blorx", "no unit that is known")]
    [InlineData("creatinine 2 mmHg", "does not fit")]
    [InlineData("creatinine 9999999999999999999 mg/dL", "no value that a person can have")]
    [InlineData("blorx 2 mg/dL", "no laboratory value or score")]
    public void BadQuestion_IsRefused_InOneSentence(string asked, string says) =>
        Assert.Contains(says, Assert.Throws<QueryRefusedException>(() => CriteriaQuestionParser.Parse(asked)).Message, StringComparison.Ordinal);
}

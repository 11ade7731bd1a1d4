using Trialist.Criteria.Islands;

namespace Trialist.Criteria.Tests.Islands;

/// <summary>What a person judges, without who judges it and of whom.</summary>
public sealed class JudgementNamesTests
{
    [Theory]
    [InlineData("that would impair or risk the subject's full participation in the study, in the opinion of the investigator", "would impair or risk full participation")]
    [InlineData("which in the opinion of the investigators or the sponsor, may affect safety", "may affect safety")]
    [InlineData("in the investigator's judgment, may interfere with the study", "may interfere with study")]
    [InlineData("in the opinion of the investigator", "in the opinion of the investigator")]
    [InlineData("clinically significant", "clinically significant")]
    [InlineData("that in the opinion of the principal investigator (pi) would preclude entrance into the study", "would preclude entrance into study")]
    [InlineData("other conditions that the researchers believe may affect safety", "other conditions that may affect safety")]
    [InlineData("other condition that was judged by the investigator to be unsuitable for enrolment", "other condition unsuitable for enrolment")]
    [InlineData("in the site investigator's clinical judgement, is unfit", "unfit")]
    [InlineData("as judged by the treating physician within the last 2 years", "as judged by the treating physician")]
    [InlineData("by the investigator, based on the medical history", "by the investigator")]
    [InlineData("by investigator as unfit for surgery", "unfit for surgery")]
    [InlineData("by the investigator's judgment", "by the investigator's judgment")]
    [InlineData("investigator determination of a poor prognosis", "poor prognosis")]
    [InlineData("clinical judgment of the investigator", "clinical judgment of the investigator")]
    [InlineData("in the judgment of the investigator or the patient's primary care provider, unstable", "unstable")]
    [InlineData("that, at the discretion of the physician in charge, may raise the risk", "may raise risk")]
    [InlineData("which should preclude his or her participation", "should preclude participation")]
    public void Name_LeavesOutWhoJudges(string words, string name) => Assert.Equal(name, JudgementNames.Of(words));
}

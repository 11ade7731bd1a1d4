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
    [InlineData("other conditions that the researchers believe may affect safety", "may affect safety")]
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
    [InlineData("in good general health", "good general health")]
    [InlineData("would limit the ability of the patient to take part", "would limit ability to take part")]
    [InlineData("may constitute a hazard", "hazard")]
    [InlineData("that may interfere with the visits within the last four weeks", "may interfere with visits")]
    [InlineData("would pose a risk to the baby during the study", "would pose risk to baby")]
    [InlineData("condition that places the subject at undue risk by participating in the study", "any condition placing subject at undue risk")]
    [InlineData("medical condition that would increase the risk of participation", "medical condition increasing risk of participation")]
    [InlineData("which would make the subject unsuitable for a food challenge", "unsuitable for food challenge")]
    [InlineData("other conditions considered unsuitable for enrollment by the investigator", "other condition unsuitable for enrollment")]
    [InlineData("other condition which would make the patient unsuitable for the visits", "other condition unsuitable for visits")]
    [InlineData("deemed unsuitable for surgery by the investigators", "unsuitable for surgery")]
    [InlineData("rendering the patient unable to understand the study", "unable to understand study")]
    [InlineData("according to the investigator, may raise the risk", "may raise risk")]
    [InlineData("severe comorbidity that according to the investigator would hamper participation on the trial", "would hamper participation")]
    [InlineData("other circumstances deemed inappropriate by the investigators", "other inappropriate circumstance")]
    [InlineData("any other reason that would prevent the participant from participating", "any other reason preventing participation")]
    [InlineData("a chronic illness which might distort the results of the study", "might distort study results")]
    [InlineData("severe medical condition(s) that in the view of the investigator prohibits participation in the study", "prohibits participation")]
    [InlineData("general good health", "good general health")]
    [InlineData("that would limit compliance (specify) such as travel", "would limit compliance")]
    public void Name_LeavesOutWhoJudges(string words, string name) => Assert.Equal(name, JudgementNames.Of(words));

    [Theory]
    [InlineData("Any disease that, in the investigator's opinion, may affect safety or interfere with the visits", "may affect safety|may interfere with visits")]
    [InlineData("A disease that may compromise safety or that could affect the results", "may compromise safety|could affect results")]
    [InlineData("A condition that, in the opinion of the investigator, is likely to affect the heart or impair sleep", "condition that is likely to affect heart|likely to impair sleep")]
    [InlineData("A condition that may impair or risk full participation", "may impair or risk full participation")]
    [InlineData("A condition that may affect safety or efficacy", "may affect safety or efficacy")]
    [InlineData("Any condition that, in the opinion of the investigator, would endanger the subject or interfere with the assessments", "any condition endangering subject|any condition interfering with assessments")]
    public void JoinedClauses_AreJudgedApart(string words, string names) =>
        Assert.Equal(names, string.Join('|', JudgementsOf(One.Exclusion(words).Predicate!).Distinct()));

    [Fact]
    public void JoinedClauses_AreSaidOnceInEnglish() =>
        Assert.Equal("something that only a person can judge", One.English(One.Exclusion("Any disease that, in the investigator's opinion, may affect safety or interfere with the visits")));

    private static IEnumerable<string> JudgementsOf(Predicate predicate) => predicate switch
    {
        Predicate.Judgement judgement => [judgement.Wording!],
        Predicate.All(var items) => items.SelectMany(JudgementsOf),
        Predicate.Any(var items) => items.SelectMany(JudgementsOf),
        Predicate.AtLeast(_, var items) => items.SelectMany(JudgementsOf),
        Predicate.Not(var item) => JudgementsOf(item),
        Predicate.Leaf or Predicate.Unread => [],
    };
}

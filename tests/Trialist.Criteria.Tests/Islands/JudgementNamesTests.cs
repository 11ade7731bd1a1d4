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
    public void Name_LeavesOutWhoJudges(string words, string name) => Assert.Equal(name, JudgementNames.Of(words));
}

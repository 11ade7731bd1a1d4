namespace Trialist.Criteria.Tests.Islands;

/// <summary>What is promised at enrolment: how long, by which means, and what is understood first.</summary>
public sealed class ActionWordingTests
{
    [Theory]
    [InlineData("Willing to avoid pregnancy within 5 months after the final dose of sintilimab, and within 6 months after the final dose of bevacizumab", "Behaviour willing to avoid pregnancy")]
    [InlineData("Men should use barrier contraception from screening to 3 months after discontinuation of study treatment.", "Sex male|Contraception barrier contraception")]
    [InlineData("Women must use effective contraception during treatment and for 4 months after the last dose of nivolumab", "Sex female|Contraception effective contraception")]
    [InlineData("Women must use adequate contraception: hormonal contraceptives, intrauterine device, cap or sponge", "Sex female|Contraception adequate contraception|Contraception hormonal contraceptive|Contraception intrauterine device|Contraception cap|Contraception sponge")]
    [InlineData("Ability to understand and sign the informed consent form", "Consent understanding of informed consent|Consent informed consent")]
    [InlineData("Able to understand the nature of this trial and to sign the written informed consent", "Consent understanding of the trial|Consent written informed consent")]
    [InlineData("Capable of giving informed consent and complying with study procedures", "Consent informed consent|Behaviour compliance with study procedures")]
    [InlineData("Able to comply with scheduled visits and study procedures", "Behaviour compliance with scheduled visits|Behaviour compliance with study procedures")]
    [InlineData("Willing to comply with the requirements and restrictions of the study", "Behaviour compliance with requirements")]
    [InlineData("Men must remain abstinent or use barrier methods", "Sex male|Contraception abstinence|Contraception barrier method")]
    // Without contraception before it, a hormone is a treatment like another.
    [InlineData("Women taking oral contraceptives", "Sex female|Treatment oral contraceptive")]
    public void Inclusion_NamesItsLeaves(string words, string leaves) => Assert.Equal(leaves, LeavesOf(One.Inclusion(words)));

    [Theory]
    // A dose that was given before is the person's own history.
    [InlineData("Less than 4 weeks after the last dose of bevacizumab", false)]
    [InlineData("Women not using contraception until 3 months after the last dose of study drug", true)]
    public void Exclusion_PassesOverTimesOfPromises(string words, bool full) => Assert.Equal(full, One.Exclusion(words).Reading == Reading.Full);

    [Theory]
    [InlineData("Renal, hepatic or major neurological disease", "Condition renal disease|Condition hepatic disease|Condition major neurological disease")]
    [InlineData("Renal, hepatic or other pathological conditions", "Condition renal disease|Condition hepatic disease|Condition other condition")]
    [InlineData("Prior treatment with tumor cells", "Treatment tumor cell")]
    // Of what was understood in part, a bare noun is no fact.
    [InlineData("Treatment for the wobbling of asthma", "Condition asthma")]
    public void Exclusion_NamesItsLeaves(string words, string leaves) => Assert.Equal(leaves, LeavesOf(One.Exclusion(words)));

    [Fact]
    public void OwnCells_AreNoTreatment() => Assert.DoesNotContain(Leaves.Of(One.Exclusion("Leukemia cells in the bone marrow").Predicate!), leaf => leaf.Type == LeafType.Treatment);

    private static string LeavesOf(Criterion criterion) => string.Join('|', Leaves.Of(criterion.Predicate!).Select(leaf => $"{leaf.Type} {LeafName.Of(leaf)}"));
}

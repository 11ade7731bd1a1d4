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
    [InlineData("Willing to comply with the requirements and restrictions of the study", "Behaviour compliance with requirements and restrictions")]
    [InlineData("Willing and able to comply with scheduled visits, treatment plan, laboratory tests and other study procedures", "Behaviour compliance with scheduled visits|Behaviour compliance with treatment plan|Behaviour compliance with laboratory tests|Behaviour compliance with other study procedures")]
    [InlineData("Willing and able to adhere to the visit schedule and dietary restrictions", "Behaviour adherence to visit schedule|Behaviour adherence to dietary restrictions")]
    [InlineData("Able to comply with study and follow-up procedures", "Behaviour compliance with study procedures|Behaviour compliance with follow-up procedures")]
    [InlineData("Able to understand and comply with the requirements of the trial", "Consent understanding of study requirements|Behaviour compliance with trial requirements")]
    [InlineData("Willing to comply with all study procedures and be available for the duration of the study", "Behaviour compliance with study procedures|Behaviour availability")]
    [InlineData("Informed consent by a parent or guardian and assent of the child", "Consent parent or legal guardian informed consent|Consent child assent")]
    [InlineData("Whose parents signed the informed consent", "Consent parental informed consent")]
    [InlineData("The subject or a guardian gives informed consent", "Consent informed consent")]
    [InlineData("Written informed consent and HIPAA authorization", "Consent written informed consent|Consent hipaa authorization")]
    [InlineData("Must agree to use effective contraception such as condoms, a diaphragm with spermicide, IUDs, injectables or vasectomy", "Contraception effective contraception|Contraception condom|Contraception diaphragm with spermicide|Contraception intrauterine device|Contraception injectable contraceptive|Contraception vasectomy")]
    [InlineData("Women must use effective contraception (oral contraceptives, patch, ring, vasectomized partner) for 3 months", "Sex female|Contraception effective contraception|Contraception oral contraceptive|Contraception contraceptive patch|Contraception contraceptive ring|Contraception vasectomized partner")]
    [InlineData("Negative pregnancy test (urine or serum)", "Pregnancy negative urine pregnancy test|Pregnancy negative serum pregnancy test")]
    [InlineData("Women must have a negative serum or urine pregnancy test", "Sex female|Pregnancy negative serum pregnancy test|Pregnancy negative urine pregnancy test")]
    [InlineData("The infant is exclusively breast-fed", "Age child|Behaviour exclusively breastfed")]
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
    [InlineData("Subject is an investigator, study nurse or other site staff", "Behaviour investigator|Behaviour study nurse|Behaviour other site staff")]
    [InlineData("Employees of the sponsor or their spouses", "Behaviour employee of sponsor|Behaviour spouse of employee of sponsor")]
    [InlineData("Withdrawal of consent", "Consent withdrawal of informed consent")]
    [InlineData("Participation in another interventional clinical study", "Participation another interventional clinical study")]
    [InlineData("Prior treatment with tumor cells", "Treatment tumor cell")]
    // Of what was understood in part, a bare noun is no fact.
    [InlineData("Treatment for the wobbling of asthma", "Condition asthma")]
    public void Exclusion_NamesItsLeaves(string words, string leaves) => Assert.Equal(leaves, LeavesOf(One.Exclusion(words)));

    // A list under words that ask for contraception names means of it, and no procedures that are asked for.
    [Fact]
    public void MeansUnderContraception_AreActions()
    {
        var criterion = CriteriaReader.Default.Read("Inclusion Criteria:\n\n* Women must use one of these methods of contraception:\n   * Intrauterine device\n   * Condom with spermicide\n").Criteria;
        Assert.Equal("Contraception intrauterine device", LeavesOf(criterion[2]));
        Assert.Equal((Reading.Action, Reading.Action), (criterion[2].Reading, criterion[3].Reading));
    }

    // A word that is no means leaves the list as it is: nothing of it is taken for read.
    [Fact]
    public void UnknownMeans_AreNotRead() => Assert.NotEqual(Reading.Action, One.Inclusion("Women must use effective contraception (condoms or wobbling)").Reading);

    [Theory]
    [InlineData("Not amenable to curative surgery or radiotherapy", "not amenable to curative surgery|not amenable to curative radiotherapy")]
    [InlineData("Not a candidate for surgical or systemic therapies", "not candidate for surgical therapy|not candidate for systemic therapy")]
    [InlineData("Not suitable for enrollment in the study", "not suitable for enrollment")]
    public void Options_AreDeniedEach(string words, string names) => Assert.Equal(names, string.Join('|', JudgedIn(One.Exclusion(words).Predicate!)));

    private static IEnumerable<string> JudgedIn(Predicate predicate) => predicate switch
    {
        Predicate.Judgement { Wording: { } wording } => [wording],
        Predicate.Not { Item: Predicate.Judgement { Wording: { } wording } } => [$"not {wording}"],
        Predicate.All(var items) => items.SelectMany(JudgedIn),
        Predicate.Any(var items) => items.SelectMany(JudgedIn),
        _ => [],
    };

    [Fact]
    public void OwnCells_AreNoTreatment() => Assert.DoesNotContain(Leaves.Of(One.Exclusion("Leukemia cells in the bone marrow").Predicate!), leaf => leaf.Type == LeafType.Treatment);

    private static string LeavesOf(Criterion criterion) => string.Join('|', Leaves.Of(criterion.Predicate!).Select(leaf => $"{leaf.Type} {LeafName.Of(leaf)}"));
}

namespace Trialist.Evaluation.Readings;

public sealed class FlatLeavesTests
{
    private static readonly Predicate.Leaf Hiv = Leaf("hiv");
    private static readonly Predicate.Leaf Cancer = Leaf("cancer") with { Except = Leaf("basal cell carcinoma") };

    [Fact]
    public void Negation_MarksTheLeavesBelowIt_AndTwiceIsNone()
    {
        Assert.True(Assert.Single(FlatLeaves.Of(Not(Hiv))).Negated);
        Assert.False(Assert.Single(FlatLeaves.Of(Not(Not(Hiv)))).Negated);
    }

    [Fact]
    public void Exception_MarksTheLiftedLeaf_AndHasNoLeafOfItsOwn() => Assert.True(Assert.Single(FlatLeaves.Of(Cancer)).Except);

    [Fact]
    public void Logic_IsMixedOnlyWhereBothConnectivesStand()
    {
        Assert.Equal("any", FlatLeaves.LogicOf(Any(Hiv, Cancer)));
        Assert.Equal("all", FlatLeaves.LogicOf(Not(All(Hiv, Cancer))));
        Assert.Equal("mixed", FlatLeaves.LogicOf(All(Hiv, Any(Cancer, Hiv))));
        Assert.Null(FlatLeaves.LogicOf(Hiv));
    }

    [Fact]
    public void Denial_OfAList_DeniesAllOfIt()
    {
        Assert.Equal("all", FlatLeaves.LogicOf(Not(Any(Hiv, Cancer))));
        Assert.Equal("all", FlatLeaves.LogicOf(All(Hiv, Not(Any(Hiv, Cancer)))));
    }

    [Fact]
    public void NegativeMarker_IsADeniedOne()
    {
        var leaf = Assert.Single(FlatLeaves.Of(Leaf("egfr mutation") with { Type = LeafType.Biomarker, Qualifiers = [new(QualifierKind.Result, "negative")] }));

        Assert.Equal(("egfr mutation", true), (leaf.Name, leaf.Negated));
    }

    [Fact]
    public void WordsOfAClass_DoNotNameItsExamples() =>
        Assert.Equal("glaucoma", Assert.Single(FlatLeaves.Of(Leaf("glaucoma") with { Qualifiers = [new(QualifierKind.Status, "uncontrolled") { OfClass = true }] })).Name);

    [Fact]
    public void LimitThatIsWiderInSomeCase_IsOneLimitWithAnException()
    {
        var usual = Leaf("bilirubin") with { Type = LeafType.Measurement, Bounds = new Bounds(null, new Bound(1.5m, true), "[ULN]") };
        var wider = All(usual with { Bounds = new Bounds(null, new Bound(3, true), "[ULN]") }, Leaf("gilbert syndrome"));

        var leaf = Assert.Single(FlatLeaves.Of(Any(usual, wider)));

        Assert.True(leaf.Except);
        Assert.Equal(1.5m, leaf.Max!.Value.Value);
    }

    [Fact]
    public void WordForPersonsOfSomeAge_IsNoLeafBesideWhatIsSaidOfThem() =>
        Assert.Equal("hiv", Assert.Single(FlatLeaves.Of(All(Leaf("child") with { Type = LeafType.Age }, Hiv))).Name);

    [Fact]
    public void Logic_TakesAJudgedLeafForOne()
    {
        var judged = All(new Predicate.Judgement { Span = default, Wording = "significant" }, Leaf("significant asthma"));

        Assert.Equal("any", FlatLeaves.LogicOf(Any(judged, Hiv)));
    }

    [Fact]
    public void WhoJudges_AndWhomTheStudyTakes_AreNoLeavesBesideAFact()
    {
        var judge = new Predicate.Judgement { Span = default };
        var child = new Predicate.Leaf(LeafType.Age, new Concept("child")) { Span = default };

        Assert.Equal("hiv", Assert.Single(FlatLeaves.Of(All(child, Hiv, judge))).Name);
        Assert.Equal("child", Assert.Single(FlatLeaves.Of(child)).Name);
        Assert.Equal("significant asthma", Assert.Single(FlatLeaves.Of(All(new Predicate.Judgement { Span = default, Wording = "significant" }, Any(Leaf("significant asthma"), Leaf("significant asthma")))).Distinct()).Name);
        Assert.True(FlatLeaves.HoldsJudgement(All(Hiv, judge)));
    }

    [Fact]
    public void AnalyteWithoutANumber_IsAMarker() =>
        Assert.Equal("biomarker", Assert.Single(FlatLeaves.Of(Leaf("glucose") with { Type = LeafType.Measurement })).Type);

    private static Predicate.Leaf Leaf(string name) => new(LeafType.Condition, new Concept(name)) { Span = default };

    private static Predicate Not(Predicate item) => new Predicate.Not(item) { Span = default };

    private static Predicate All(params ReadOnlySpan<Predicate> items) => new Predicate.All(ValueList.Create(items)) { Span = default };

    private static Predicate Any(params ReadOnlySpan<Predicate> items) => new Predicate.Any(ValueList.Create(items)) { Span = default };
}

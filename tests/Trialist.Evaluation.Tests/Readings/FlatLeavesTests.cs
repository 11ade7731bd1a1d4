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
    public void Logic_TakesAJudgedLeafForOne()
    {
        var judged = All(new Predicate.Judgement { Span = default, Wording = "significant" }, Leaf("significant asthma"));

        Assert.Equal("any", FlatLeaves.LogicOf(Any(judged, Hiv)));
    }

    private static Predicate.Leaf Leaf(string name) => new(LeafType.Condition, new Concept(name)) { Span = default };

    private static Predicate Not(Predicate item) => new Predicate.Not(item) { Span = default };

    private static Predicate All(params ReadOnlySpan<Predicate> items) => new Predicate.All(ValueList.Create(items)) { Span = default };

    private static Predicate Any(params ReadOnlySpan<Predicate> items) => new Predicate.Any(ValueList.Create(items)) { Span = default };
}

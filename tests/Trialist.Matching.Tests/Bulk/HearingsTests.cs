using Trialist.Matching.Bulk;

namespace Trialist.Matching.Tests.Bulk;

/// <summary>Which leaves hear alike, and what of a fact tells them apart.</summary>
public sealed class HearingsTests
{
    private readonly Hearings hearings = new(Record.AsOf);

    [Fact]
    public void Leaves_ThatAskAlike_AreOneShape_WhateverTheyAskAbout()
    {
        var gout = Shape(Ask.Condition("gout") with { When = Ask.Within(2, "wk") });

        Assert.Equal(gout, Shape(Ask.Condition("cancer") with { When = Ask.Within(2, "wk") }));
        Assert.NotEqual(gout, Shape(Ask.Condition("cancer") with { When = Ask.Within(3, "wk") }));
        Assert.NotEqual(gout, Shape(Ask.Treatment("prednisone") with { When = Ask.Within(2, "wk") }));
        Assert.NotEqual(gout, Shape(Ask.Condition("gout", new Qualifier(QualifierKind.Severity, "severe")) with { When = Ask.Within(2, "wk") }));
    }

    // Kinds of "disease" need not be what the words mean.
    [Theory]
    [InlineData("disease")]
    [InlineData("symptom")]
    [InlineData("systemic disease")]
    public void GeneralWords_AreShapesOfTheirOwn(string name) => Assert.NotEqual(Shape(Ask.Condition("gout")), Shape(Ask.Condition(name)));

    [Fact]
    public void LimitsAndExceptions_KeepTheirConcept()
    {
        Assert.NotEqual(Shape(Ask.Condition("gout") with { Bounds = Ask.AtLeast(2, null) }), Shape(Ask.Condition("cancer") with { Bounds = Ask.AtLeast(2, null) }));
        Assert.NotEqual(Shape(Ask.Condition("infection") with { Except = Ask.Condition("pneumonia") }), Shape(Ask.Condition("cancer") with { Except = Ask.Condition("pneumonia") }));
    }

    [Fact]
    public void Facts_AreHeardOnceBetweenTheSameBorders()
    {
        var leaf = Ask.Condition("gout") with { When = Ask.Within(2, "wk") };
        var nobody = Record.Ready(Record.Of());

        Assert.Equal(Testimonies.Affirms, Hear("2026-11-20", leaf));
        Assert.Equal(Testimonies.Affirms, Hear("2026-11-12", leaf));
        Assert.Equal(Testimonies.Differs, Hear("2026-10-01", leaf));

        // What another fact would testify is not asked: between the same borders it is the one that was heard.
        hearings.Turn(FactDays.Of(Over("2026-11-19")), 1);
        Assert.Equal(Testimonies.Affirms, hearings.Of(Shape(leaf), leaf, new RelatedFact(Record.No("gout"), Kinship.Same), nobody));

        Testimonies Hear(string day, Predicate.Leaf asked)
        {
            hearings.Turn(FactDays.Of(Over(day)), 1);
            return hearings.Of(Shape(asked), asked, new RelatedFact(Over(day), Kinship.Same), nobody);
        }
    }

    [Fact]
    public void Facts_WhoseDaysDoNotMatter_AreNotThoseWithNone()
    {
        var leaf = Ask.Condition("gout") with { When = Ask.Within(2, "wk") };
        var nobody = Record.Ready(Record.Of());
        hearings.Turn(null, 1);
        Assert.Equal(Testimonies.Denies, hearings.Of(Shape(leaf), leaf, new RelatedFact(Record.No("gout"), Kinship.Same), nobody));

        hearings.Turn(FactDays.Of(Record.Has("gout")), 1);
        Assert.NotEqual(Testimonies.Denies, hearings.Of(Shape(leaf), leaf, new RelatedFact(Record.Has("gout"), Kinship.Same), nobody));
    }

    private int Shape(Predicate.Leaf leaf) => hearings.ShapeOf(leaf, isTimed: true);

    private static Fact Over(string day) => Record.Past("gout", day, day, LeafType.Condition);
}

using static Trialist.Matching.Tests.Ask;
using static Trialist.Matching.Tests.Record;

namespace Trialist.Matching.Tests;

public sealed class ReferenceMatcherTests
{
    private static readonly Qualifier Inhaled = new(QualifierKind.Route, "inhaled");
    private static readonly Qualifier Systemic = new(QualifierKind.Route, "systemic");

    [Fact]
    public void Exception_NamingKinds_TakesOutTheirFactsOnly()
    {
        var leaf = Condition("cancer") with { Except = Condition("basal cell carcinoma") };

        Assert.Equal(Truth.False, Evaluate(leaf, Has("basal cell carcinoma")).Truth);
        Assert.Equal(Truth.True, Evaluate(leaf, Has("basal cell carcinoma"), Has("lung cancer")).Truth);
        Assert.Equal(Truth.Unknown, Evaluate(leaf, Has("skin cancer")).Truth);
        Assert.Equal(Truth.True, Evaluate(leaf, Has("lung cancer")).Truth);
    }

    [Fact]
    public void Exception_OfTheRoute_LiftsAndIsCited()
    {
        var leaf = Treatment("corticosteroid", Systemic) with { When = Within(2, "wk"), Except = Treatment("corticosteroid", Inhaled) };
        var inhaler = Has("budesonide", LeafType.Treatment) with { Qualifiers = [Inhaled] };

        var result = Evaluate(leaf, inhaler);

        Assert.Equal(Truth.False, result.Truth);
        Assert.Equal("lifted by the exception", result.Reasons[0].Note);
        Assert.Equal("budesonide", Assert.Single(result.Reasons[0].Facts.ToArray()).Concept.Name);
        Assert.Equal(Truth.True, Evaluate(leaf, inhaler, Has("prednisone", LeafType.Treatment) with { Qualifiers = [new Qualifier(QualifierKind.Route, "oral")] }).Truth);
    }

    [Fact]
    public void Exception_OfAnotherNature_WaivesByPolarity()
    {
        var leaf = Value("bilirubin.total", AtMost(2, "mg/dL")) with { Except = Condition("gilbert syndrome") };
        Fact[] facts = [Value("bilirubin.total", 3, "mg/dL"), Has("gilbert syndrome")];

        // "at most 2 unless Gilbert" admits; "exclude above 2 unless Gilbert" does not exclude.
        Assert.Equal(Truth.True, ReferenceMatcher.Evaluate(leaf, CriterionKind.Inclusion, Ready(Of(facts))).Truth);
        Assert.Equal(Truth.False, ReferenceMatcher.Evaluate(leaf with { Bounds = Above(2, "mg/dL") }, CriterionKind.Exclusion, Ready(Of(facts))).Truth);
        Assert.Equal(Truth.Unknown, ReferenceMatcher.Evaluate(leaf, CriterionKind.Inclusion, Ready(Of(facts[0]))).Truth);
        Assert.Equal(Truth.False, ReferenceMatcher.Evaluate(leaf, CriterionKind.Inclusion, Ready(Of(facts[0], No("gilbert syndrome")))).Truth);
    }

    [Theory]
    [InlineData(LeafType.Pregnancy, "pregnancy", Truth.False)]
    [InlineData(LeafType.Lactation, "lactation", Truth.False)]
    [InlineData(LeafType.Condition, "childbearing potential", Truth.False)]
    [InlineData(LeafType.Pregnancy, "negative pregnancy test", Truth.True)]
    public void WhatAManCannotHave_IsNotApplicable(LeafType type, string name, Truth truth)
    {
        var result = ReferenceMatcher.Evaluate(For(type, name), CriterionKind.Exclusion, Ready(new Person { Sex = Sex.Male }));

        Assert.Equal(truth, result.Truth);
        Assert.True(result.Reasons[0].NotApplicable);
        Assert.Equal(Truth.Unknown, ReferenceMatcher.Evaluate(For(type, name), CriterionKind.Exclusion, Ready(new Person { Sex = Sex.Female })).Truth);
    }

    [Fact]
    public void Missing_IsAskedOnlyWhereItCanStillDecide()
    {
        var either = Any(Condition("asthma"), Condition("gout"));

        Assert.Equal(["gout"], Evaluate(either, No("asthma")).Reasons.SelectMany(reason => reason.Missing));
        Assert.Empty(Evaluate(either, Has("asthma")).Reasons.SelectMany(reason => reason.Missing));
    }

    [Fact]
    public void AtLeast_CountsSureAndPossible()
    {
        var two = new Predicate.AtLeast(2, [Condition("a"), Condition("b"), Condition("c")]) { Span = default };

        Assert.Equal(Truth.True, Evaluate(two, Has("a"), Has("b")).Truth);
        Assert.Equal(Truth.Unknown, Evaluate(two, Has("a"), No("b")).Truth);
        Assert.Equal(Truth.False, Evaluate(two, No("a"), No("b")).Truth);
    }
}

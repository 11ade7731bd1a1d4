using Trialist.Evaluation.Verdicts;

namespace Trialist.Evaluation.Tests.Verdicts;

public sealed class ExpertLabelsTests
{
    private static readonly Predicate.Leaf Cough = Leaf(LeafType.Condition, "cough");
    private static readonly Fact CoughFact = new(LeafType.Condition, new Concept("cough"), "note[0,5]");

    [Theory]
    [InlineData(CriterionKind.Inclusion, Truth.True, "included")]
    [InlineData(CriterionKind.Inclusion, Truth.False, "not included")]
    [InlineData(CriterionKind.Inclusion, Truth.Unknown, "not enough information")]
    [InlineData(CriterionKind.Exclusion, Truth.True, "excluded")]
    [InlineData(CriterionKind.Exclusion, Truth.False, "not excluded")]
    // The experts read silence as "not excluded".
    [InlineData(CriterionKind.Exclusion, Truth.Unknown, "not excluded")]
    public void Truth_BecomesALabel(CriterionKind kind, Truth truth, string label) =>
        Assert.Equal(label, ExpertLabels.Of(Verdict(kind, truth, Cough)));

    [Fact]
    public void Exclusion_WithAFactThatTheNoteLeavesOpen_IsOpen() =>
        Assert.Equal("not enough information", ExpertLabels.Of(Verdict(CriterionKind.Exclusion, Truth.Unknown, Cough, facts: [CoughFact with { Presence = Presence.Uncertain }])));

    [Fact]
    public void Action_ThatTheNotePromises_IsIncluded()
    {
        var consent = new Fact(LeafType.Consent, new Concept("informed consent"), "note[0,9]");

        Assert.Equal("included", ExpertLabels.Of(Verdict(CriterionKind.Inclusion, Truth.Unknown, Leaf(LeafType.Consent, "informed consent"), person: new Person { Facts = [consent] }, reading: Reading.Action)));
        Assert.Equal("not enough information", ExpertLabels.Of(Verdict(CriterionKind.Inclusion, Truth.Unknown, Leaf(LeafType.Consent, "informed consent"), reading: Reading.Action)));
    }

    [Theory]
    [InlineData(LeafType.Pregnancy, 30, Sex.Male, "not applicable")]
    [InlineData(LeafType.Pregnancy, 8, Sex.Female, "not applicable")]
    [InlineData(LeafType.Pregnancy, 80, Sex.Female, "not applicable")]
    [InlineData(LeafType.Pregnancy, 30, Sex.Female, "not enough information")]
    [InlineData(LeafType.Behaviour, 5, Sex.Male, "not applicable")]
    [InlineData(LeafType.Behaviour, 50, Sex.Male, "not excluded")]
    public void WhatCannotConcernThePerson_IsNotApplicable(LeafType type, int age, Sex sex, string label) =>
        Assert.Equal(label, ExpertLabels.Of(Verdict(CriterionKind.Exclusion, Truth.Unknown, Leaf(type, "smoking"), person: new Person { AgeYears = age, Sex = sex })));

    [Fact]
    public void Exclusion_OfMissingConsent_IsMetByThePromise()
    {
        var consent = new Fact(LeafType.Consent, new Concept("informed consent"), "note[0,9]");

        Assert.Equal("not excluded", ExpertLabels.Of(Verdict(CriterionKind.Exclusion, Truth.True, Leaf(LeafType.Consent, "informed consent"), person: new Person { Facts = [consent] })));
    }

    [Fact]
    public void Exclusion_OfANumberThatNobodyWroteDown_IsOpen() =>
        Assert.Equal("not enough information", ExpertLabels.Of(Verdict(CriterionKind.Exclusion, Truth.Unknown,
            Leaf(LeafType.Measurement, "bmi") with { Bounds = new Bounds(new Bound(40, false), null, "kg/m2") })));

    [Fact]
    public void Figures_AreCountedByLabel()
    {
        var figures = new VerdictFigures();
        figures.Add("included", "included");
        figures.Add("included", "not included");
        figures.Add("excluded", "excluded");
        figures.Add(null, "excluded");

        Assert.Equal((3, 1), (figures.Pairs, figures.Unlabelled));
        Assert.Equal(2 / 3.0, figures.Accuracy, 10);
        Assert.Equal(0.75, figures.BalancedAccuracy, 10);
    }

    private static Predicate.Leaf Leaf(LeafType type, string name) => new(type, new Concept(name)) { Span = default };

    private static PairVerdict Verdict(CriterionKind kind, Truth truth, Predicate.Leaf leaf, Fact[]? facts = null, Person? person = null, Reading reading = Reading.Full)
    {
        var document = new CriteriaDocument(1, [new Criterion("I1", kind, default, "") { Reading = reading, Predicate = leaf }], []);
        var reason = new Reason(leaf.Concept.Name, truth, null, (facts ?? []).ToValueList(), []);
        return new PairVerdict(kind, person ?? new Person(), document, [new CriterionVerdict("I1", kind, truth, reading, [reason])]);
    }
}

using static Trialist.Matching.Tests.Ask;
using static Trialist.Matching.Tests.Record;

namespace Trialist.Matching.Tests.Leaves;

public sealed class OccurrenceRuleTests
{
    private static readonly Qualifier Severe = new(QualifierKind.Severity, "severe");
    private static readonly Qualifier Mild = new(QualifierKind.Severity, "mild");

    public static TheoryData<string, string, Fact, Truth> Kinds => new()
    {
        { "the same", "pneumonia", Has("pneumonia"), Truth.True },
        { "a narrower fact satisfies a broader ask", "infection", Has("pneumonia"), Truth.True },
        { "a broader fact leaves a narrower ask open", "pneumonia", Has("infection"), Truth.Unknown },
        { "denying the broader denies the narrower", "pneumonia", No("infection"), Truth.False },
        { "denying the narrower says nothing of the broader", "infection", No("pneumonia"), Truth.Unknown },
        { "denied", "pneumonia", No("pneumonia"), Truth.False },
        { "denied long ago", "pneumonia", No("pneumonia", date: "2024-01-01"), Truth.Unknown },
        { "uncertain", "pneumonia", Has("pneumonia") with { Presence = Presence.Uncertain }, Truth.Unknown },
        { "something else", "pneumonia", Has("gout"), Truth.Unknown },
        { "in the past, and the words do not say", "pneumonia", Past("pneumonia", "2020", "2020", LeafType.Condition), Truth.Unknown },
        { "an allergy to it is not it", "prednisone", Has("prednisone", LeafType.Allergy), Truth.Unknown },
        { "a mother's is not the person's", "pneumonia", Has("pneumonia") with { Qualifiers = [new Qualifier(QualifierKind.Subject, "mother")] }, Truth.Unknown },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Condition_IsMetThroughTheHierarchyBothWays(string what, string asked, Fact fact, Truth truth) =>
        Assert.True(truth == Evaluate(Condition(asked), fact).Truth, what);

    [Fact]
    public void DiseaseForSomeTime_IsCountedFromItsOnset()
    {
        var leaf = Condition("gout") with { When = new TimeWindow(TimeRelation.Before, new Duration(180, "d"), null, [], "screening") };

        Assert.Equal(Truth.True, Evaluate(leaf, Has("gout") with { Start = PartialDate.Parse("2020") }).Truth);
        Assert.Equal(Truth.False, Evaluate(leaf, Has("gout") with { Start = PartialDate.Parse("2026-11-01") }).Truth);
        Assert.Equal(Truth.Unknown, Evaluate(leaf, Has("gout") with { Date = PartialDate.Parse("2026-11-18") }).Truth);
    }

    [Fact]
    public void ChildbearingPotential_OfAPartner_IsAskedOfMen()
    {
        var man = Ready(new Person { Sex = Sex.Male });
        var own = For(LeafType.Contraception, "childbearing potential");

        Assert.Equal(Truth.False, ReferenceMatcher.Evaluate(own, CriterionKind.Inclusion, man).Truth);
        Assert.Equal(Truth.Unknown, ReferenceMatcher.Evaluate(own with { Qualifiers = [new Qualifier(QualifierKind.Subject, "partner")] }, CriterionKind.Inclusion, man).Truth);
    }

    [Theory]
    [InlineData(null, "2026-10-26", Truth.Unknown)]
    [InlineData("2 wk", "2026-10-26", Truth.False)]
    [InlineData("4 wk", "2026-10-26", Truth.False)]
    [InlineData("5 wk", "2026-10-26", Truth.Unknown)]
    [InlineData("2 wk", null, Truth.Unknown)]
    [InlineData("current", null, Truth.False)]
    [InlineData("current", "2026-10-26", Truth.False)]
    [InlineData("ever", "2026-10-26", Truth.Unknown)]
    public void DenialOfATime_ReachesBackToItsDay(string? window, string? since, Truth truth)
    {
        var leaf = Treatment("prednisone") with
        {
            When = window switch
            {
                null => null,
                "current" => new TimeWindow(TimeRelation.Current),
                "ever" => new TimeWindow(TimeRelation.Ever),
                _ => new TimeWindow(TimeRelation.Within, null, new Duration(window[0] - '0', "wk"), [], "screening"),
            },
        };
        var denial = No("prednisone", LeafType.Treatment) with { Start = since is null ? null : PartialDate.Parse(since), Qualifiers = [new Qualifier(QualifierKind.Status, "active")] };

        Assert.Equal(truth, Evaluate(leaf, denial).Truth);
    }

    [Fact]
    public void Qualifier_DecidesOnlyWhenKnown()
    {
        Assert.Equal(Truth.True, Evaluate(Condition("asthma", Severe), Has("asthma") with { Qualifiers = [Severe] }).Truth);
        Assert.Equal(Truth.False, Evaluate(Condition("asthma", Severe), Has("asthma") with { Qualifiers = [Mild] }).Truth);
        Assert.Equal(Truth.Unknown, Evaluate(Condition("asthma", Severe), Has("asthma")).Truth);
        Assert.Equal(Truth.Unknown, Evaluate(Condition("infection", Severe), Has("pneumonia") with { Qualifiers = [Mild] }).Truth);
        Assert.Equal(Truth.Unknown, Evaluate(Condition("asthma"), No("asthma") with { Qualifiers = [Severe] }).Truth);
        Assert.Equal(Truth.False, Evaluate(Condition("asthma", Severe), No("asthma")).Truth);
    }

    [Theory]
    [InlineData("iv", "iv", Truth.True)]
    [InlineData("iii", "iiia", Truth.True)]
    [InlineData("iiia", "iii", Truth.Unknown)]
    [InlineData("iv", "ii", Truth.False)]
    [InlineData("4", "iv", Truth.True)]
    public void Stage_IsReadInItsParts(string asked, string recorded, Truth truth)
    {
        var leaf = Condition("lung cancer", new Qualifier(QualifierKind.Stage, asked));
        var fact = Has("lung adenocarcinoma") with { Qualifiers = [new Qualifier(QualifierKind.Stage, recorded)] };

        Assert.Equal(truth, Evaluate(leaf, fact).Truth);
    }

    public static TheoryData<string, Fact, Truth> Washout => new()
    {
        // asked: prednisone within 2 weeks of screening; 14 days before the match is 2026-11-09
        { "taken now", Has("prednisone", LeafType.Treatment), Truth.True },
        { "ended in the window", Past("prednisone", "2026-01-01", "2026-11-09"), Truth.True },
        { "ended before it", Past("prednisone", "2026-01-01", "2026-11-08"), Truth.False },
        { "ended this month", Past("prednisone", "2026-01-01", "2026-11"), Truth.Unknown },
        { "ended last year", Past("prednisone", "2024", "2025"), Truth.False },
        { "ended, not said when", Past("prednisone", "2026-01-01", null), Truth.Unknown },
        { "no dates at all", Past("prednisone", null, null), Truth.Unknown },
        { "denied today", No("prednisone", LeafType.Treatment, "2026-11-23"), Truth.False },
        { "denied two months ago", No("prednisone", LeafType.Treatment, "2026-09-23"), Truth.Unknown },
        { "planned", Has("prednisone", LeafType.Treatment) with { Status = FactStatus.Planned }, Truth.False },
    };

    [Theory]
    [MemberData(nameof(Washout))]
    public void Window_OnATreatment_IsCountedOnDates(string what, Fact fact, Truth truth) =>
        Assert.True(truth == Evaluate(Treatment("prednisone") with { When = Within(2, "wk") }, fact).Truth, what);

    [Fact]
    public void OtherDrugOfTheClass_EndedLongAgo_LeavesTheClassOpen() =>
        Assert.Equal(Truth.Unknown, Evaluate(Treatment("corticosteroid") with { When = Within(2, "wk") }, Past("prednisone", "2024", "2025")).Truth);

    [Theory]
    [InlineData("2026-11-01", Truth.True)]
    [InlineData("2026-10-20", Truth.Unknown)] // outside 28 days, perhaps within five half-lives
    public void HalfLives_WhicheverIsLonger_AreSureOnlyWithinTheDays(string end, Truth truth)
    {
        var when = new TimeWindow(TimeRelation.Within, null, null, [new Duration(5, "[half-life]"), new Duration(28, "d")], "first dose");

        Assert.Equal(truth, Evaluate(Treatment("prednisone") with { When = when }, Past("prednisone", "2026-01-01", end)).Truth);
    }

    [Fact]
    public void OpenDiagnosis_OfASuddenEvent_CountsFromItsOnset()
    {
        var leaf = Condition("myocardial infarction") with { When = Within(6, "mo") };

        Assert.Equal(Truth.False, Evaluate(leaf, Has("myocardial infarction") with { Start = PartialDate.Parse("2020-02-01") }).Truth);
        Assert.Equal(Truth.True, Evaluate(leaf, Has("myocardial infarction") with { Start = PartialDate.Parse("2026-08-01") }).Truth);
        Assert.Equal(Truth.Unknown, Evaluate(leaf, Has("myocardial infarction")).Truth);
    }

    [Theory]
    [InlineData("2026-05-01", Truth.True)]
    [InlineData("2026-09-01", Truth.False)]
    public void Lasting_IsCountedFromTheFirstDay(string start, Truth truth)
    {
        var leaf = Condition("asthma") with { When = new TimeWindow(TimeRelation.During, new Duration(3, "mo"), null, [], null) };

        Assert.Equal(truth, Evaluate(leaf, Has("asthma") with { Start = PartialDate.Parse(start) }).Truth);
    }

    [Theory]
    [InlineData("2026-10-26", Truth.True)]
    [InlineData("2026-10-27", Truth.False)]
    public void AtLeastBefore_IsADistance(string date, Truth truth)
    {
        var leaf = For(LeafType.Procedure, "surgery") with { When = new TimeWindow(TimeRelation.Before, new Duration(4, "wk"), null, [], "enrolment") };

        Assert.Equal(truth, Evaluate(leaf, Done("surgery", date)).Truth);
    }

    [Fact]
    public void AnchorOnAnUnknownDay_IsUnknown() =>
        Assert.Equal(Truth.Unknown, Evaluate(Condition("infection") with { When = new TimeWindow(TimeRelation.Within, null, new Duration(2, "wk"), [], "transplant") }, Has("infection")).Truth);

    [Fact]
    public void Silence_IsUnknown_UnlessAssumedComplete()
    {
        var person = Of(Has("gout"));
        var leaf = Condition("pneumonia");

        Assert.Equal(Truth.Unknown, ReferenceMatcher.Evaluate(leaf, CriterionKind.Exclusion, Ready(person)).Truth);

        var assumed = ReferenceMatcher.Evaluate(leaf, CriterionKind.Exclusion, Ready(person, LeafType.Condition));
        Assert.Equal(Truth.False, assumed.Truth);
        Assert.Equal("silence of the record read as no", assumed.Reasons[0].Assumed);
        Assert.Equal(Truth.Unknown, ReferenceMatcher.Evaluate(Treatment("prednisone"), CriterionKind.Exclusion, Ready(person, LeafType.Condition)).Truth);
    }

    [Fact]
    public void Record_ThatAffirmsAndDenies_IsUnknown() =>
        Assert.Equal(Truth.Unknown, Evaluate(Condition("pneumonia"), Has("pneumonia"), No("pneumonia")).Truth);

    [Fact]
    public void None_OfAGradedFinding_IsGradeZero()
    {
        var atMostOne = Condition("neuropathy") with { Bounds = AtMost(1, null) };

        Assert.Equal(Truth.True, Evaluate(atMostOne, No("neuropathy")).Truth);
        Assert.Equal(Truth.False, Evaluate(atMostOne, Has("neuropathy") with { Value = new Quantity(2, null) }).Truth);
        Assert.Equal(Truth.Unknown, Evaluate(atMostOne, Has("neuropathy")).Truth);
    }

    [Fact]
    public void PastWithoutADay_DoesNotSayThatItIsOver()
    {
        var lasting = Condition("asthma") with { When = new TimeWindow(TimeRelation.During, new Duration(12, "mo"), null, [], null) };

        Assert.Equal(Truth.Unknown, Evaluate(lasting, Past("asthma", null, null, LeafType.Condition)).Truth);
        Assert.Equal(Truth.False, Evaluate(lasting, Past("asthma", "2019", "2020", LeafType.Condition)).Truth);
    }
}

using Trialist.Matching.Changes;
using static Trialist.Matching.Tests.Ask;
using static Trialist.Matching.Tests.Record;

namespace Trialist.Matching.Tests.Changes;

public sealed class WhatWouldChangeTests
{
    private static readonly Study Adults = new(NctId.Parse("NCT99000001"), "A study") { Eligibility = new EligibilityRules { MinimumAge = "18 Years" } };

    [Fact]
    public void Washout_EndsOnTheDayAfterItsWindow()
    {
        var leaf = Treatment("prednisone") with { When = Within(4, "wk") };
        var person = new Person { BirthDate = PartialDate.Parse("1970"), Facts = [Past("prednisone", "2026-01-01", "2026-11-10")] };

        var change = Assert.Single(Of(person, "E1", leaf));

        // The last day, 10 November, is within four weeks until 8 December.
        Assert.Equal(new DateOnly(2026, 12, 9), change.On);
        Assert.Equal(("E1", Truth.False), (change.Criterion, change.Needed));
    }

    [Fact]
    public void Age_ComesWithTheBirthday()
    {
        var person = new Person { BirthDate = PartialDate.Parse("2009-04-02"), Facts = [Has("asthma")] };

        var change = Assert.Single(Of(person, "I1", Condition("asthma")));

        Assert.Equal(("S.age", new DateOnly(2027, 4, 2)), (change.Criterion, change.On));
    }

    [Fact]
    public void Value_WouldHaveToBeOtherwise_WithoutADay()
    {
        var person = new Person { BirthDate = PartialDate.Parse("1970"), Facts = [Value("creatinine", 2.2m, "mg/dL")] };

        var change = Assert.Single(Of(person, "I1", Value("creatinine", AtMost(176.8m, "umol/L"))));

        Assert.Null(change.On);
        Assert.Equal("I1: creatinine ≤ 176.8 umol/L", change.Text);
    }

    [Fact]
    public void Alternatives_EachTurnTheCriterionByThemselves()
    {
        var person = new Person { BirthDate = PartialDate.Parse("1970"), Facts = [No("asthma"), No("gout")] };

        Assert.Equal(["asthma", "gout"], Of(person, "I1", Any(Condition("asthma"), Condition("gout"))).Select(change => change.Leaf));
        Assert.Empty(Of(person, "I1", All(Condition("asthma"), Condition("gout"))));
    }

    private static IReadOnlyList<Change> Of(Person person, string id, Predicate predicate)
    {
        var criterion = new Criterion(id, id[0] == 'E' ? CriterionKind.Exclusion : CriterionKind.Inclusion, default, "") { Reading = Reading.Full, Predicate = predicate };
        return WhatWouldChange.Of(Adults, new CriteriaDocument(10, [criterion], []), Ready(person));
    }
}

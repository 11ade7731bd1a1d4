using static Trialist.Matching.Tests.Ask;
using static Trialist.Matching.Tests.Record;

namespace Trialist.Matching.Tests.Leaves;

public sealed class AgeRuleTests
{
    [Theory]
    // at most 65 years lasts until the 66th birthday
    [InlineData("1960-11-24", null, 65, "a", Truth.True)]
    [InlineData("1960-11-23", null, 65, "a", Truth.False)]
    // at least 18 years begins on the 18th birthday
    [InlineData("2008-11-23", 18, null, "a", Truth.True)]
    [InlineData("2008-11-24", 18, null, "a", Truth.False)]
    [InlineData("2008-11", 18, null, "a", Truth.Unknown)]
    [InlineData("2008-10", 18, null, "a", Truth.True)]
    [InlineData("2008", 18, null, "a", Truth.Unknown)]
    [InlineData("2008", 17, null, "a", Truth.True)]
    [InlineData("1990", 18, 65, "a", Truth.True)]
    [InlineData("2026-05-23", 6, null, "mo", Truth.True)]
    [InlineData("2026-05-24", 6, null, "mo", Truth.False)]
    [InlineData("2026-11-09", 2, null, "wk", Truth.True)]
    [InlineData("2026-11-10", 2, null, "wk", Truth.False)]
    [InlineData("2026-11-13", null, 10, "d", Truth.True)]
    [InlineData("2026-11-12", null, 10, "d", Truth.False)]
    public void Age_FromABirthDate_IsInCompletedUnitsOfTheBound(string birth, int? min, int? max, string unit, Truth truth)
    {
        var person = new Person { BirthDate = PartialDate.Parse(birth) };

        Assert.Equal(truth, Evaluate(person, min, max, unit).Truth);
    }

    [Theory]
    [InlineData(18, 18, null, "a", Truth.True)]
    [InlineData(65, null, 65, "a", Truth.True)]
    [InlineData(17, 18, null, "a", Truth.False)]
    [InlineData(1, 18, null, "mo", Truth.Unknown)] // one year is 12 to 23 months
    [InlineData(2, 18, null, "mo", Truth.True)]
    public void Age_OnlyInYears_StandsForAllItsBirthDates(int years, int? min, int? max, string unit, Truth truth) =>
        Assert.Equal(truth, Evaluate(new Person { AgeYears = years }, min, max, unit).Truth);

    [Fact]
    public void Age_WithoutABirthDate_IsMissing()
    {
        var result = Evaluate(new Person(), 18, null, "a");

        Assert.Equal(Truth.Unknown, result.Truth);
        Assert.Equal(["age"], result.Reasons[0].Missing.ToArray());
    }

    [Theory]
    [InlineData("2008-11-23", Truth.False)] // just 18 is not over 18
    [InlineData("2007-11-23", Truth.True)]
    public void Age_Over_ComparesCompletedYears(string birth, Truth truth)
    {
        var leaf = For(LeafType.Age, "age") with { Bounds = Above(18, "a") };

        Assert.Equal(truth, ReferenceMatcher.Evaluate(leaf, CriterionKind.Inclusion, Ready(new Person { BirthDate = PartialDate.Parse(birth) })).Truth);
    }

    private static Evaluation Evaluate(Person person, int? min, int? max, string unit)
    {
        var bounds = new Bounds(min is { } least ? new Bound(least, true) : null, max is { } most ? new Bound(most, true) : null, unit);
        return ReferenceMatcher.Evaluate(For(LeafType.Age, "age") with { Bounds = bounds }, CriterionKind.Inclusion, Ready(person));
    }
}

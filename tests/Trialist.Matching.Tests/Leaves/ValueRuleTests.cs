using static Trialist.Matching.Tests.Ask;
using static Trialist.Matching.Tests.Record;

namespace Trialist.Matching.Tests.Leaves;

public sealed class ValueRuleTests
{
    [Theory]
    [InlineData(2, 1, Truth.Unknown)]
    [InlineData(1, 2, Truth.False)]
    public void CountOfAll_SaysOfAStretchOnlyThatThereWereNoMore(int recorded, int least, Truth truth)
    {
        var leaf = For(LeafType.Count, "relapse") with { Bounds = AtLeast(least, null), When = new TimeWindow(TimeRelation.Within, null, new Duration(1, "a"), [], "screening") };

        Assert.Equal(truth, Evaluate(leaf, Value("relapse", recorded, null, type: LeafType.Count)).Truth);
    }

    public static TheoryData<string, decimal, string?, string?, Truth, bool> Creatinine => new()
    {
        // asked ≤ 176.8 umol/L, recorded
        { "well below", 1.0m, "mg/dL", "2026-11-20", Truth.True, false },
        { "exactly at the bound after conversion", 2.0m, "mg/dL", "2026-11-20", Truth.True, true },
        { "over, though it rounds to the bound", 2.04m, "mg/dL", "2026-11-20", Truth.False, false },
        { "above", 2.2m, "mg/dL", "2026-11-20", Truth.False, false },
        { "in the unit of the bound", 176.8m, "umol/L", "2026-11-20", Truth.True, false },
        { "in the unit of the bound and above", 176.9m, "umol/L", "2026-11-20", Truth.False, false },
        { "four weeks old", 1.0m, "mg/dL", "2026-10-26", Truth.True, false },
        { "older than four weeks", 1.0m, "mg/dL", "2026-10-25", Truth.Unknown, false },
        { "of this month, day unknown", 1.0m, "mg/dL", "2026-11", Truth.True, false },
        { "of last month, day unknown", 1.0m, "mg/dL", "2026-10", Truth.Unknown, false },
        { "after the day of the match", 1.0m, "mg/dL", "2026-11-24", Truth.Unknown, false },
        { "undated", 1.0m, "mg/dL", null, Truth.True, false },
        { "without a unit", 1.0m, null, "2026-11-20", Truth.Unknown, false },
        { "in a unit that does not fit", 1.0m, "kg", "2026-11-20", Truth.Unknown, false },
        { "a number no laboratory reports", 79_000_000_000_000_000_000_000_000_000m, "mg/dL", "2026-11-20", Truth.Unknown, false },
    };

    [Theory]
    [MemberData(nameof(Creatinine))]
    public void Limit_OnOneValue_IsDecidedByUnitAndAge(string what, decimal value, string? unit, string? date, Truth truth, bool borderline)
    {
        var result = Evaluate(Value("creatinine", AtMost(176.8m, "umol/L")), Value("creatinine", value, unit, date));

        Assert.True(truth == result.Truth, what);
        Assert.Equal(borderline, Assert.Single(result.Reasons.ToArray()).Borderline);
    }

    [Theory]
    [InlineData("2.98", Truth.True)] // 50.958: met, but 51 umol/L is 2.982 mg/dL
    [InlineData("3.0", Truth.False)] // 51.3: missed, but 51 umol/L rounds to 3.0 mg/dL
    public void Bilirubin_WithinTheRoundingOfTheConversion_IsBorderline(string value, Truth truth)
    {
        var result = Evaluate(Value("bilirubin.total", AtMost(51, "umol/L")), Value("bilirubin.total", decimal.Parse(value), "mg/dL"));

        Assert.Equal(truth, result.Truth);
        Assert.True(result.Reasons[0].Borderline);
    }

    [Fact]
    public void Conversion_ByAPowerOfTen_IsNeverBorderline()
    {
        var result = Evaluate(Value("platelets", AtLeast(100, "10*9/L")), Value("platelets", 100_000, "/uL"));

        Assert.Equal(Truth.True, result.Truth);
        Assert.False(result.Reasons[0].Borderline);
    }

    [Theory]
    [InlineData(100, 100, Truth.True)]
    [InlineData(100, 200, Truth.False)]
    [InlineData(100, null, Truth.Unknown)]
    [InlineData(200, null, Truth.False)]
    public void CommonName_OfTwoAnalytes_AsksForBoth(int alt, int? ast, Truth truth)
    {
        Fact[] facts = [Value("alt", alt, "U/L") with { ReferenceRange = AtMost(40, "U/L") }, .. ast is { } value ? [Value("ast", value, "U/L") with { ReferenceRange = AtMost(40, "U/L") }] : Array.Empty<Fact>()];

        Assert.Equal(truth, Evaluate(Value("transaminases", AtMost(3, "[ULN]")), facts).Truth);
        Assert.Equal(truth.Not(), Evaluate(Value("transaminases", Above(3, "[ULN]")), facts).Truth);
    }

    [Fact]
    public void Latest_OfSeveralValues_Decides()
    {
        var result = Evaluate(Value("creatinine", AtMost(2, "mg/dL")), Value("creatinine", 3, "mg/dL", "2026-11-01"), Value("creatinine", 1, "mg/dL", "2026-11-20"));

        Assert.Equal(Truth.True, result.Truth);
        Assert.Equal(1, Assert.Single(result.Reasons[0].Facts.ToArray()).Value!.Value.Value);
    }

    [Theory]
    [InlineData("2026-11-20")] // the same day
    [InlineData("2026-11")] // perhaps later
    [InlineData(null)] // undated
    public void Values_ThatMayBothBeTheLatestAndDisagree_AreUnknown(string? date)
    {
        var result = Evaluate(Value("creatinine", AtMost(2, "mg/dL")), Value("creatinine", 3, "mg/dL", date), Value("creatinine", 1, "mg/dL", "2026-11-20"));

        Assert.Equal(Truth.Unknown, result.Truth);
        Assert.Equal(2, result.Reasons[0].Facts.Count);
    }

    [Fact]
    public void OldValue_IsShownWithItsAge()
    {
        var reason = Evaluate(Value("creatinine", AtMost(2, "mg/dL")), Value("creatinine", 1, "mg/dL", "2026-10-14")).Reasons[0];

        Assert.Equal("the last value, of 2026-10-14, is 40 days old", reason.Note);
        Assert.Equal(["creatinine"], reason.Missing.ToArray());
        Assert.Single(reason.Facts.ToArray());
    }

    [Fact]
    public void EjectionFraction_KeepsNinetyDays()
    {
        Assert.Equal(Truth.True, Evaluate(Value("lvef", AtLeast(50, "%")), Value("lvef", 60, "%", "2026-08-25")).Truth);
        Assert.Equal(Truth.Unknown, Evaluate(Value("lvef", AtLeast(50, "%")), Value("lvef", 60, "%", "2026-08-24")).Truth);
    }

    [Fact]
    public void Window_ReplacesTheShelfLife()
    {
        var leaf = Value("creatinine", AtMost(2, "mg/dL")) with { When = Within(7, "d") };

        Assert.Equal(Truth.True, Evaluate(leaf, Value("creatinine", 1, "mg/dL", "2026-11-16")).Truth);
        Assert.Equal(Truth.Unknown, Evaluate(leaf, Value("creatinine", 1, "mg/dL", "2026-11-15")).Truth);
    }

    [Theory]
    [InlineData(90, Truth.True)] // at both ends of the plausible limits, 30 and 55
    [InlineData(91, Truth.Unknown)]
    [InlineData(165, Truth.Unknown)]
    [InlineData(166, Truth.False)]
    public void MultipleOfNormal_WithoutTheLaboratorysRange_NeedsBothEndsToAgree(int value, Truth truth)
    {
        var result = Evaluate(Value("alt", AtMost(3, "[ULN]")), Value("alt", value, "U/L"));

        Assert.Equal(truth, result.Truth);
        Assert.Equal(truth == Truth.Unknown, result.Reasons[0].Assumed is null);
    }

    [Theory]
    [InlineData(120, Truth.True)]
    [InlineData(121, Truth.False)]
    public void MultipleOfNormal_WithTheLaboratorysRange_IsExact(int value, Truth truth)
    {
        var fact = Value("alt", value, "U/L") with { ReferenceRange = AtMost(40, "U/L") };

        var result = Evaluate(Value("alt", AtMost(3, "[ULN]")), fact);

        Assert.Equal(truth, result.Truth);
        Assert.Null(result.Reasons[0].Assumed);
    }

    [Theory]
    [InlineData("5", Truth.Unknown)] // < 5: may be 4 or 1
    [InlineData("2", Truth.True)]
    public void CensoredValue_CountsOnlyWhenAllOfItFits(string below, Truth truth)
    {
        var fact = Value("creatinine", 0, null) with { Value = null, ValueWithin = Below(decimal.Parse(below), "mg/dL") };

        Assert.Equal(truth, Evaluate(Value("creatinine", AtMost(2, "mg/dL")), fact).Truth);
    }

    [Fact]
    public void Method_OfAnotherKind_SaysNothing()
    {
        var morphology = Value("blasts", Above(5, "%")) with { Qualifiers = [new Qualifier(QualifierKind.Method, "morphology")] };
        var byFlow = Value("blasts", 0.5m, "%") with { Qualifiers = [new Qualifier(QualifierKind.Method, "flow cytometry")] };

        Assert.Equal(Truth.Unknown, Evaluate(morphology, byFlow).Truth);
        Assert.Equal(Truth.Unknown, Evaluate(morphology, Value("blasts", 8, "%")).Truth);
    }

    [Theory]
    [InlineData(2, Truth.True)]
    [InlineData(1, Truth.Unknown)] // a year ago it was one; it may have grown
    public void OldCount_IsALowerLimit(int relapses, Truth truth)
    {
        var leaf = For(LeafType.Count, "relapse") with { Bounds = AtLeast(2, null) };

        Assert.Equal(truth, Evaluate(leaf, Value("relapse", relapses, null, "2025-11-01", LeafType.Count)).Truth);
    }

    [Theory]
    [InlineData("12", "wk", "3", "mo", Truth.False)] // 84 days are short of any three months
    [InlineData("13", "wk", "3", "mo", Truth.Unknown)]
    [InlineData("14", "wk", "3", "mo", Truth.True)]
    [InlineData("1", "a", "12", "mo", Truth.True)]
    [InlineData("6", "mo", "12", "wk", Truth.True)]
    public void Survival_InOtherUnits_IsComparedByTheCalendar(string value, string unit, string least, string asked, Truth truth)
    {
        var leaf = For(LeafType.LifeExpectancy, "life expectancy") with { Bounds = AtLeast(decimal.Parse(least), asked) };

        Assert.Equal(truth, Evaluate(leaf, Value("life expectancy", decimal.Parse(value), unit, null, LeafType.LifeExpectancy)).Truth);
    }
}

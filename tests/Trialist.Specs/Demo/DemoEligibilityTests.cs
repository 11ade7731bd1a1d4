using static Trialist.Specs.Demo.DemoStudies;

namespace Trialist.Specs.Demo;

/// <summary>The eligibility of a demo study holds together, as far as its structured fields can tell.</summary>
public sealed class DemoEligibilityTests
{
    private const int ShortestCriteria = 200;
    private const int LongestCriteria = 20_000;

    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void Criteria_AreATextOfTheirOwn(string name)
    {
        var criteria = Text(Protocol(name), "eligibilityModule.eligibilityCriteria")!;

        Assert.InRange(criteria.Length, ShortestCriteria, LongestCriteria);
        Assert.Single(Names, other => Text(Protocol(other), "eligibilityModule.eligibilityCriteria") == criteria);
        Assert.DoesNotContain('\r', criteria);
    }

    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void StandardAges_FollowFromTheAges(string name)
    {
        var rules = At(Protocol(name), "eligibilityModule")!.Value;
        var youngest = Years(Text(rules, "minimumAge")) ?? 0m;
        var oldest = Years(Text(rules, "maximumAge")) ?? 150m;
        var expected = new[] { (Age: "CHILD", Has: youngest < 18), (Age: "ADULT", Has: youngest < 65 && oldest >= 18), (Age: "OLDER_ADULT", Has: oldest >= 65) };

        Assert.True(youngest < oldest);
        Assert.Equal(expected.Where(item => item.Has).Select(item => item.Age), Items(rules, "stdAges").Select(item => item.GetString()!));
    }

    private static decimal? Years(string? age)
    {
        if (age is null)
        {
            return null;
        }

        var words = age.Split(' ');
        var perYear = words[1].TrimEnd('s') switch
        {
            "Year" => 1m,
            "Month" => 12m,
            "Week" => 52m,
            "Day" => 365m,
            "Hour" => 8_760m,
            _ => throw new FormatException($"'{age}' is not an age of the registry."),
        };
        return int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture) / perYear;
    }
}

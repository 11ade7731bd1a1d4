using Trialist.Search.Places;

namespace Trialist.Search.Tests;

/// <summary>Places that have no site.</summary>
public sealed class GazetteerTests
{
    private static readonly Gazetteer Gazetteer = new(
        [
            ["Springfield", "United States", "IL", "39.8", "-89.64", "116000"],
            ["Springfield", "United States", "OR", "44.05", "-123.02", "62000"],
            ["Zürich", "Switzerland", "", "47.37", "8.55", "341730"],
        ],
        [["10006", "40.709", "-74.013"]]);

    public static TheoryData<string, string> Typed => new()
    {
        { "springfield", "Springfield, Illinois, United States" },  // the larger one
        { "Springfield, Oregon", "Springfield, Oregon, United States" },
        { "springfield oregon", "Springfield, Oregon, United States" },
        { "zurich", "Zürich, Switzerland" },
        { "10006", "10006, United States" },
        { "10006-1234", "10006, United States" },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public void Place_Typed_IsFound(string typed, string expected) => Assert.Equal(expected, Find(typed).First().Name);

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("100061")]
    [InlineData("springfield, switzerland")]
    [InlineData("nowhere")]
    public void Place_Unknown_IsNotFound(string typed) => Assert.Empty(Find(typed));

    [Fact]
    public void Beginning_GivesTheLargestFirst() => Assert.Equal(["Illinois", "Oregon"], Gazetteer.StartingWith("spri").Select(place => place.Region));

    private static IEnumerable<FoundPlace> Find(string typed) =>
        Gazetteer.Find(typed, (place, wider) => string.Equals(place.Region, wider, StringComparison.OrdinalIgnoreCase) || string.Equals(place.Country, wider, StringComparison.OrdinalIgnoreCase));
}

using Trialist.Search.Places;

namespace Trialist.Search.Tests;

/// <summary>Places as typed, suggestions and the tree of locations.</summary>
public sealed class PlaceTests
{
    private static readonly Registry Registry = Tests.Registry.Of(
        Registry.Study(1, "One", ["Asthma"], [Registry.Drug("Salbutamol", "Ventolin")]) with
        {
            Sites =
            [
                Registry.Site("Boston", "Massachusetts", "United States", 42.358, -71.06) with { Zip = "02115-1234" },
                Registry.Site("Cambridge", "Massachusetts", "United States", 42.375, -71.106, "COMPLETED"),
                Registry.Site("Cambridge", "", "United Kingdom", 52.2, 0.117),
            ],
        },
        Registry.Study(2, "Two", ["asthma", "Atopic Eczema"]) with { Sites = [Registry.Site("Cambridge", "", "United Kingdom", 52.2, 0.117), Registry.Site("Zürich", "", "Switzerland", 47.37, 8.55)] });

    public static TheoryData<string, string> Typed => new()
    {
        { "boston", "Boston, Massachusetts, United States" },
        { "Boston, MA", "Boston, Massachusetts, United States" },
        { "boston ma", "Boston, Massachusetts, United States" },
        { "Boston, Massachusetts, USA", "Boston, Massachusetts, United States" },
        { "02115", "02115, Boston, Massachusetts, United States" },
        { "cambridge", "Cambridge, United Kingdom" },              // more studies than the other one
        { "cambridge, us", "Cambridge, Massachusetts, United States" },
        { "Cambridge UK", "Cambridge, United Kingdom" },
        { "zurich", "Zürich, Switzerland" },
        { "massachusetts", "Massachusetts, United States" },
        { "UK", "United Kingdom" },
        { "42.36, -71.06", "42.36, -71.06" },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public void Place_Typed_IsFound(string typed, string expected) => Assert.Equal(expected, Registry.Index.FindPlaces(typed)[0].Name);

    // One of two studies of the state is in the city of New York; a town called Georgia is in another state.
    [Theory]
    [InlineData("new york", PlaceKind.City, "United States")]
    [InlineData("singapore", PlaceKind.City, "Singapore")]
    [InlineData("georgia", PlaceKind.Region, "United States")]
    public void Place_OfSeveralOfOneName_IsTheCityUnlessFewStudiesAreThere(string typed, PlaceKind kind, string country)
    {
        (string City, string Region, string Country)[] places =
        [
            ("New York", "New York", "United States"), ("Buffalo", "New York", "United States"), ("Singapore", "", "Singapore"), ("Georgia", "Vermont", "United States"),
            .. Enumerable.Repeat(("Atlanta", "Georgia", "United States"), 5),
        ];
        using var registry = Tests.Registry.Of([.. places.Select((at, i) => Registry.Study(i + 1, "Study", ["Asthma"]) with { Sites = [Registry.Site(at.City, at.Region, at.Country, 40 + i, 10)] })]);

        var found = registry.Index.FindPlaces(typed)[0];
        Assert.Equal((kind, country), (found.Kind, found.Country));
    }

    [Fact]
    public void SearchAtAPlace_IsInsideACountryOrRegion_AndNearACity()
    {
        var germany = new StudyQuery().At(new FoundPlace(PlaceKind.Country, "Germany", 51, 10, 3) { Country = "Germany" }, 50);
        Assert.Equal((new PlaceArea("Germany", null), null, StudySort.Relevance), (germany.Filters.Inside, germany.Near, germany.Sort));

        var berlin = new StudyQuery().At(new FoundPlace(PlaceKind.City, "Berlin, Germany", 52.5, 13.4, 3) { Country = "Germany", City = "Berlin" }, 50);
        Assert.Equal((null, new PlaceCircle(52.5, 13.4, 50, "Berlin, Germany"), StudySort.Distance), (berlin.Filters.Inside, berlin.Near, berlin.Sort));
    }

    [Theory]
    [InlineData("qqatlantisqq")]
    [InlineData("boston, texas")]
    [InlineData("91, 0")]
    [InlineData(" , ")]
    public void Place_Unknown_IsNotGuessed(string typed) => Assert.Empty(Registry.Index.FindPlaces(typed));

    [Fact]
    public void ConditionsUnder_ALetter_AreAllOfThem_EachOnceWithItsStudies()
    {
        Assert.Equal([("Asthma", 2), ("Atopic Eczema", 1)], Registry.Index.ConditionsUnder('a').Select(name => (name.Text[..1].ToUpperInvariant() + name.Text[1..], name.Studies)));
        Assert.Empty(Registry.Index.ConditionsUnder('#'));
    }

    [Fact]
    public void Locations_Tree_CountsEachStudyOnceAPlace()
    {
        var tree = Registry.Index.Locations();

        Assert.Equal([("United Kingdom", 2), ("Switzerland", 1), ("United States", 1)], tree.Select(country => (country.Name, country.Studies)));
        var massachusetts = Assert.Single(tree[2].Inside);
        Assert.Equal([("Boston", 1, 1), ("Cambridge", 1, 0)], massachusetts.Inside.Select(city => (city.Name, city.Studies, city.OpenStudies)));
    }

    [Theory]
    [InlineData(SuggestionKind.Condition, "as", "Asthma 2")]
    [InlineData(SuggestionKind.Condition, "ATOP", "Atopic Eczema 1")]
    [InlineData(SuggestionKind.Treatment, "vent", "Ventolin 1")]
    [InlineData(SuggestionKind.Place, "camb", "Cambridge, United Kingdom 2")]
    [InlineData(SuggestionKind.Place, "zür", "Zürich, Switzerland 1")]
    [InlineData(SuggestionKind.Condition, "a", null)]
    [InlineData(SuggestionKind.Condition, "zz", null)]
    public void Suggestion_ForABeginning_NamesWhatStudiesHave(SuggestionKind kind, string typed, string? first)
    {
        var suggestions = Registry.Index.Suggest(kind, typed);

        Assert.Equal(first, suggestions.IsEmpty ? null : $"{suggestions[0].Text} {suggestions[0].Studies}", ignoreCase: true);
    }

    [Theory]
    [InlineData("50km", 50)]
    [InlineData("30 mi", 48.28032)]
    [InlineData("2.5 miles", 4.02336)]
    [InlineData("10", 10)]
    public void Distance_Written_IsKilometres(string text, double km)
    {
        Assert.True(Distance.TryParseKm(text, out var found));
        Assert.Equal(km, found, 5);
    }

    [Theory]
    [InlineData("far")]
    [InlineData("-5km")]
    [InlineData("0km")]
    [InlineData("50 parsec")]
    [InlineData("900000km")]
    [InlineData(null)]
    public void Distance_Nonsense_IsNone(string? text) => Assert.False(Distance.TryParseKm(text, out _));
}

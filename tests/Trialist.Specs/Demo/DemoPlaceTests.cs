using System.Globalization;
using System.Text.Json;
using Trialist.Testing;
using static Trialist.Specs.Demo.DemoStudies;

namespace Trialist.Specs.Demo;

/// <summary>Every site of the demo registry stands in its country.</summary>
public sealed class DemoPlaceTests
{
    private static readonly Dictionary<string, decimal[]> Boxes = File.ReadLines(Repository.PathOf("tests", "Trialist.Specs", "Demo", "CountryBoxes.tsv")).Skip(1)
        .Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => cells[1..].Select(cell => decimal.Parse(cell, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void Site_StandsInItsCountry(string name)
    {
        foreach (var site in Sites(Protocol(name)))
        {
            var box = Boxes[Text(site, "country")!];

            Assert.InRange(site.GetProperty("geoPoint").GetProperty("lat").GetDecimal(), box[0], box[1]);
            Assert.InRange(site.GetProperty("geoPoint").GetProperty("lon").GetDecimal(), box[2], box[3]);
        }
    }

    [Fact]
    public void City_StandsInOnePlace()
    {
        // The seed record gives a point inside its city, the fictional ones the city's own.
        var places = DemoStudies.FictionalRows.SelectMany(row => Sites(Protocol(row.Data)))
            .GroupBy(site => (Text(site, "city"), Text(site, "state"), Text(site, "country")), site => site.GetProperty("geoPoint").GetRawText());

        Assert.All(places, place => Assert.Single(place.Distinct()));
    }

    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void SiteStatus_FitsTheStudys(string name)
    {
        var statuses = Sites(Protocol(name)).Select(site => Text(site, "status")).OfType<string>().ToArray();
        if (statuses.Length == 0)
        {
            return;
        }

        var open = statuses.Any(status => status is "RECRUITING" or "ENROLLING_BY_INVITATION");
        Assert.Equal(Text(Protocol(name), "statusModule.overallStatus") is "RECRUITING" or "ENROLLING_BY_INVITATION", open);
    }

    private static JsonElement[] Sites(JsonElement study) => Items(study, "contactsLocationsModule.locations");
}

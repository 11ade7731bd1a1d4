using static Trialist.Specs.Demo.DemoStudies;

namespace Trialist.Specs.Demo;

/// <summary>The demo registry shows one of everything that pages, filters and readers must live with.</summary>
public sealed class DemoBreadthTests
{
    // A record that is withheld has nothing to show.
    [Theory]
    [InlineData("protocolSection.statusModule.overallStatus", "WITHHELD")]
    [InlineData("protocolSection.designModule.studyType")]
    [InlineData("protocolSection.designModule.phases")]
    [InlineData("protocolSection.designModule.designInfo.allocation")]
    [InlineData("protocolSection.designModule.designInfo.interventionModel")]
    [InlineData("protocolSection.designModule.designInfo.maskingInfo.masking")]
    [InlineData("protocolSection.armsInterventionsModule.armGroups.type")]
    [InlineData("protocolSection.armsInterventionsModule.interventions.type")]
    [InlineData("protocolSection.eligibilityModule.sex")]
    [InlineData("protocolSection.eligibilityModule.stdAges")]
    [InlineData("protocolSection.contactsLocationsModule.locations.status")]
    public void Value_OfTheRegistrysList_IsShown(string path, string? left = null)
    {
        var shown = All.SelectMany(study => Walk(study)).Where(entry => entry.Path == path)
            .SelectMany(entry => entry.Value.ValueKind == System.Text.Json.JsonValueKind.Array ? entry.Value.EnumerateArray().Select(item => item.GetString()!) : [entry.Value.GetString()!])
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(RegistryValues.ByPath[path].Where(value => value != left), value => Assert.Contains(value, shown));
    }

    [Fact]
    public void Registry_HoldsAboutSixtyStudiesInManyCountries()
    {
        var countries = All.SelectMany(study => Items(study, "protocolSection.contactsLocationsModule.locations")).Select(site => Text(site, "country")!).Distinct();

        Assert.InRange(Names.Count(), 60, 80);
        Assert.True(countries.Count() >= 50);
    }

    [Fact]
    public void Registry_HoldsMixedSitesResultsReferencesAndSecondIds()
    {
        Assert.Contains(All, study => Items(study, "protocolSection.contactsLocationsModule.locations").Select(site => Text(site, "status")).OfType<string>().Distinct().Count() >= 4);
        Assert.True(All.Count(study => study.GetProperty("hasResults").GetBoolean()) >= 4);
        Assert.Contains(All, study => Items(study, "protocolSection.referencesModule.references").Length > 0);
        Assert.Contains(All, study => Items(study, "protocolSection.identificationModule.secondaryIdInfos").Length > 1);
    }
}

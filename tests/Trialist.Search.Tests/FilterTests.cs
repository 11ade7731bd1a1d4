using Trialist.Search.Facets;
using Trialist.Search.Filters;
using Trialist.Search.Places;

namespace Trialist.Search.Tests;

/// <summary>Filters, facets counted on the filtered set, and places.</summary>
public sealed class FilterTests
{
    private static readonly Site Berlin = Registry.Site("Berlin", "", "Germany", 52.52, 13.405);
    private static readonly Site Potsdam = Registry.Site("Potsdam", "Brandenburg", "Germany", 52.39, 13.06, "RECRUITING");
    private static readonly Site Boston = Registry.Site("Boston", "Massachusetts", "United States", 42.358, -71.06, "COMPLETED");

    private static readonly Registry Registry = Tests.Registry.Of(
        Registry.Study(1, "Asthma one", ["Asthma"]) with
        {
            Design = new StudyDesign { StudyType = "INTERVENTIONAL", Phases = ["PHASE1", "PHASE2"] },
            Eligibility = new EligibilityRules { Sex = Sex.Female, MinimumAge = "18 Years", MaximumAge = "65 Years", HealthyVolunteers = false },
            Sites = [Berlin, Potsdam],
            Sponsor = new Organization("Acme", "INDUSTRY"),
            Dates = new StudyDates { Start = PartialDate.Parse("2024-03") },
            ConditionAncestors = [new MeshTerm(null, "Respiratory Tract Diseases")],
        },
        Registry.Study(2, "Asthma two", ["Asthma"], status: "COMPLETED") with
        {
            Design = new StudyDesign { StudyType = "INTERVENTIONAL", Phases = ["PHASE2"] },
            Eligibility = new EligibilityRules { Sex = Sex.All, MinimumAge = "6 Months", MaximumAge = "17 Years", HealthyVolunteers = true },
            Sites = [Boston],
            HasResults = true,
            Dates = new StudyDates { Start = PartialDate.Parse("2019") },
        },
        Registry.Study(3, "Asthma three", ["Asthma"]) with { Design = new StudyDesign { StudyType = "OBSERVATIONAL" } });

    public static TheoryData<StudyFilters, string> Filtered => new()
    {
        { new() { Statuses = ["RECRUITING"] }, "01 03" },
        { new() { Statuses = ["RECRUITING", "COMPLETED"] }, "01 02 03" },
        { new() { Statuses = ["NONSENSE"] }, "" },
        { new() { Phases = ["PHASE2"] }, "01 02" },
        { new() { Phases = ["PHASE2"], Statuses = ["COMPLETED"] }, "02" },
        { new() { StudyTypes = ["OBSERVATIONAL"] }, "03" },
        { new() { Sex = Sex.Male }, "02 03" },        // the third does not say: not "no"
        { new() { Sex = Sex.Female }, "01 02 03" },
        { new() { AgeYears = 17 }, "02 03" },
        { new() { AgeYears = 18 }, "01 03" },
        { new() { AgeYears = 65 }, "01 03" },          // until the 66th birthday
        { new() { AgeYears = 66 }, "03" },
        { new() { AgeYears = 0 }, "02 03" },
        { new() { AgeGroups = ["CHILD"] }, "02" },
        { new() { AgeGroups = ["OLDER_ADULT"] }, "01" },
        { new() { HealthyVolunteers = true }, "02" },
        { new() { FunderClasses = ["INDUSTRY"] }, "01" },
        { new() { Countries = ["Germany"] }, "01" },
        { new() { Countries = ["Germany"], City = "Potsdam" }, "01" },
        { new() { Countries = ["Germany"], City = "Boston" }, "" },
        { new() { Inside = new PlaceArea("Germany", null) }, "01" },
        { new() { Inside = new PlaceArea("Germany", "Brandenburg") }, "01" },
        { new() { Inside = new PlaceArea("United States", "Brandenburg") }, "" },
        { new() { Inside = new PlaceArea("United States", null), Countries = ["Germany"] }, "" },
        { new() { HasResults = true }, "02" },
        { new() { StartFrom = 2020 }, "01" },
        { new() { StartTo = 2020 }, "02" },
        { new() { StartYears = [2019, 2024] }, "01 02" },
        { new() { StartYears = [2019], StartFrom = 2020 }, "" },
        { new() { ConditionBranches = ["Respiratory Tract Diseases"] }, "01" },
        { new() { Ids = [NctId.Parse("NCT99000003"), NctId.Parse("NCT99000001")] }, "01 03" },
    };

    [Theory]
    [MemberData(nameof(Filtered))]
    public void Filter_Set_KeepsWhatPasses(StudyFilters filters, string expected)
    {
        var query = new StudyQuery { Text = "asthma", Filters = filters };

        Assert.Equal(expected, string.Join(' ', Registry.Ids(query).Order()));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, Registry.Index.Search(query with { Limit = 0 }).Total);
    }

    [Fact]
    public void SexFacet_CountsWhoMayTakePart()
    {
        // One takes women only; one takes all; one does not say, which is not "no".
        var page = Registry.Index.Search(new StudyQuery { WithFacets = true });
        Assert.Equal([new("FEMALE", 3, false), new("MALE", 2, false)], Facet(page, FacetName.Sex));

        var men = Registry.Index.Search(new StudyQuery { WithFacets = true, Filters = new() { Sex = Sex.Male } });
        Assert.Equal(2, men.Total);
        Assert.Equal([new("FEMALE", 3, false), new("MALE", 2, true)], Facet(men, FacetName.Sex));
    }

    [Fact]
    public void StartYearFacet_KeepsItsOtherYearsToBeChosen()
    {
        var page = Registry.Index.Search(new StudyQuery { WithFacets = true, Filters = new() { StartYears = [2024] } });
        Assert.Equal([new("2024", 1, true), new("2019", 1, false)], Facet(page, FacetName.StartYear));
    }

    [Fact]
    public void Facet_Filtered_CountsItsOtherValuesAndTheRestOnTheFilteredSet()
    {
        var page = Registry.Index.Search(new StudyQuery { Filters = new() { Statuses = ["RECRUITING"] }, WithFacets = true });

        Assert.Equal([new("RECRUITING", 2, true), new("COMPLETED", 1, false)], Facet(page, FacetName.Status));
        Assert.Equal([new("PHASE1", 1, false), new("PHASE2", 1, false)], Facet(page, FacetName.Phase));
        Assert.Equal([new("Germany", 1, false)], Facet(page, FacetName.Country));
        Assert.Equal([new("2024", 1, false)], Facet(page, FacetName.StartYear));
        Assert.Equal([new("status", 1)], page.FilterLosses);
    }

    [Fact]
    public void StudiesWithoutAStatus_AreCountedAndFound()
    {
        var registry = Tests.Registry.Of(Registry.Study(1, "One", ["Asthma"]), Registry.Study(2, "Two", ["Asthma"]) with { Status = null });

        var all = registry.Index.Search(new StudyQuery { WithFacets = true });
        var unstated = registry.Index.Search(new StudyQuery { WithFacets = true, Filters = new() { Statuses = [FacetName.NotStated] } });

        Assert.Equal([new(FacetName.NotStated, 1, false), new("RECRUITING", 1, false)], Facet(all, FacetName.Status));
        Assert.Equal("NCT99000002", Assert.Single(unstated.Hits).Row.NctId);
        Assert.Equal([new(FacetName.NotStated, 1, true), new("RECRUITING", 1, false)], Facet(unstated, FacetName.Status));
    }

    [Fact]
    public void Near_WithRadius_KeepsStudiesWithASiteInside()
    {
        var page = Registry.Index.Search(new StudyQuery { Near = new PlaceCircle(52.52, 13.4, 50), Sort = StudySort.Distance });

        var hit = Assert.Single(page.Hits);
        Assert.Equal("Berlin", hit.Nearest!.City);
        Assert.InRange(hit.DistanceKm!.Value, 0, 1);
        Assert.Equal("Berlin", hit.NearestOpen!.City); // no status of its own: the study recruits
    }

    [Fact]
    public void Near_Anywhere_SortsOpenSitesFirst()
    {
        var page = Registry.Index.Search(new StudyQuery { Near = new PlaceCircle(42.3, -71, null), Sort = StudySort.Distance });

        Assert.Equal(["NCT99000001", "NCT99000002", "NCT99000003"], page.Hits.Select(hit => hit.Row.NctId));
        Assert.InRange(page.Hits[0].DistanceKm!.Value, 6_000, 6_200); // Boston to Potsdam
        Assert.Null(page.Hits[2].DistanceKm);
    }

    private static FacetValue[] Facet(Results.SearchPage page, string name) => [.. page.Facets.Single(facet => facet.Name == name).Values];
}

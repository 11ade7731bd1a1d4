using System.Text.Json;

namespace Trialist.Web.Tests.Api.V2;

/// <summary>Requests as known clients and the registry's own examples send them: each is understood, and its answer fits the descriptions.</summary>
public sealed class ClientShapeTests(WebSite site)
{
    [Theory]
    [InlineData("query.cond=lung+cancer")]
    [InlineData("query.cond=(head+OR+neck)+AND+pain&countTotal=true&pageSize=100")]
    [InlineData("query.term=AREA[LastUpdatePostDate]RANGE[2023-01-15,MAX]&sort=LastUpdatePostDate:desc")]
    [InlineData("query.cond=diabetes&filter.overallStatus=RECRUITING,NOT_YET_RECRUITING&format=json&markupFormat=markdown")]
    [InlineData("filter.geo=distance(39.0035707,-77.1013313,50mi)&geoDecay=func:gauss,scale:500mi,offset:0mi,decay:0.3")]
    [InlineData("filter.ids=NCT04852770|NCT01728545|NCT02109302")]
    [InlineData("filter.advanced=AREA[StartDate]2022")]
    [InlineData("filter.advanced=AREA[MinimumAge]RANGE[MIN,+16+years]+AND+AREA[MaximumAge]RANGE[16+years,+MAX]")]
    [InlineData("filter.synonyms=ConditionSearch:1651367|BasicSearch:2013558")]
    [InlineData("aggFilters=results:with,status:com")]
    [InlineData("aggFilters=status:not+rec,sex:f,healthy:y")]
    [InlineData("fields=NCTId|BriefTitle|OverallStatus|HasResults")]
    [InlineData("fields=ProtocolSection")]
    [InlineData("fields=NCTId,@query&query.intr=tablet")]
    [InlineData("sort=@relevance&query.term=cancer")]
    [InlineData("sort=EnrollmentCount:desc|NumArmGroups")]
    [InlineData("query.term=heart+attack+AND+SEARCH[Location](AREA[LocationCity]Portland+AND+AREA[LocationState]Maine)")]
    [InlineData("query.term=TILT[StudyFirstPostDate]\"heart+attack\"")]
    [InlineData("query.term=AREA[ResultsFirstPostDate]RANGE[01/01/2015,MAX]")]
    [InlineData("query.term=(acetaminophen+OR+aspirin)+AND+NOT+(heart+failure+OR+heart+attack)")]
    [InlineData("query.cond=COVERAGE[FullMatch]pain")]
    [InlineData("query.spons=National+Cancer+Institute&query.lead=National&query.titles=phase&query.outc=survival&query.locn=Boston&query.id=A-1&query.patient=asthma")]
    public async Task Request_OfAClient_IsAnswered(string query)
    {
        using var response = await site.Client.GetAsync("/api/v2/studies?" + query);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        using var answer = JsonDocument.Parse(text);
        foreach (var description in await Descriptions.AllAsync(site))
        {
            Assert.Empty(new SchemaCheck(description).Errors(answer.RootElement, "PagedStudies"));
        }
    }
}

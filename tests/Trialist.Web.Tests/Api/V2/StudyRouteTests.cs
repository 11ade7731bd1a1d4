using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Trialist.Web.Tests.Api.V2;

public sealed class StudyRouteTests(WebSite site)
{
    private const string Rich = "/api/v2/studies/" + SampleStudies.Rich;

    [Theory]
    [InlineData("/api/v2/studies/NCT01000001")]
    [InlineData("/api/v2/studies/nct1000001")] // as the registry takes it: any case, zeros left out or added
    [InlineData("/api/v2/studies/NCT0001000001")]
    public async System.Threading.Tasks.Task Study_UnderAnySpellingOfItsNumber_IsItsRecordOnOneLine(string address)
    {
        var json = await site.Client.GetStringAsync(address);

        Assert.DoesNotContain('\n', json);
        Assert.Equal("NCT01000001", (string?)JsonNode.Parse(json)!["protocolSection"]!["identificationModule"]!["nctId"]);
    }

    [Fact]
    public async System.Threading.Tasks.Task Study_UnderItsFormerNumber_Moved()
    {
        using var response = await site.Client.GetAsync($"/api/v2/studies/{SampleStudies.OldIdOfRich}?fields=NCTId");

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal($"{Rich}?fields=NCTId", response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/studies/NCT09999999", HttpStatusCode.NotFound, "NCT number NCT09999999 not found")]
    [InlineData("/studies/NCT1x", HttpStatusCode.BadRequest, "Parameter `nctId` has incorrect format: `NCT1x`")]
    [InlineData("/studies/NCT000", HttpStatusCode.BadRequest, "Parameter `nctId` has incorrect format: `NCT000`")]
    [InlineData("/studies/NCT01000001?filter.phase=2", HttpStatusCode.BadRequest, "`filter.phase` is unknown parameter")]
    [InlineData("/studies/NCT01000001?format=xml", HttpStatusCode.BadRequest, "Invalid value in parameter `format`: `xml`")]
    [InlineData("/studies/NCT01000001?markupFormat=html", HttpStatusCode.BadRequest, "Invalid value in parameter `markupFormat`: `html`")]
    [InlineData("/studies/NCT01000001?fields=StudyDesign", HttpStatusCode.BadRequest, "Parameter 'fields' contains invalid field name: 'StudyDesign'")]
    [InlineData("/studies/NCT01000001?fields=@query", HttpStatusCode.BadRequest, "Parameter 'fields' contains invalid field name: '@query'")]
    [InlineData("/studies/NCT01000001?fields=", HttpStatusCode.BadRequest, "Parameter 'fields' must not be empty")]
    [InlineData("/studies/NCT01000001?fields=NCTId&format=csv", HttpStatusCode.BadRequest, "Parameter 'fields' contains invalid CSV column name: 'NCTId'")]
    [InlineData("/studies/NCT01000001?fields=NCTId&format=ris", HttpStatusCode.BadRequest, "Parameter 'fields' contains invalid RIS tag: 'NCTId'")]
    [InlineData("/studies/NCT01000001?fields=NCTId&format=fhir.json", HttpStatusCode.BadRequest, "Parameter 'fields' must be unspecified for format `fhir.json`")]
    [InlineData("/studies/metadata?includeIndexedOnly=maybe", HttpStatusCode.BadRequest, "Invalid value in parameter `includeIndexedOnly`: `maybe`")]
    [InlineData("/version?x=1", HttpStatusCode.BadRequest, "`x` is unknown parameter")]
    [InlineData("/nothing", HttpStatusCode.NotFound, "There is no route `/api/v2/nothing`")]
    public async System.Threading.Tasks.Task WrongRequest_IsRefusedInPlainText(string route, HttpStatusCode status, string body)
    {
        using var response = await site.Client.GetAsync("/api/v2" + route);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("NCTId", """{"protocolSection":{"identificationModule":{"nctId":"NCT01000001"}}}""")]
    [InlineData("HasResults|protocolSection.statusModule.overallStatus", """{"protocolSection":{"statusModule":{"overallStatus":"RECRUITING"}},"hasResults":true}""")]
    // Positions in lists stay: the third site has no status.
    [InlineData("LocationStatus", """{"protocolSection":{"contactsLocationsModule":{"locations":[{"status":"RECRUITING"},{"status":"COMPLETED"},{}]}}}""")]
    // A branch brings all below it.
    [InlineData("EnrollmentInfo", """{"protocolSection":{"designModule":{"enrollmentInfo":{"count":1204,"type":"ACTUAL"}}}}""")]
    // What the record lacks leaves nothing behind, and what is only searched stands in no record.
    [InlineData("NCTId,AnnotationSection,WhyStopped,NumLocations", """{"protocolSection":{"identificationModule":{"nctId":"NCT01000001"}}}""")]
    [InlineData("ExternalIdsSearch", """{"protocolSection":{"identificationModule":{"orgStudyIdInfo":{"id":"T-1"},"secondaryIdInfos":[{"id":"2020-000001-11"}]}}}""")]
    public async System.Threading.Tasks.Task Fields_KeepTheirNesting(string fields, string expected) =>
        Assert.Equal(expected, JsonNode.Parse(await site.Client.GetStringAsync($"{Rich}?fields={fields}"))!.ToJsonString());

    [Fact]
    public async System.Threading.Tasks.Task LegacyMarkup_HasNoEscapesAndEndsLinesInCrLf()
    {
        var legacy = JsonNode.Parse(await site.Client.GetStringAsync(Rich + "?fields=BriefSummary&markupFormat=legacy"))!;
        var markdown = JsonNode.Parse(await site.Client.GetStringAsync(Rich + "?fields=BriefSummary"))!;

        Assert.StartsWith("People with a value > 5 take part.\r\n\r\n* first\r\n", (string?)legacy["protocolSection"]!["descriptionModule"]!["briefSummary"], StringComparison.Ordinal);
        Assert.StartsWith("People with a value \\> 5 take part.\n\n* first\n", (string?)markdown["protocolSection"]!["descriptionModule"]!["briefSummary"], StringComparison.Ordinal);
    }

    [Fact]
    public async System.Threading.Tasks.Task LegacyMarkup_OfTheWholeRecord_ChangesMarkupOnly()
    {
        var legacy = JsonNode.Parse(await site.Client.GetStringAsync(Rich + "?markupFormat=legacy"))!;
        var markdown = JsonNode.Parse(await site.Client.GetStringAsync(Rich))!;
        foreach (var record in new[] { legacy, markdown })
        {
            record["protocolSection"]!["descriptionModule"]!.AsObject().Remove("briefSummary");
            record["protocolSection"]!["eligibilityModule"]!.AsObject().Remove("eligibilityCriteria");
        }

        Assert.Equal(markdown.ToJsonString(), legacy.ToJsonString());
    }

    [Fact]
    public async System.Threading.Tasks.Task Csv_HasTheRegistrysThirtyColumnsInItsOrder()
    {
        var lines = (await site.Client.GetStringAsync(Rich + "?format=csv")).Split("\r\n");

        Assert.Equal(
            "NCT Number,Study Title,Study URL,Acronym,Study Status,Brief Summary,Study Results,Conditions,Interventions,Primary Outcome Measures,Secondary Outcome Measures,Other Outcome Measures,Sponsor,Collaborators,Sex,Age,Phases,Enrollment,Funder Type,Study Type,Study Design,Other IDs,Start Date,Primary Completion Date,Completion Date,First Posted,Results First Posted,Last Update Posted,Locations,Study Documents",
            lines[0]);
        Assert.Equal(30, lines[0].Split(',').Length);
    }

    [Fact]
    public async System.Threading.Tasks.Task Csv_OfSomeColumns_KeepsTheServersOrder()
    {
        var csv = await site.Client.GetStringAsync(Rich + "?format=csv&fields=Phases|NCT Number|Study Design");

        Assert.Equal("NCT Number,Phases,Study Design\r\nNCT01000001,PHASE2|PHASE3,\"Allocation: RANDOMIZED|Intervention Model: PARALLEL|Masking: DOUBLE (PARTICIPANT, INVESTIGATOR)|Primary Purpose: TREATMENT\"\r\n", csv);
    }

    [Fact]
    public async System.Threading.Tasks.Task Zip_HoldsTheRecord()
    {
        using var zip = new ZipArchive(new MemoryStream(await site.Client.GetByteArrayAsync(Rich + "?format=json.zip&fields=NCTId")));
        using var entry = new StreamReader(Assert.Single(zip.Entries).Open());

        Assert.Equal("NCT01000001.json", zip.Entries[0].FullName);
        Assert.Equal("""{"protocolSection":{"identificationModule":{"nctId":"NCT01000001"}}}""", await entry.ReadToEndAsync());
    }

    [Fact]
    public async System.Threading.Tasks.Task Ris_OfSomeTags_HasThem() =>
        Assert.Equal("TY  - ELEC\r\nAN  - NCT01000001\r\nER  - \r\n\r\n", await site.Client.GetStringAsync(Rich + "?format=ris&fields=AN"));

    [Theory]
    [InlineData(SampleStudies.Rich, ResearchStudy.ResearchStudyStatus.Active)]
    [InlineData(SampleStudies.Bare, null)] // a status that is not known has no code
    [InlineData("NCT04599543", ResearchStudy.ResearchStudyStatus.Approved)]
    public async System.Threading.Tasks.Task Fhir_IsAResearchStudyThatFirelyReads(string id, ResearchStudy.ResearchStudyStatus? status)
    {
        using var response = await site.Client.GetAsync($"/api/v2/studies/{id}?format=fhir.json");
        var options = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector);
        var study = JsonSerializer.Deserialize<ResearchStudy>(await response.Content.ReadAsStringAsync(), options)!;

        Assert.Equal("application/fhir+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(id, study.Identifier[0].Value);
        Assert.Equal(status, study.Status);
        Assert.Equal(study.Site.Count, study.Contained.OfType<Location>().Count());
    }

    [Fact]
    public async System.Threading.Tasks.Task Answer_ThatTheClientHas_IsNotSentAgain()
    {
        using var first = await site.Client.GetAsync(Rich);
        using var request = new HttpRequestMessage(HttpMethod.Get, Rich);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async System.Threading.Tasks.Task Answer_IsCompressedAsAsked(string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Rich);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using var response = await site.Client.SendAsync(request);

        Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async System.Threading.Tasks.Task Answer_MayBeReadByPagesOfAnySite()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Rich);
        request.Headers.Add("Origin", "https://example.org");
        using var response = await site.Client.SendAsync(request);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, Rich);
        preflight.Headers.Add("Origin", "https://example.org");
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        preflight.Headers.Add("Access-Control-Request-Headers", "prefer");
        using var allowed = await site.Client.SendAsync(preflight);

        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("x-next-page-token", Assert.Single(response.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Equal("prefer", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Headers")));
    }
}

using System.Net;
using System.Text;
using System.Text.Json;
using Hl7.Fhir.Serialization;
using Bundle = Hl7.Fhir.Model.Bundle;

namespace Trialist.Web.Tests;

public sealed class FhirRouteTests(WebSite site)
{
    private static readonly FhirJsonDeserializer Oracle = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));

    private const string Patient = """
        { "resourceType": "Bundle", "type": "collection", "entry": [
          { "resource": { "resourceType": "Parameters", "parameter": [ { "name": "phase", "valueString": "early-phase-1" } ] } },
          { "resource": { "resourceType": "Patient", "id": "p", "gender": "female", "birthDate": "1970-05-01" } },
          { "resource": { "resourceType": "Condition", "id": "c", "subject": { "reference": "Patient/p" }, "clinicalStatus": { "coding": [ { "code": "active" } ] }, "code": { "text": "Acute myeloid leukemia" } } } ] }
        """;

    [Fact]
    public async Task ResearchStudy_IsReadById()
    {
        var study = await JsonAsync("/fhir/ResearchStudy/NCT04599543");

        Assert.Equal(("ResearchStudy", "NCT04599543", "approved"), (Text(study, "resourceType"), Text(study, "id"), Text(study, "status")));
        Assert.Equal("early-phase-1", study.GetProperty("phase").GetProperty("coding")[0].GetProperty("code").GetString());
        Assert.False(study.TryGetProperty("meta", out _));
    }

    [Fact]
    public async Task InventedStudies_AreLabelledAsTestData() =>
        Assert.Equal("HTEST", (await JsonAsync("/fhir/ResearchStudy/NCT99000002")).GetProperty("meta").GetProperty("security")[0].GetProperty("code").GetString());

    [Theory]
    [InlineData("/fhir/ResearchStudy?identifier=http://clinicaltrials.gov|NCT04599543", 1)]
    [InlineData("/fhir/ResearchStudy?_id=NCT00000001", 0)]
    public async Task ResearchStudies_AreFoundByIdentifier(string path, int total)
    {
        var bundle = await JsonAsync(path);

        Assert.Equal(("Bundle", "searchset", total), (Text(bundle, "resourceType"), Text(bundle, "type"), bundle.GetProperty("total").GetInt32()));
    }

    [Theory]
    [InlineData("/fhir/ResearchStudy/NCT00000001", HttpStatusCode.NotFound)]
    [InlineData("/fhir/ResearchStudy?colour=red", HttpStatusCode.BadRequest)]
    [InlineData("/fhir/ResearchStudy?_count=many", HttpStatusCode.BadRequest)]
    public async Task WhatIsNotThere_IsAnOperationOutcome(string path, HttpStatusCode status) =>
        Assert.Equal("OperationOutcome", Text(await JsonAsync(path, status), "resourceType"));

    [Fact]
    public async Task Metadata_NamesTheVersionAndTheResource() =>
        Assert.Equal("4.0.1", Text(await JsonAsync("/fhir/metadata"), "fhirVersion"));

    [Fact]
    public async Task GetClinicalTrial_AnswersASearchsetWithScores()
    {
        using var body = new StringContent(Patient, Encoding.UTF8, "application/json");
        using var response = await site.Client.PostAsync("/getClinicalTrial", body);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        var entry = json.RootElement.GetProperty("entry").EnumerateArray().First();
        Assert.Equal("NCT04599543", Text(entry.GetProperty("resource"), "id"));
        Assert.InRange(entry.GetProperty("search").GetProperty("score").GetDouble(), 0.01, 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{ \"patientBundle\": ")]
    [InlineData("a note")]
    [InlineData("{ \"resourceType\": \"Patient\", \"id\": \"p\", \"birthDate\": \"1970-05-01\" }")]
    [InlineData("[ { \"resourceType\": \"Bundle\" } ]")]
    [InlineData("{ \"resourceType\": 7, \"entry\": [] }")]
    public async Task GetClinicalTrial_OfNoBundle_AnswersTheErrorOfTheContract(string text)
    {
        using var body = new StringContent(text, Encoding.UTF8, "application/json");
        using var response = await site.Client.PostAsync("/getClinicalTrial", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("""{"error":"Invalid patientBundle"}""", await response.Content.ReadAsStringAsync());
    }

    // The Firely SDK, which refuses unknown elements, values outside their sets and missing elements, reads everything that the routes answer.
    [Theory]
    [InlineData("/fhir/metadata")]
    [InlineData("/fhir/ResearchStudy?_count=100")]
    [InlineData("/fhir/ResearchStudy?_id=NCT00000001")]
    [InlineData("/fhir/ResearchStudy/NCT04599543")]
    [InlineData("/fhir/ResearchStudy/NCT00000001")]
    [InlineData("/fhir/ResearchStudy?colour=red")]
    public async Task Answers_AreReadByFirely_WithoutAComplaint(string path)
    {
        using var response = await site.Client.GetAsync(path);

        Oracle.Deserialize<Hl7.Fhir.Model.Resource>(await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Searchset_OfGetClinicalTrial_IsReadByFirely()
    {
        using var body = new StringContent(Patient, Encoding.UTF8, "application/json");
        using var response = await site.Client.PostAsync("/getClinicalTrial", body);

        var bundle = Oracle.Deserialize<Bundle>(await response.Content.ReadAsStringAsync());

        Assert.Equal(Bundle.BundleType.Searchset, bundle.Type);
        Assert.All(bundle.Entry, entry => Assert.Equal(((Bundle.SearchEntryMode?)Bundle.SearchEntryMode.Match, true), (entry.Search?.Mode, entry.Resource is Hl7.Fhir.Model.ResearchStudy { Status: not null })));
    }

    private async Task<JsonElement> JsonAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await site.Client.GetAsync(path);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/fhir+json", response.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

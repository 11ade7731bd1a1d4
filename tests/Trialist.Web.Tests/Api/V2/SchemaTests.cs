using System.Text.Json;
using Trialist.Testing;

namespace Trialist.Web.Tests.Api.V2;

/// <summary>Every JSON answer fits the OpenAPI descriptions.</summary>
public sealed class SchemaTests(WebSite site)
{
    [Theory]
    [InlineData("/version", "Version", false)]
    [InlineData("/studies/metadata", "FieldNode", true)]
    [InlineData("/studies/metadata?includeIndexedOnly=true&includeHistoricOnly=true", "FieldNode", true)]
    [InlineData("/studies/search-areas", "SearchDocument", true)]
    [InlineData("/studies/enums", "EnumInfo", true)]
    [InlineData("/stats/size", "GzipStats", false)]
    [InlineData("/stats/field/values", "FieldValuesStats", true)]
    [InlineData("/stats/fieldValues?types=ENUM,BOOLEAN", "FieldValuesStats", true)]
    [InlineData("/stats/field/sizes", "ListSizes", true)]
    [InlineData("/studies?pageSize=100&countTotal=true", "PagedStudies", false)]
    [InlineData("/stats/size?filtered=true&query.cond=asthma", "GzipStats", false)]
    [InlineData("/studies/NCT04599543", "Study", false)]
    [InlineData("/studies/NCT01000001?markupFormat=legacy", "Study", false)]
    [InlineData("/studies/NCT01000001?fields=LocationCity|ResultsSection,NCTId", "Study", false)]
    [InlineData("/studies/NCT01000002", "Study", false)]
    public async Task Answer_FitsItsSchema(string route, string schema, bool isList)
    {
        using var answer = JsonDocument.Parse(await site.Client.GetStringAsync("/api/v2" + route));
        foreach (var description in await Descriptions.AllAsync(site))
        {
            var check = new SchemaCheck(description);
            var values = isList ? answer.RootElement.EnumerateArray().ToArray() : [answer.RootElement];

            Assert.NotEmpty(values);
            Assert.Empty(values.SelectMany(value => check.Errors(value, schema)));
        }
    }

    [Fact]
    public async Task DemoStudies_FitTheSchema()
    {
        var descriptions = await Descriptions.AllAsync(site);
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("data", "demo"), "*.json"))
        {
            var id = Path.GetFileNameWithoutExtension(file);
            using var study = JsonDocument.Parse(await site.Client.GetStringAsync($"/api/v2/studies/{id}"));

            Assert.Empty(descriptions.SelectMany(description => new SchemaCheck(description).Errors(study.RootElement, "Study")).Select(error => $"{id} {error}"));
        }
    }

    [Fact]
    public async Task Schema_OfAWrongAnswer_IsNotMet()
    {
        using var wrong = JsonDocument.Parse("""{ "protocolSection": { "designModule": { "phases": ["PHASE9"], "enrollmentInfo": { "count": "many" } } } }""");
        foreach (var description in await Descriptions.AllAsync(site))
        {
            Assert.Equal(2, new SchemaCheck(description).Errors(wrong.RootElement, "Study").Count());
        }
    }
}

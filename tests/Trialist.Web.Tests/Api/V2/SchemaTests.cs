using System.Text.Json;
using System.Text.Json.Nodes;
using Trialist.Search.Pieces;
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
    public async Task Description_NamesTheSchemaOfEveryStructure_AsTheRegistryDoes()
    {
        var descriptions = await Descriptions.AllAsync(site);
        var ours = descriptions[0]["components"]!["schemas"]!.AsObject();
        var structures = PieceTable.All.Where(piece => piece is { Kind: PieceKind.Structure, IsIndexedOnly: false }).ToList();

        Assert.All(structures, piece => Assert.Subset(FieldsOf(ours[piece.Type]!), PieceTable.ChildrenOf(piece).Where(child => !child.IsIndexedOnly).Select(child => child.Field).ToHashSet(StringComparer.Ordinal)));
        Assert.All(structures, piece => Assert.DoesNotContain(ours[piece.Type]!["properties"]!.AsObject(), property => property.Value!["properties"] is not null || property.Value["items"]?["properties"] is not null));
        if (descriptions is [_, var theirs])
        {
            Assert.All(structures, piece => Assert.Equal(FieldsOf(theirs["components"]!["schemas"]![piece.Type]!), FieldsOf(ours[piece.Type]!)));
        }
    }

    [Fact]
    public async Task Description_RefersOnlyToWhatItHolds()
    {
        var description = (await Descriptions.AllAsync(site))[0];
        var references = Schemas(description).Select(node => (string?)node["$ref"]).OfType<string>().Distinct().ToList();

        Assert.Contains("#/components/schemas/ProtocolSection", references);
        Assert.All(references, reference => Assert.NotNull(reference.Split('/').Skip(1).Aggregate(description, (node, step) => node?[step]!)));
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

    private static HashSet<string> FieldsOf(JsonNode schema) => [.. schema["properties"]!.AsObject().Select(property => property.Key)];

    private static IEnumerable<JsonObject> Schemas(JsonNode node) => node switch
    {
        JsonObject map => map.Where(property => property.Value is not null).SelectMany(property => Schemas(property.Value!)).Prepend(map),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Schemas),
        _ => [],
    };
}

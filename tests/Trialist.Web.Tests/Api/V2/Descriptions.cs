using System.Text.Json.Nodes;
using Trialist.Testing;
using YamlDotNet.Serialization;

namespace Trialist.Web.Tests.Api.V2;

/// <summary>The OpenAPI descriptions that answers are checked against: ours, and the registry's own where it is here.</summary>
internal static class Descriptions
{
    private const string Official = "ctgov/ctg-oas-v2.yaml";

    private static readonly Lazy<JsonNode?> OfRegistry = new(() =>
        SharedData.Folder is { } folder && Path.Combine(folder, Official) is var file && File.Exists(file) ? OfYaml(File.ReadAllText(file)) : null);

    public static async Task<IReadOnlyList<JsonNode>> AllAsync(WebSite site)
    {
        var ours = JsonNode.Parse(await site.Client.GetStringAsync("/api/v2/openapi.json"))!;
        return OfRegistry.Value is { } theirs ? [ours, theirs] : [ours];
    }

    public static JsonNode OfYaml(string yaml)
    {
        var parsed = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(yaml);
        return JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(parsed))!;
    }
}

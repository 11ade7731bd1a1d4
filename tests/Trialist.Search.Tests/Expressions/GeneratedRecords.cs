using System.Text.Json.Nodes;
using CsCheck;

namespace Trialist.Search.Tests.Expressions;

/// <summary>Records of few words and values, so that expressions often match some and not all.</summary>
internal static class GeneratedRecords
{
    // No word has another name in the lexicon, and none is a stop word.
    public static readonly string[] Words = ["wug", "Wug", "wugs", "blick", "Blick", "dax", "toma", "zib", "dose", "doses", "patients"];
    public static readonly string[] Dates = ["2021", "2022", "2022-03", "2022-03-15", "2022-12-31", "2023-01-01", "2023-01"];
    public static readonly string[] Ages = ["6 Months", "12 Months", "1 Year", "18 Years", "65 Years", "30 Days"];
    public static readonly string[] Phases = ["NA", "PHASE1", "PHASE2", "PHASE3"];
    public static readonly string[] Statuses = ["RECRUITING", "COMPLETED", "WITHDRAWN"];
    public static readonly string[] Points = ["42.3,-71", "42.4,-71.1", "48.1,11.5", "-33.9,151.2"];

    public static readonly string[] Joints = [" ", " ", "  ", ", ", " + "];

    public static readonly Gen<string> Text = Gen.Select(Gen.OneOf(Words).Array[1, 4], Gen.OneOf(Joints), (words, joint) => string.Join(joint, words));

    private static readonly Gen<JsonObject> Site = Gen.Select(Optional(Text), Optional(Gen.OneOf("wug", "dax")), Optional(Gen.OneOf("toma", "zib")), Optional(Gen.OneOf(Statuses)), Optional(Gen.OneOf(Points)),
        (facility, city, state, status, point) =>
        {
            var site = new JsonObject();
            Put(site, "facility", facility);
            Put(site, "city", city);
            Put(site, "state", state);
            Put(site, "status", status);
            if (point is not null)
            {
                site["geoPoint"] = JsonNode.Parse($$"""{ "lat": {{point.Split(',')[0]}}, "lon": {{point.Split(',')[1]}} }""");
            }

            return site;
        });

    private static readonly Gen<string> Record = Gen.Select(
        Gen.Select(Optional(Text), Text.Array[0, 3], Text.Array[0, 2]),
        Gen.Select(Optional(Gen.OneOf(Dates)), Optional(Gen.OneOf(Ages)), Optional(Gen.Int[0, 3]), Optional(Gen.OneOf("true", "false"))),
        Gen.Select(Gen.OneOf(Phases).Array[0, 2], Gen.OneOf(Statuses), Site.Array[0, 3]),
        (texts, values, lists) =>
        {
            var identification = new JsonObject();
            Put(identification, "briefTitle", texts.Item1);
            var status = new JsonObject { ["overallStatus"] = lists.Item2 };
            if (values.Item1 is { } date)
            {
                status["startDateStruct"] = new JsonObject { ["date"] = date };
            }

            var conditions = new JsonObject();
            Put(conditions, "conditions", texts.Item2);
            Put(conditions, "keywords", texts.Item3);
            var eligibility = new JsonObject();
            Put(eligibility, "minimumAge", values.Item2);
            if (values.Item4 is { } healthy)
            {
                eligibility["healthyVolunteers"] = healthy == "true";
            }

            var design = new JsonObject();
            Put(design, "phases", lists.Item1);
            if (values.Item3 is { } count)
            {
                design["enrollmentInfo"] = new JsonObject { ["count"] = count };
            }

            var protocol = new JsonObject { ["identificationModule"] = identification, ["statusModule"] = status };
            Put(protocol, "conditionsModule", conditions);
            Put(protocol, "eligibilityModule", eligibility);
            Put(protocol, "designModule", design);
            if (lists.Item3.Length > 0)
            {
                protocol["contactsLocationsModule"] = new JsonObject { ["locations"] = new JsonArray([.. lists.Item3.Select(site => site.DeepClone())]) };
            }

            return new JsonObject { ["protocolSection"] = protocol }.ToJsonString();
        });

    /// <summary>Some records with numbers of their own.</summary>
    public static readonly Gen<string[]> All = Record.Array[20, 40].Select(records => records.Select((record, i) => record.Replace("\"identificationModule\":{", $"\"identificationModule\":{{\"nctId\":\"NCT9900{i + 1:0000}\"{(record.Contains("\"identificationModule\":{}", StringComparison.Ordinal) ? "" : ",")}", StringComparison.Ordinal)).ToArray());

    private static Gen<T?> Optional<T>(Gen<T> gen) where T : class => Gen.Select(Gen.Int[0, 2], gen, (give, value) => give == 0 ? null : value);

    private static Gen<int?> Optional(Gen<int> gen) => Gen.Select(Gen.Int[0, 2], gen, (give, value) => give == 0 ? (int?)null : value);

    private static void Put(JsonObject node, string name, string? value)
    {
        if (value is not null)
        {
            node[name] = value;
        }
    }

    private static void Put(JsonObject node, string name, string[] values)
    {
        if (values.Length > 0)
        {
            node[name] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        }
    }

    private static void Put(JsonObject node, string name, JsonObject value)
    {
        if (value.Count > 0)
        {
            node[name] = value;
        }
    }
}

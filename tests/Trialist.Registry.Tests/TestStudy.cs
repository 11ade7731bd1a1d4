using System.Text;
using System.Text.Json.Nodes;

namespace Trialist.Registry;

/// <summary>Small v2 records for tests.</summary>
internal static class TestStudy
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static byte[] Json(string nctId = "NCT00000001", string? lastUpdate = "2024-01-02", string title = "A study", string status = "RECRUITING") =>
        Encoding.UTF8.GetBytes(Node(nctId, lastUpdate, title, status).ToJsonString());

    public static JsonObject Node(string nctId = "NCT00000001", string? lastUpdate = "2024-01-02", string title = "A study", string status = "RECRUITING")
    {
        var module = new JsonObject { ["overallStatus"] = status };
        if (lastUpdate is not null)
        {
            module["lastUpdatePostDateStruct"] = new JsonObject { ["date"] = lastUpdate, ["type"] = "ACTUAL" };
        }

        return new JsonObject
        {
            ["protocolSection"] = new JsonObject
            {
                ["identificationModule"] = new JsonObject { ["nctId"] = nctId, ["briefTitle"] = title },
                ["statusModule"] = module,
            },
        };
    }

    public static IncomingStudy Incoming(IStudyStore store, byte[] json, StudyOrigin origin = StudyOrigin.Import) =>
        IncomingStudy.Of(new StudyRecord(json, StudyReader.Read(json)), origin, Now, store);
}

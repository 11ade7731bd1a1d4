using System.Text;
using System.Text.Json.Nodes;

namespace Trialist.Registry;

/// <summary>Made-up studies must never pass for real ones.</summary>
public static class Fiction
{
    /// <summary>What stands beside a made-up study.</summary>
    public const string Mark = "Not a real study";

    /// <summary>The same in full.</summary>
    public const string Sentence = "This study is made up to show how Trialist works. It does not exist, and nobody can join it.";

    private const string Member = "notARealStudy";

    /// <summary>True for studies of the demo registry that restate no registered study, and for a team's draft with such a number.</summary>
    public static bool IsFictional(this StoredStudy study) => study.NctId.IsFictional;

    /// <summary>The record as it came; that of a made-up study says so in a member before all others, since whatever else says it is lost as soon as the record is saved.</summary>
    public static ReadOnlyMemory<byte> MarkedJson(this StoredStudy study)
    {
        if (!study.IsFictional())
        {
            return study.Json;
        }

        var record = JsonNode.Parse(study.Json.Span)!.AsObject();
        record.Remove(Member);
        record.Insert(0, Member, Sentence);
        return Encoding.UTF8.GetBytes(record.ToJsonString());
    }
}

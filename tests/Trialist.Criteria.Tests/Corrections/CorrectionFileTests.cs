using System.Text;
using System.Text.Json.Nodes;
using Trialist.Criteria.Corrections;
using CsCheck;
using Trialist.Criteria.Json;

namespace Trialist.Criteria.Tests.Corrections;

/// <summary>A curator's file: what is taken from it and what is refused.</summary>
public sealed class CorrectionFileTests
{
    private const string Text = "Inclusion Criteria:\n\n* Creatinine ≤ 1.5 mg/dL\n* Blorx of the third kind";
    private static readonly NctId Id = NctId.Parse("NCT99000001");
    private static readonly CriteriaDocument Read = CriteriaReader.Default.Read(Text);

    [Fact]
    public void Correction_TakesThePlaceOfTheEnginesReading_AndSaysWhoAndWhen()
    {
        var corrected = Corrections().Apply(Read);

        var criterion = corrected.Criteria.Single(one => one.Id == "I2");
        Assert.Equal((Reading.Full, "blorx disease"), (criterion.Reading, Assert.IsType<Predicate.Leaf>(criterion.Predicate).Concept.Name));
        Assert.Equal(new Correction("A. Curator", new DateOnly(2026, 11, 28), "named after Blorx"), criterion.Correction);
        Assert.Empty(criterion.Unread);
        Assert.Equal(Read.Criteria.Single(one => one.Id == "I1"), corrected.Criteria.Single(one => one.Id == "I1"));
        Assert.Equal(corrected, CriteriaJson.Read(CriteriaJson.Write(corrected)));
    }

    [Fact]
    public void Correction_MovesWithItsCriterion()
    {
        var longer = CriteriaReader.Default.Read(Text.Replace("Criteria:", "Criteria for this study:", StringComparison.Ordinal));

        var criterion = Corrections().Apply(longer).Criteria.Single(one => one.Id == "I2");

        Assert.NotNull(criterion.Correction);
        Assert.True(criterion.Span.Contains(criterion.Predicate!.Span));
    }

    [Fact]
    public void Correction_OfOtherWords_IsLeftAside_AndReported()
    {
        var changed = CriteriaReader.Default.Read(Text.Replace("third", "fourth", StringComparison.Ordinal));

        var corrected = Corrections().Apply(changed);

        Assert.Equal(changed.Criteria, corrected.Criteria);
        Assert.Equal(["I2"], Assert.Single(corrected.Diagnostics, finding => finding.Id == "TC0701").Criteria);
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "{", "not valid JSON" },
        { "[]", "not a JSON object" },
        { File(node => node["nctId"] = "NCT99000002"), "nctId is not NCT99000001" },
        { File(node => node.Remove("by")), "who made the correction" },
        { File(node => node["on"] = "yesterday"), "when" },
        { File(node => node["criteria"] = new JsonArray()), "no list 'criteria'" },
        { File(node => Criterion(node).Remove("id")), "has no 'id'" },
        { File(node => Criterion(node).Remove("kind")), "I2 is not a criterion" },
        { File(node => Criterion(node)["reading"] = "perfect"), "I2 is not a criterion" },
        { File(node => Criterion(node).Remove("reading")), "no 'reading'" },
        { File(node => Criterion(node)["text"] = "other"), "not as long as its text" },
        { File(node => Criterion(node)["predicate"]!["span"] = new JsonArray(0, 5)), "lies outside of I2" },
        { File(node => Criterion(node)["predicate"]!["type"] = "wish"), "I2 is not a criterion" },
        { File(node => { Criterion(node)["predicate"]!["max"] = new JsonObject { ["value"] = 2, ["inclusive"] = true }; Criterion(node)["predicate"]!["unit"] = "blorxes"; }), "no unit that is known" },
        { File(node => Criterion(node)["predicate"] = new JsonObject { ["type"] = "unread", ["reason"] = "?", ["span"] = new JsonArray(49, 54) }), "called full" },
        { File(node => ((JsonArray)node["criteria"]!).Add(Criterion(node).DeepClone())), "stands in it twice" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void WrongFile_IsRefused_InOneSentence(string json, string says)
    {
        var refused = Assert.Throws<TrialistException>(() => CorrectionFile.Read(Encoding.UTF8.GetBytes(json), Id));

        Assert.StartsWith("The corrections cannot be used: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyBytes_AreReadOrRefused() => Gen.Byte.Array[0, 300].Sample(bytes =>
    {
        try
        {
            CorrectionFile.Read(bytes, Id);
        }
        catch (TrialistException)
        {
            // Refused: that is an answer too.
        }
    });

    private static CriteriaCorrections Corrections() => CorrectionFile.Read(Encoding.UTF8.GetBytes(File(_ => { })), Id);

    private static JsonObject Criterion(JsonObject file) => file["criteria"]![0]!.AsObject();

    // What a curator does: prints the criterion, changes its reading, names the day.
    private static string File(Action<JsonObject> spoil)
    {
        var printed = JsonNode.Parse(CriteriaJson.Write(Read))!["criteria"]!.AsArray().First(node => (string?)node!["id"] == "I2")!.DeepClone().AsObject();
        printed["reading"] = "full";
        printed.Remove("unread");
        printed["predicate"] = new JsonObject { ["type"] = "condition", ["name"] = "blorx disease", ["span"] = printed["span"]!.DeepClone() };
        var file = new JsonObject { ["nctId"] = Id.ToString(), ["by"] = "A. Curator", ["on"] = "2026-11-28", ["why"] = "named after Blorx", ["criteria"] = new JsonArray(printed) };
        spoil(file);
        return file.ToJsonString();
    }
}

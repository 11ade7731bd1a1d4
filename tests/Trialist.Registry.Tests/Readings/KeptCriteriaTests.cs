using System.Text;
using System.Text.Json.Nodes;
using Trialist.Criteria;
using Trialist.Criteria.Json;
using Trialist.Registry.Readings;
using Trialist.Search.Eligibility;

namespace Trialist.Registry.Tests.Readings;

/// <summary>Criteria documents are read once and kept.</summary>
public sealed class KeptCriteriaTests : IDisposable
{
    private const string Text = "Inclusion Criteria:\n\n* Creatinine ≤ 1.5 mg/dL\n* ECOG 0 to 1\n\nExclusion Criteria:\n\n* Asthma";
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task KeptDocument_IsTheOneThatReadingGives()
    {
        using var registry = await WithStudiesAsync(Study("NCT00000001", Text), Study("NCT00000002", null));

        Assert.Equal(2, await registry.ReadCriteriaAsync(2, null, None));

        var read = new List<StoredReading>();
        await foreach (var reading in registry.ReadingsAsync(None))
        {
            read.Add(reading);
        }

        Assert.All(read, reading => Assert.NotNull(reading.Kept));
        Assert.Equal(CriteriaReader.Default.Read(Text, read[0].Study.Study.Eligibility), registry.CriteriaOf(read[0]));
        Assert.Null(registry.CriteriaOf(read[1]));
        Assert.Equal(registry.CriteriaOf(read[0]), await registry.CriteriaAsync(read[0].Study, None));
        Assert.Equal(0, await registry.ReadCriteriaAsync(2, null, None));
    }

    [Fact]
    public async Task NewVersionOfAStudy_IsReadAgain_AndTheOldOneIsLeft()
    {
        using var registry = await WithStudiesAsync(Study("NCT00000001", Text));
        await registry.ReadCriteriaAsync(1, null, None);

        await AddAsync(registry, Study("NCT00000001", "Inclusion Criteria:\n\n* Asthma", "2025-01-01"));

        Assert.Equal(1, await registry.CountUnreadAsync(None));
        Assert.Equal(1, await registry.ReadCriteriaAsync(1, null, None));
    }

    [Fact]
    public async Task DocumentsOfAnotherReader_AreReadAgain_AndGo()
    {
        using var registry = await WithStudiesAsync(Study("NCT00000001", Text));
        var id = NctId.Parse("NCT00000001");
        await registry.Store.KeepCriteriaAsync([new KeptCriteria(id, 1, "{}"u8.ToArray(), default)], "older", None);

        Assert.Equal(1, await registry.ReadCriteriaAsync(1, null, None));

        Assert.Null(await registry.Store.FindCriteriaAsync(id, 1, "older", None));
        Assert.NotNull(await registry.Store.FindCriteriaAsync(id, 1, EngineVersion.Current, None));
    }

    [Fact]
    public async Task StoppedReading_KeepsWhatItHas_AndGoesOn()
    {
        using var registry = await WithStudiesAsync([.. Enumerable.Range(1, 600).Select(number => Study($"NCT{number:00000000}", Text))]);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => registry.ReadCriteriaAsync(2, new Stopper(stop), stop.Token));

        var left = await registry.CountUnreadAsync(None);
        Assert.InRange(left, 1, 599);
        Assert.Equal(left, await registry.ReadCriteriaAsync(2, null, None));
    }

    [Fact]
    public async Task Table_FollowsWhatIsKept()
    {
        using var registry = await WithStudiesAsync(Study("NCT00000001", Text));
        var question = CriteriaQuestionParser.Parse("creatinine 2 mg/dL")[0];
        Assert.Empty((await registry.CriteriaTableAsync(None)).Ask(question));

        await registry.ReadCriteriaAsync(1, null, None);

        Assert.Equal(CriteriaAnswer.Excluded, (await registry.CriteriaTableAsync(None)).Ask(question)[1]);
    }

    [Fact]
    public async Task CuratorsFile_Counts_AtOnce_AndOverANewImport()
    {
        using var registry = await WithStudiesAsync(Study("NCT00000001", Text));
        await registry.ReadCriteriaAsync(1, null, None);
        var id = NctId.Parse("NCT00000001");
        var question = CriteriaQuestionParser.Parse("creatinine 2 mg/dL")[0];
        Assert.Equal(CriteriaAnswer.Excluded, (await registry.CriteriaTableAsync(None)).Ask(question)[1]);

        var before = registry.CorrectionsStamp;
        Directory.CreateDirectory(folder["data/overrides"]);
        var read = JsonNode.Parse(CriteriaJson.Write((await registry.CriteriaAsync((await registry.Store.FindAsync(id, None))!, None))!))!["criteria"]!.AsArray();
        var creatinine = read.First(node => (string?)node!["id"] == "I1")!.DeepClone();
        creatinine["predicate"]!["max"]!["value"] = 2.5m;
        await File.WriteAllTextAsync(
            folder["data/overrides/NCT00000001.json"],
            new JsonObject { ["nctId"] = "NCT00000001", ["by"] = "A. Curator", ["on"] = "2026-11-28", ["criteria"] = new JsonArray(creatinine) }.ToJsonString(), None);
        await AddAsync(registry, Study("NCT00000001", Text, "2025-01-01"));

        Assert.NotEqual(before, registry.CorrectionsStamp);
        var corrected = (await registry.CriteriaAsync((await registry.Store.FindAsync(id, None))!, None))!.Criteria.Single(criterion => criterion.Id == "I1");
        Assert.Equal("A. Curator", corrected.Correction!.By);
        await registry.ReadCriteriaAsync(1, null, None);
        Assert.Equal(CriteriaAnswer.Allowed, (await registry.CriteriaTableAsync(None)).Ask(question)[1]);
    }

    [Fact]
    public async Task WrongCuratorsFile_IsReported_AndTheEnginesReadingCounts()
    {
        using var registry = await WithStudiesAsync(Study("NCT00000001", Text));
        Directory.CreateDirectory(folder["data/overrides"]);
        await File.WriteAllTextAsync(folder["data/overrides/NCT00000001.json"], "{ not json", None);

        var document = (await registry.CriteriaAsync((await registry.Store.FindAsync(NctId.Parse("NCT00000001"), None))!, None))!;

        Assert.Contains("not valid JSON", Assert.Single(document.Diagnostics, finding => finding.Id == "TC0702").Message, StringComparison.Ordinal);
        Assert.All(document.Criteria.AsEnumerable(), criterion => Assert.Null(criterion.Correction));
    }

    public void Dispose() => folder.Dispose();

    private async Task<StudyRegistry> WithStudiesAsync(params byte[][] studies)
    {
        var registry = StudyRegistry.Open(folder["data"]);
        await AddAsync(registry, studies);
        return registry;
    }

    private static Task AddAsync(StudyRegistry registry, params byte[][] studies) =>
        registry.AddAsync(studies.Select(json => (ReadOnlyMemory<byte>)json), StudyOrigin.Import, TestStudy.Now, None);

    private static byte[] Study(string id, string? text, string lastUpdate = "2024-01-02")
    {
        var study = TestStudy.Node(id, lastUpdate);
        if (text is not null)
        {
            study["protocolSection"]!["eligibilityModule"] = new JsonObject { ["eligibilityCriteria"] = text };
        }

        return Encoding.UTF8.GetBytes(study.ToJsonString());
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<CriteriaProgress>
    {
        public void Report(CriteriaProgress value) => stop.Cancel();
    }
}

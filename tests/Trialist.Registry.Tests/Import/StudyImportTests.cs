using System.IO.Compression;
using System.Text;
using Trialist.Testing;
using ZstdSharp;

namespace Trialist.Registry.Import;

public sealed class StudyImportTests : IDisposable
{
    private const string Xml = "<clinical_study><id_info><nct_id>NCT00000003</nct_id></id_info><brief_title>Old</brief_title></clinical_study>";
    private const string Utf16Xml = $"<?xml version=\"1.0\" encoding=\"UTF-16\"?>{Xml}";
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, int> Shapes => new()
    {
        { "object.json", 1 },
        { "array.json", 2 },
        { "page.json", 2 },
        { "lines.ndjson", 2 },
        { "history.ndjson", 2 },
        { "legacy.ndjson", 1 },
        { "legacy.xml", 1 },
        { "download.zip", 3 },
        { "lines.ndjson.gz", 2 },
        { "lines.ndjson.zst", 2 },
        { "array.json.zst", 2 },
        { "download.zip.zst", 3 },
        { "utf16.json", 2 },
        { "utf16-high-byte-first.ndjson", 2 },
        { "utf16.json.zst", 2 },
        { "utf16-unmarked.ndjson", 2 },
        { "utf16.xml", 1 },
        { "utf16-unmarked.xml", 1 },
        { "utf16-unmarked-high-byte-first.xml", 1 },
        { "says-utf16.xml", 1 }, // in UTF-8, as programs write that save a text they made in memory
        { "renamed.bin", 2 }, // zstd by its first bytes, whatever it is called
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task File_OfEveryShape_IsImported(string name, int records)
    {
        await WriteSamplesAsync();

        var summary = await ImportAsync(name);

        Assert.Empty(summary.Rejected);
        Assert.Equal(records, summary.Read);
        Assert.Equal(records, summary.Added + summary.Updated);
    }

    [Fact]
    public async Task SameFiles_ImportedAgain_ChangeNothing()
    {
        await WriteSamplesAsync();
        var first = await ImportAsync("*.*");
        var versions = await VersionsAsync();

        var second = await ImportAsync("*.*");

        Assert.Equal(first.Read, second.Read);
        Assert.Equal(second.Read, second.Unchanged);
        Assert.Equal(versions, await VersionsAsync());
    }

    [Fact]
    public async Task WhatAnInterruptedImportStored_IsSaidToBePublishedToo()
    {
        await WriteSamplesAsync();
        using (var registry = StudyRegistry.Open(folder["data"]))
        {
            await registry.Store.UpsertAsync([TestStudy.Incoming(registry.Store, TestStudy.Json(nctId: "NCT00000099"))], None);
        }

        Assert.Equal(1, (await ImportAsync("*.*")).LeftFromBefore);
        Assert.Equal(0, (await ImportAsync("*.*")).LeftFromBefore);
    }

    [Fact]
    public async Task History_BecomesSuccessiveVersions_WithTheDatesOfTheirObservation()
    {
        var lines = new[] { "2024-01-01", "2024-02-01", "2024-03-01" }
            .Select(date => $$"""{"nctId":"NCT00000001","observedAt":"{{date}}T10:00:00Z","study":{{Encoding.UTF8.GetString(TestStudy.Json(lastUpdate: date, title: date))}}}""");
        await File.WriteAllLinesAsync(folder["history.ndjson"], lines);

        var summary = await ImportAsync("history.ndjson");

        Assert.Equal((1, 2), (summary.Added, summary.Updated));
        using var registry = StudyRegistry.Open(folder["data"]);
        var versions = await registry.Store.VersionsAsync(NctId.Parse("NCT00000001"), None);
        Assert.Equal([1, 2, 3], versions.Select(version => version.Number));
        Assert.Equal([1, 2, 3], versions.Select(version => version.SeenAt.Month));
    }

    [Fact]
    public async Task ValuesOfAWrongKind_AreCountedAndListed_AndTheRecordComesInAsItIs()
    {
        var odd = """{"protocolSection":{"identificationModule":{"nctId":"NCT00000002"},"statusModule":{"overallStatus":"WEIRD","startDateStruct":{"date":"2020-99-99"}},"eligibilityModule":{"eligibilityCriteria":12}}}""";
        await File.WriteAllTextAsync(folder["odd.ndjson"], $"{Study(1)}\n{odd}\n");

        var summary = await ImportAsync("odd.ndjson");

        Assert.Equal((2, 0), (summary.Added, summary.Rejected.Count));
        Assert.Equal((1, 3), (summary.Warnings.Records, summary.Warnings.Values));
        Assert.Equal(
            [
                "line 2: protocolSection.statusModule.overallStatus holds the text \"WEIRD\", which is no value of the registry's list",
                "line 2: protocolSection.statusModule.startDateStruct.date holds the text \"2020-99-99\", which is no date",
                "line 2: protocolSection.eligibilityModule.eligibilityCriteria holds the number 12 where a text belongs",
            ],
            summary.Warnings.First.Select(warning => $"{warning.At}: {warning.Field} {warning.Problem}"));
        using var registry = StudyRegistry.Open(folder["data"]);
        Assert.Equal(odd, Encoding.UTF8.GetString((await registry.Store.FindAsync(NctId.Parse("NCT00000002"), None))!.Json.Span));
    }

    [Fact]
    public async Task MoreOddValuesThanAreListed_AreStillCounted()
    {
        await File.WriteAllLinesAsync(folder["odd.ndjson"], Enumerable.Range(1, 60).Select(number => Study(number).Replace("RECRUITING", "WEIRD", StringComparison.Ordinal)));

        var summary = await ImportAsync("odd.ndjson");

        Assert.Equal((60, 60, ImportWarnings.MostKept), (summary.Warnings.Records, summary.Warnings.Values, summary.Warnings.First.Count));
    }

    [Fact]
    public async Task BrokenRecords_AreListedWithPlaceAndReason_AndTheOthersComeIn()
    {
        await File.WriteAllTextAsync(folder["mixed.ndjson"], $"{Study(1)}\n{{\"protocolSection\":\n{Study(2)}\n{{}}\n");
        await WriteZipAsync("mixed.zip", ("01/NCT00000003.json", Study(3)), ("01/broken.json", "[["), ("../../escape.json", Study(4)), ("notes.txt", "not a study"));

        var summary = await ImportAsync("mixed.ndjson", "mixed.zip");

        Assert.Equal(3, summary.Added);
        Assert.Equal(
            [
                "mixed.ndjson, line 2: it is not valid JSON (byte 20)",
                "mixed.ndjson, line 4: it has no protocolSection.identificationModule.nctId",
                "mixed.zip, 01/broken.json byte 1: it is cut off before its end",
                "mixed.zip, ../../escape.json: its name leads out of the archive",
            ],
            summary.Rejected.Select(reject => $"{Path.GetFileName(reject.File)}, {reject.At}: {reject.Reason}"));
        Assert.False(File.Exists(Path.Combine(folder.Path, "..", "escape.json")));
    }

    [Fact]
    public async Task FilesThatAreNoStudies_AreCountedAndNamed()
    {
        Directory.CreateDirectory(folder["many"]);
        await WriteZipAsync("many/mixed.zip", ("01/NCT00000003.json", Study(3)), ("notes.txt", "not a study"), ("__MACOSX/01/._NCT00000003.json", "x"), ("inner.zip", "PK\u0003\u0004 and so on"));
        await File.WriteAllTextAsync(folder["many/readme.md"], "# Studies");

        var summary = await ImportAsync("many");

        Assert.Equal((1, 2), (summary.Added, summary.Read));
        Assert.Equal("it is an archive inside an archive", Assert.Single(summary.Rejected).Reason);
        Assert.Equal(3, summary.PassedOver.Count);
        Assert.Equal(["readme.md", "notes.txt", "._NCT00000003.json"], summary.PassedOver.First.Select(Path.GetFileName));
    }

    [Fact]
    public async Task DemoStudies_AreNotKeptBesideRealOnes_AndThatIsSaid()
    {
        var demo = Encoding.UTF8.GetString(TestStudy.Json("NCT99000001"));
        var restated = Study(7).TrimEnd()[..^1] + ",\"demoRegistry\":\"restated\"}";
        await File.WriteAllTextAsync(folder["demo.ndjson"], $"{demo}\n{restated}\n");
        await File.WriteAllTextAsync(folder["real.ndjson"], $"{Study(1)}\n");

        var first = await ImportAsync("demo.ndjson");
        Assert.Equal((2, 0), (first.Added, first.DemoRemoved));
        Assert.Equal(2, await CountAsync());

        var real = await ImportAsync("real.ndjson");
        Assert.Equal((1, 2), (real.Added, real.DemoRemoved));
        Assert.Equal(1, await CountAsync());

        var again = await ImportAsync("demo.ndjson");
        Assert.All(again.Rejected, reject => Assert.Equal("it belongs to the demo registry, and this registry holds real studies", reject.Reason));
        Assert.Equal(2, again.Read);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task GzipCutOffBetweenTwoRecords_IsDamage()
    {
        using var whole = new MemoryStream();
        await using (var gzip = new GZipStream(whole, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var number in new[] { 1, 2, 3 })
            {
                await gzip.WriteAsync(Encoding.UTF8.GetBytes(Study(number) + "\n"));
                await gzip.FlushAsync(); // a record ends where a block ends
            }
        }

        await File.WriteAllBytesAsync(folder["cut.ndjson.gz"], whole.ToArray()[..^10]);

        var summary = await ImportAsync("cut.ndjson.gz");

        Assert.Equal(3, summary.Added);
        Assert.Equal("its compression is damaged", Assert.Single(summary.Rejected).Reason);
    }

    [Theory]
    [InlineData("cut.ndjson.gz", "its compression is damaged", "it is cut off before its end", "it is not valid JSON (byte 112)")]
    [InlineData("cut.ndjson.zst", "its compression is damaged", "it is cut off before its end")]
    [InlineData("cut.zip", "its compression is damaged", "it is cut off before its end")]
    public async Task CutOffArchive_IsOneReject(string name, params string[] reasons)
    {
        await WriteSamplesAsync();
        var source = name.Replace("cut", name == "cut.zip" ? "download" : "lines", StringComparison.Ordinal);
        var bytes = await File.ReadAllBytesAsync(folder[source]);
        await File.WriteAllBytesAsync(folder[name], bytes[..(bytes.Length / 2)]);

        var summary = await ImportAsync(name);

        Assert.Contains(Assert.Single(summary.Rejected).Reason, reasons);
    }

    [Fact]
    public async Task Utf16_ThatIsCutWithinALetter_IsOneReject()
    {
        await WriteSamplesAsync();
        await File.WriteAllBytesAsync(folder["half.json"], (await File.ReadAllBytesAsync(folder["utf16.json"]))[..^1]);

        var summary = await ImportAsync("half.json");

        Assert.Equal("it is marked as UTF-16 and is no valid text of that kind", Assert.Single(summary.Rejected).Reason);
    }

    [Fact]
    public async Task Utf16Xml_KeepsItsLetters()
    {
        await File.WriteAllTextAsync(folder["letters.xml"], Utf16Xml.Replace("Old", "Behçet – β", StringComparison.Ordinal), Encoding.Unicode);

        await ImportAsync("letters.xml");

        using var registry = StudyRegistry.Open(folder["data"]);
        Assert.Equal("Behçet – β", (await registry.Store.FindAsync(NctId.Parse("NCT00000003"), None))!.Study.BriefTitle);
    }

    [Fact]
    public async Task Bomb_IsStopped()
    {
        await using (var file = File.Create(folder["bomb.json.gz"]))
        await using (var gzip = new GZipStream(file, CompressionLevel.SmallestSize))
        {
            var zeros = new byte[1024 * 1024];
            zeros.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 200; i++)
            {
                await gzip.WriteAsync(zeros);
            }
        }

        var summary = await ImportAsync("bomb.json.gz");

        Assert.Equal("it unpacks to more than 250 times its size", Assert.Single(summary.Rejected).Reason);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><clinical_study>&e;</clinical_study>", "it is XML with a document type, which is not read")]
    [InlineData("<clinical_study><id_info></clinical_study>", "it is not valid XML (line 1, column 28)")]
    [InlineData("<html/>", "it is XML, but no <clinical_study>")]
    [InlineData("<clinical_study/>", "it has no protocolSection.identificationModule.nctId")]
    public async Task HostileXml_IsRejected(string xml, string reason)
    {
        await File.WriteAllTextAsync(folder["bad.xml"], xml);

        Assert.Equal(reason, Assert.Single((await ImportAsync("bad.xml")).Rejected).Reason);
    }

    [Fact]
    public async Task DeepJson_IsRejectedWithItsReason()
    {
        var id = """{"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}},"x":""";
        await File.WriteAllTextAsync(folder["deep.json"], id + new string('[', 100_000) + new string(']', 100_000) + "}");

        Assert.Equal("it has parts within parts more than 64 deep, which no real record has", Assert.Single((await ImportAsync("deep.json")).Rejected).Reason);
    }

    [Theory]
    [InlineData("nothing.json", "There is no file or folder")]
    [InlineData("no*thing", "No file matches")]
    [InlineData("empty", "holds no .json")]
    public async Task PathThatNamesNothing_IsSaid(string path, string sentence)
    {
        Directory.CreateDirectory(folder["empty"]);

        var failure = await Assert.ThrowsAsync<TrialistException>(() => ImportAsync(path));

        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("studies-v2.ndjson.zst", 1029)]
    [InlineData("studies-legacy-xml.ndjson.zst", 2000)]
    [InlineData("study-history.ndjson.zst", 77)]
    [InlineData("retrieval-2016/corpus.ndjson.zst", 1675)]
    public async Task RealFile_IsImportedWithoutReject(string file, int records)
    {
        using var registry = StudyRegistry.Open(folder["data"]);

        var summary = await registry.ImportAsync([SharedData.Require(file)], TestStudy.Now, null, None);

        Assert.Empty(summary.Rejected);
        Assert.Equal(records, summary.Added + summary.Updated);
    }

    public void Dispose() => folder.Dispose();

    private static string Study(int number) => Encoding.UTF8.GetString(TestStudy.Json($"NCT{number:00000000}"));

    private async Task WriteSamplesAsync()
    {
        await File.WriteAllTextAsync(folder["object.json"], Study(1));
        await File.WriteAllTextAsync(folder["array.json"], $"[{Study(1)},{Study(2)}]");
        await File.WriteAllTextAsync(folder["page.json"], $"{{\"totalCount\":2,\"studies\":[\n{Study(1)},\n{Study(2)}],\"nextPageToken\":\"abc\"}}");
        await File.WriteAllTextAsync(folder["lines.ndjson"], $"{Study(1)}\n{Study(2)}\n");
        await File.WriteAllTextAsync(folder["history.ndjson"], $"{{\"nctId\":\"NCT00000001\",\"observedAt\":\"2024-05-01T00:00:00Z\",\"study\":{Study(1)}}}\n{{\"nctId\":\"NCT00000002\",\"study\":{Study(2)}}}\n");
        await File.WriteAllTextAsync(folder["utf16.json"], $"[{Study(1)},{Study(2)}]", Encoding.Unicode);
        await File.WriteAllTextAsync(folder["utf16-high-byte-first.ndjson"], $"{Study(1)}\n{Study(2)}\n", Encoding.BigEndianUnicode);
        await File.WriteAllBytesAsync(folder["utf16-unmarked.ndjson"], Encoding.Unicode.GetBytes($"{Study(1)}\n{Study(2)}\n"));
        await File.WriteAllTextAsync(folder["utf16.xml"], Utf16Xml, Encoding.Unicode);
        await File.WriteAllBytesAsync(folder["utf16-unmarked.xml"], Encoding.Unicode.GetBytes(Utf16Xml));
        await File.WriteAllBytesAsync(folder["utf16-unmarked-high-byte-first.xml"], Encoding.BigEndianUnicode.GetBytes(Utf16Xml));
        await File.WriteAllTextAsync(folder["says-utf16.xml"], Utf16Xml);
        await File.WriteAllTextAsync(folder["legacy.ndjson"], System.Text.Json.JsonSerializer.Serialize(new { nctId = "NCT00000003", xml = Xml }));
        await File.WriteAllTextAsync(folder["legacy.xml"], Xml);
        await WriteZipAsync("download.zip", ("01/NCT00000001.json", Study(1)), ("02/NCT00000002.json", Study(2)), ("03/NCT00000003.xml", Xml));
        await using (var gzip = new GZipStream(File.Create(folder["lines.ndjson.gz"]), CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(await File.ReadAllBytesAsync(folder["lines.ndjson"]));
        }

        foreach (var name in new[] { "lines.ndjson", "array.json", "download.zip", "utf16.json" })
        {
            using var compressor = new Compressor();
            var packed = compressor.Wrap(await File.ReadAllBytesAsync(folder[name])).ToArray();
            await File.WriteAllBytesAsync(folder[name + ".zst"], packed);
        }

        File.Copy(folder["lines.ndjson.zst"], folder["renamed.bin"]);
    }

    private async Task WriteZipAsync(string name, params (string Entry, string Content)[] entries)
    {
        await using var file = File.Create(folder[name]);
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: false, entryNameEncoding: null);
        foreach (var (entry, content) in entries)
        {
            await using var stream = await zip.CreateEntry(entry).OpenAsync();
            await stream.WriteAsync(Encoding.UTF8.GetBytes(content));
        }
    }

    private async Task<ImportSummary> ImportAsync(params string[] names)
    {
        using var registry = StudyRegistry.Open(folder["data"]);
        return await registry.ImportAsync(names.Select(name => folder[name]), TestStudy.Now, null, None);
    }

    private async Task<int> CountAsync()
    {
        using var registry = StudyRegistry.Open(folder["data"]);
        return await registry.Store.CountAsync(None);
    }

    private async Task<string> VersionsAsync()
    {
        using var registry = StudyRegistry.Open(folder["data"]);
        var lines = new List<string>();
        await foreach (var study in registry.Store.AllAsync(None))
        {
            var versions = await registry.Store.VersionsAsync(study.NctId, None);
            lines.AddRange(versions.Select(version => $"{version.NctId} {version.Number} {version.Sequence} {version.Hash}"));
        }

        return string.Join('\n', lines);
    }
}

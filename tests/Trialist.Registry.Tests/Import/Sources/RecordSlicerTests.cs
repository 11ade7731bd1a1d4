using System.Text;
using CsCheck;

namespace Trialist.Registry.Import.Sources;

public sealed class RecordSlicerTests
{
    private const string A = """{"a":1}""";
    private const string B = """{"b":[2,"]}\\\"{"]}""";

    /// <summary>Text of a file, whether it is read as lines, and its records.</summary>
    [Theory]
    [InlineData(A, false, A)]
    [InlineData("\uFEFF" + A, false, A)]
    [InlineData("{\n \"a\" : [ 1 ]\n}", false, "{\n \"a\" : [ 1 ]\n}")]
    [InlineData("[" + A + "," + B + "]", false, A, B)]
    [InlineData(" [ " + A + " ,\n" + B + "\n ] ", true, A, B)]
    [InlineData("[]", false)]
    [InlineData("{\"studies\":[" + A + ",\n" + B + "],\"nextPageToken\":\"x\"}", false, A, B)]
    [InlineData("{\"totalCount\":2, \"studies\" : [" + A + ",\n" + B + "]}", false, A, B)]
    [InlineData("{\"nextPageToken\":\"[\",\"studies\":[]}", false)]
    [InlineData("{\"other\":[" + A + "]}", false, "{\"other\":[" + A + "]}")]
    [InlineData(A + "\n" + B + "\n", false, A, B)]
    [InlineData(A + "\r\n\r\n" + B, true, A + "\r", B)]
    [InlineData("{\"studies\":[" + A + "]}\n{\"studies\":[" + B + "]}", false, A, B)]
    [InlineData("<x/>", false, "<x/>")]
    public async Task File_IsCutIntoItsRecords(string text, bool lines, params string[] records)
    {
        var slices = await SliceAsync(Encoding.UTF8.GetBytes(text), lines);

        Assert.All(slices, slice => Assert.Null(slice.Problem));
        Assert.Equal(records, slices.Select(slice => slice.Text));
    }

    /// <summary>Damaged files: the records that are still had, and every problem with its place.</summary>
    [Theory]
    [InlineData("", false, "byte 0: it is empty")]
    [InlineData("PDF-1.4", false, "byte 0: it is neither JSON nor XML")]
    [InlineData("{\"a\":", false, "byte 0: it is cut off before its end")]
    [InlineData("[" + A + ",{\"b\"", false, A, "byte 9: it is cut off before its end")]
    [InlineData("[" + A, false, A, "byte 8: the file is cut off: its list of studies has no end")]
    [InlineData("[1," + A + ",\"x\",[2]]", false, "byte 1: it is not a JSON object", A, "byte 11: it is not a JSON object", "[2]")]
    [InlineData(A + "\n{\"broken\":\n" + A, false, A, "{\"broken\":", A)] // the parser rejects the line; the next one is safe
    [InlineData("{\n}x" + A, false, "{\n}", "byte 3: a study object was expected here; the rest of the file is not read")]
    public async Task DamagedFile_GivesWhatCanBeHad_AndEveryProblem(string text, bool lines, params string[] expected)
    {
        var slices = await SliceAsync(Encoding.UTF8.GetBytes(text), lines);

        Assert.Equal(expected, slices.Select(slice => slice.Problem is null ? slice.Text : $"{slice.At}: {slice.Problem}"));
    }

    [Fact]
    public async Task RecordAboveTheLimit_IsRejected_AndTheNextIsRead()
    {
        var large = "{\"x\":\"" + new string('y', ImportLimits.MaxRecordBytes) + "\"}";

        var slices = await SliceAsync(Encoding.UTF8.GetBytes($"[{large},{A}]"), lines: false);

        Assert.Equal(["it is larger than 64 MB", null], slices.Select(slice => slice.Problem));
        Assert.Equal(A, slices[1].Text);
    }

    [Fact]
    public async Task LineAboveTheLimit_IsRejected_AndTheNextIsRead()
    {
        var large = "{\"x\":\"" + new string('y', ImportLimits.MaxRecordBytes) + "\"}";

        var slices = await SliceAsync(Encoding.UTF8.GetBytes($"{A}\n{large}\n{A}"), lines: true);

        Assert.Equal([null, "it is larger than 64 MB", null], slices.Select(slice => slice.Problem));
        Assert.Equal("line 3", slices[2].At);
    }

    [Fact]
    public Task AnyBytes_EndWithoutAnException() =>
        Gen.Byte.Array[0, 300].Select(Gen.Bool).SampleAsync(async (bytes, lines) => Assert.True((await SliceAsync(bytes, lines)).Count <= bytes.Length + 2));

    [Fact]
    public Task AnyMixOfStructure_EndsWithoutAnException()
    {
        string[] parts = ["{", "}", "[", "]", ",", ":", "\"studies\"", "\"", "\\", "\n", " ", A, B];
        return Gen.Int[0, parts.Length - 1].Array[0, 30].Select(Gen.Bool)
            .SampleAsync(async (chosen, lines) => Assert.NotNull(await SliceAsync(Encoding.UTF8.GetBytes(string.Concat(chosen.Select(at => parts[at]))), lines)));
    }

    private static async Task<List<Slice>> SliceAsync(byte[] bytes, bool lines)
    {
        using var slicer = new RecordSlicer(new MemoryStream(bytes), new RecordPlace("f", null, null, null), lines);
        var slices = new List<Slice>();
        await foreach (var slice in slicer.SliceAsync(CancellationToken.None))
        {
            slices.Add(new Slice(slice.Bytes.Length > 10_000 ? "long" : Encoding.UTF8.GetString(slice.Bytes.Span), slice.Place.At, slice.Problem));
        }

        return slices;
    }

    private sealed record Slice(string Text, string At, string? Problem);
}

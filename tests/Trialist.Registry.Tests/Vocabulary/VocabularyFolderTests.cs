using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Trialist.Terminology.Packs;
using ZstdSharp;

namespace Trialist.Registry.Vocabulary;

/// <summary>Installing vocabularies from files and addresses.</summary>
public sealed class VocabularyFolderTests : IDisposable
{
    private const string Obo = "format-version: 1.2\n\n[Term]\nid: DOID:5\nname: marsh fever\nsynonym: \"fen ague\" EXACT []\n";

    private readonly TemporaryFolder folder = new();

    private VocabularyFolder Installed => new(folder.Path);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("do.obo")]
    [InlineData("do.obo.gz")]
    [InlineData("do.obo.zst")]
    public async Task File_PlainOrCompressed_IsInstalledUnderItsName(string name)
    {
        var added = await Installed.AddAsync(VocabularyKind.Doid, Write(name), TimeProvider.System, Cancellation);
        Assert.Equal("doid/do.obo", added.Name);
        Assert.Equal(1, added.Terms);
        Assert.Equal("doid/do.obo", Assert.Single(Installed.List()).Name);
        Assert.Equal("marsh fever", Assert.Single(Installed.ReadTerms().SelectMany(terms => terms)).Name);
    }

    [Fact]
    public async Task Address_IsDownloaded_AndAnErrorIsASentence()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.MapGet("/do.obo.gz", () => Results.Bytes(Compressed("x.gz")));
        await server.StartAsync(Cancellation);
        var address = server.Urls.First();

        Assert.Equal("doid/do.obo", (await Installed.AddAsync(VocabularyKind.Doid, $"{address}/do.obo.gz", TimeProvider.System, Cancellation)).Name);
        var refused = await Assert.ThrowsAsync<TrialistException>(() => Installed.AddAsync(VocabularyKind.Doid, $"{address}/nothing.obo", TimeProvider.System, Cancellation));
        Assert.Contains("answered 404", refused.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "missing.obo", "There is no file" },
        { "ftp://example.org/x.obo", "expected http(s)" },
        { "file:///etc/passwd", "expected http(s)" },
        { "http://127.0.0.1:1/x.obo", "could not be read" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Source_ThatCannotBeHad_IsRefusedWithASentence(string source, string sentence)
    {
        var refused = await Assert.ThrowsAsync<TrialistException>(() => Installed.AddAsync(VocabularyKind.Doid, source, TimeProvider.System, Cancellation));
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.Empty(Installed.List());
    }

    [Fact]
    public async Task DamagedFile_LeavesTheInstalledOneWhole()
    {
        await Installed.AddAsync(VocabularyKind.Doid, Write("do.obo"), TimeProvider.System, Cancellation);
        var cut = folder["do.obo.gz"];
        await File.WriteAllBytesAsync(cut, Compressed("x.gz")[..20], Cancellation);
        await Assert.ThrowsAsync<TrialistException>(() => Installed.AddAsync(VocabularyKind.Doid, cut, TimeProvider.System, Cancellation));
        Assert.Equal(1, Assert.Single(Installed.List()).Terms);
    }

    [Theory]
    [InlineData("doid")]
    [InlineData("doid/do.obo")]
    public async Task Remove_TakesByNameOrKind(string name)
    {
        await Installed.AddAsync(VocabularyKind.Doid, Write("do.obo"), TimeProvider.System, Cancellation);
        Assert.Empty(Installed.Remove("mesh"));
        Assert.Single(Installed.Remove(name));
        Assert.Empty(Installed.List());
        Assert.Empty(Installed.ReadTerms());
    }

    private string Write(string name)
    {
        File.WriteAllBytes(folder[name], Compressed(name));
        return folder[name];
    }

    private static byte[] Compressed(string name)
    {
        var plain = Encoding.UTF8.GetBytes(Obo);
        using var bytes = new MemoryStream();
        if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
            {
                gzip.Write(plain);
            }

            return bytes.ToArray();
        }

        return name.EndsWith(".zst", StringComparison.Ordinal) ? new Compressor().Wrap(plain).ToArray() : plain;
    }
}

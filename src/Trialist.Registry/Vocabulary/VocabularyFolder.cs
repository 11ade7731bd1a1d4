using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trialist.Registry.Import.Sources;
using Trialist.Terminology.Packs;
using ZstdSharp;

namespace Trialist.Registry.Vocabulary;

/// <summary>The vocabularies that are installed in a data folder: <c>vocabulary/*.tsv.zst</c>, each with a description beside it.</summary>
/// <param name="dataFolder">The data folder.</param>
public sealed class VocabularyFolder(string dataFolder)
{
    private const int StampDigits = 12;
    private const string Terms = ".tsv.zst";
    private const string Description = ".json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private readonly string folder = Path.Combine(dataFolder, "vocabulary");

    /// <summary>What is installed, by name.</summary>
    /// <exception cref="TrialistException">A description is damaged.</exception>
    public IReadOnlyList<InstalledVocabulary> List() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*" + Description).Order(StringComparer.Ordinal).Select(Describe)]
        : [];

    /// <summary>True when no vocabulary is installed.</summary>
    public bool IsEmpty => !Directory.Exists(folder) || !Directory.EnumerateFiles(folder, "*" + Description).Any();

    /// <summary>Changes when a vocabulary is installed, replaced or removed; empty without any.</summary>
    internal string Stamp
    {
        get
        {
            if (!Directory.Exists(folder))
            {
                return "";
            }

            var files = Directory.EnumerateFiles(folder, "*" + Terms).Order(StringComparer.Ordinal)
                .Select(file => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)} {new FileInfo(file).Length} {File.GetLastWriteTimeUtc(file).Ticks}")).ToList();
            return files.Count == 0 ? "" : "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files))))[..StampDigits];
        }
    }

    /// <summary>Reads a vocabulary and installs it; one of the same name is replaced. Nothing changes when it cannot be read.</summary>
    /// <param name="kind">The vocabulary.</param>
    /// <param name="source">A file or an http(s) address; <c>.zst</c> and <c>.gz</c> are unpacked.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Stops a download.</param>
    /// <exception cref="TrialistException">It cannot be had, or is no such vocabulary.</exception>
    public async Task<InstalledVocabulary> AddAsync(VocabularyKind kind, string source, TimeProvider time, CancellationToken cancellation)
    {
        var (stream, file) = await VocabularySource.OpenAsync(source, cancellation);
        PackReading reading;
        await using (stream)
        {
            try
            {
                using var unpacked = VocabularySource.Unpacked(stream, source);
                reading = PackReader.Read(kind, unpacked);
            }
            catch (Exception e) when (e is not TrialistException && Damage.Of(e) is { } damage)
            {
                throw new TrialistException($"'{source}' cannot be read: {damage}.", e);
            }
        }

        var described = new InstalledVocabulary(kind, file, source, reading.Format, reading.Terms.DistinctBy(term => term.Name, StringComparer.Ordinal).Count(), reading.LeftOut, time.GetUtcNow());
        Directory.CreateDirectory(folder);
        Replace(PathOf(described, Terms), stream => Write(stream, reading.Terms));
        Replace(PathOf(described, Description), stream => JsonSerializer.Serialize(stream, described, Json));
        return described;
    }

    /// <summary>Removes a vocabulary by its name, or all of a kind; returns what was removed.</summary>
    public IReadOnlyList<InstalledVocabulary> Remove(string name)
    {
        var gone = List().Where(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(PackReader.Name(one.Kind), name, StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var one in gone)
        {
            File.Delete(PathOf(one, Description));
            File.Delete(PathOf(one, Terms));
        }

        return gone;
    }

    /// <summary>Reads the terms of all that is installed.</summary>
    /// <exception cref="TrialistException">One is damaged or of another version.</exception>
    public IEnumerable<IEnumerable<PackTerm>> ReadTerms() => List().Select(Read);

    private IReadOnlyList<PackTerm> Read(InstalledVocabulary one)
    {
        try
        {
            using var reader = new StreamReader(new DecompressionStream(File.OpenRead(PathOf(one, Terms)), leaveOpen: false), Encoding.UTF8);
            return [.. PackFile.Read(reader)];
        }
        catch (Exception e) when (e is ZstdException or IOException)
        {
            throw new TrialistException($"The installed vocabulary {one.Name} cannot be read: remove it with 'trialist vocabulary remove {one.Name}' and add it again.", e);
        }
    }

    private static InstalledVocabulary Describe(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<InstalledVocabulary>(File.ReadAllBytes(path), Json)!;
        }
        catch (JsonException e)
        {
            throw new TrialistException($"The description '{path}' of an installed vocabulary is damaged: delete it and add the vocabulary again.", e);
        }
    }

    private static void Write(Stream stream, IEnumerable<PackTerm> terms)
    {
        using var writer = new StreamWriter(new CompressionStream(stream, leaveOpen: true), new UTF8Encoding(false));
        PackFile.Write(writer, terms);
    }

    // Beside it first, so that a killed command leaves the old one whole.
    private static void Replace(string path, Action<Stream> write)
    {
        using (var stream = File.Create(path + ".new"))
        {
            write(stream);
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    private string PathOf(InstalledVocabulary one, string ending) => Path.Combine(folder, $"{PackReader.Name(one.Kind)}-{one.File}{ending}");
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trialist.Registry.Locals;

/// <summary>The local studies of a data folder, a file each under <c>local</c>. Imports, syncs and reindexing never touch them.</summary>
public sealed class LocalStudies
{
    /// <summary>The longest text that is kept, in characters; the longest of the registry has about 60,000.</summary>
    public const int LongestText = 1_000_000;

    /// <summary>Nobody keeps more drafts than this; a visitor of an open site cannot fill the disk.</summary>
    public const int Most = 1_000;

    private const int LongestTitle = 200;
    private const string Folder = "local";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string root;

    /// <summary>The local studies of a data folder, which may have none yet.</summary>
    public LocalStudies(string dataFolder) => root = Path.Combine(dataFolder, Folder);

    private sealed record Saved(string Title, DateTimeOffset SavedAt, string Text);

    /// <summary>Keeps a text under a title; one of the same name is replaced.</summary>
    /// <exception cref="TrialistException">The text is empty or too long, there are too many, or the folder cannot be written.</exception>
    public LocalStudy Save(string title, string text, DateTimeOffset now)
    {
        var id = LocalId.Of(title);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new TrialistException("There is no criteria text to save.");
        }

        if (text.Length > LongestText)
        {
            throw new TrialistException($"The text has {text.Length:N0} characters; the limit is {LongestText:N0}.");
        }

        var file = FileOf(id);
        if (!File.Exists(file) && Directory.Exists(root) && Directory.EnumerateFiles(root, "*.json").Count() >= Most)
        {
            throw new TrialistException($"There are {Most:N0} local studies already: remove one first.");
        }

        var trimmed = title.Trim();
        var study = new LocalStudy(id, trimmed.Length <= LongestTitle ? trimmed : trimmed[..LongestTitle], text, now);
        try
        {
            Directory.CreateDirectory(root);
            // Written beside and moved: a kill leaves the old text or the new one.
            File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(new Saved(study.Title, study.SavedAt, study.Text), Options));
            File.Move(file + ".new", file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrialistException($"The study cannot be saved: {e.Message}", e);
        }

        return study;
    }

    /// <summary>Finds a local study; null when there is none of this id.</summary>
    /// <exception cref="TrialistException">Its file is damaged.</exception>
    public LocalStudy? Find(LocalId id)
    {
        var file = FileOf(id);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            var saved = JsonSerializer.Deserialize<Saved>(File.ReadAllBytes(file), Options);
            return saved is { Title: not null, Text: not null } ? new LocalStudy(id, saved.Title, saved.Text, saved.SavedAt) : throw new JsonException("title or text is missing");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new TrialistException($"The file of {id} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>All local studies, by id.</summary>
    public IReadOnlyList<LocalStudy> All() =>
        Directory.Exists(root)
            ? [.. Directory.EnumerateFiles(root, "*.json").Order(StringComparer.Ordinal).Select(file => LocalId.TryParse($"LOCAL-{Path.GetFileNameWithoutExtension(file)}", out var id) ? Find(id) : null).OfType<LocalStudy>()]
            : [];

    /// <summary>Removes a local study; false when there was none.</summary>
    public bool Remove(LocalId id)
    {
        var file = FileOf(id);
        var there = File.Exists(file);
        File.Delete(file);
        return there;
    }

    private string FileOf(LocalId id) => id.Name.Length > 0 ? Path.Combine(root, $"{id.Name}.json") : throw new ArgumentException("The id is empty.", nameof(id));
}

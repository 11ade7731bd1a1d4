using System.Globalization;
using Trialist.Criteria.Corrections;

namespace Trialist.Registry.Readings;

/// <summary>The curators' files of a data folder, <c>overrides/NCT….json</c>. They are looked at anew whenever a reading is asked for, so that a saved file counts at once.</summary>
internal sealed class CorrectionFolder(string dataFolder)
{
    private const string Name = "overrides";

    private readonly string root = Path.Combine(dataFolder, Name);

    /// <summary>Changes when a file comes, goes or is saved; empty without files.</summary>
    public string Stamp
    {
        get
        {
            var stamp = new HashCode();
            var count = 0;
            foreach (var (id, file) in Files())
            {
                count++;
                stamp.Add(id.Number);
                stamp.Add(File.GetLastWriteTimeUtc(file));
            }

            return count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count} {stamp.ToHashCode()}");
        }
    }

    /// <summary>The studies that have a file.</summary>
    public IEnumerable<NctId> Studies => Files().Select(entry => entry.Id);

    /// <summary>The document with the corrections of the study's file, where there is one.</summary>
    public CriteriaDocument Correct(NctId id, CriteriaDocument document)
    {
        var file = Path.Combine(root, $"{id}.json");
        if (!File.Exists(file))
        {
            return document;
        }

        try
        {
            return new FileInfo(file).Length > CorrectionFile.LongestFile
                ? CriteriaCorrections.Refused(document, "The corrections cannot be used: the file is larger than a megabyte.")
                : CorrectionFile.Read(File.ReadAllBytes(file), id).Apply(document);
        }
        catch (Exception e) when (e is TrialistException or IOException or UnauthorizedAccessException)
        {
            // A wrong file must not keep anybody from the study; the document says what is wrong.
            return CriteriaCorrections.Refused(document, e.Message);
        }
    }

    private IEnumerable<(NctId Id, string File)> Files() =>
        Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "NCT*.json").Order(StringComparer.Ordinal).Select(file => NctId.TryParse(Path.GetFileNameWithoutExtension(file), out var id) ? (id, file) : default).Where(entry => entry.file is not null)
            : [];
}

using System.Text;
using System.Text.Json;
using Trialist.Fhir;
using Trialist.Notes;
using ZstdSharp;

namespace Trialist.Screening.Sources;

/// <summary>Reads persons from the files that commands name: FHIR bundles, NDJSON, tables and notes.</summary>
public static class PersonFiles
{
    /// <summary>Longest note in bytes.</summary>
    private const int MaxNote = 4 * 1024 * 1024;

    /// <summary>Largest file of one person in bytes; the largest Synthea bundles have some 30 MB.</summary>
    private const int MaxPerson = 256 * 1024 * 1024;

    /// <summary>The one person of a file, or of standard input where the path is <c>-</c>: a FHIR bundle if it is JSON, else a note.</summary>
    /// <exception cref="TrialistException">The file cannot be read, or holds nobody or several persons.</exception>
    public static Person ReadOne(string path, DateOnly asOf, Stream standardInput)
    {
        if (path == "-")
        {
            return ReadOne(standardInput, asOf);
        }

        if (Directory.Exists(path))
        {
            throw new TrialistException($"'{path}' is a folder; one person is read from a file.");
        }

        using var file = File.OpenRead(path);
        return ReadOne(file, asOf);
    }

    /// <summary>The one person of a stream: a FHIR bundle if it is JSON, else a note.</summary>
    public static Person ReadOne(Stream stream, DateOnly asOf)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > MaxPerson)
            {
                throw new TrialistException($"The record of the person is larger than {MaxPerson:N0} bytes.");
            }
        }

        var bytes = memory.ToArray();
        if (bytes.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            throw new TrialistException("The record of the person is empty: expected a FHIR R4 bundle or a note.");
        }

        if (IsJsonList(bytes))
        {
            throw new TrialistException("The record of the person is a list in JSON: expected a FHIR R4 bundle or a note.");
        }

        return IsJson(bytes) ? FhirReader.Default.ReadPerson(bytes).Person : NoteReader.Default.Read(Text(bytes), asOf).Person;
    }

    /// <summary>The persons of files and folders, one by one: <c>.json</c>, <c>.ndjson</c> and <c>.csv</c>, also with <c>.zst</c>, and <c>.txt</c> notes.</summary>
    public static IEnumerable<Person> ReadMany(IEnumerable<string> paths, DateOnly asOf)
    {
        foreach (var path in paths)
        {
            var files = Directory.Exists(path) ? Directory.EnumerateFiles(path).Where(IsKnown).Order(StringComparer.Ordinal) : (IEnumerable<string>)[path];
            foreach (var file in files)
            {
                foreach (var person in ReadFile(file, asOf))
                {
                    yield return person.Id is null ? person with { Id = Path.GetFileNameWithoutExtension(file) } : person;
                }
            }
        }
    }

    /// <summary>The persons of a stream, one by one; the end of the name says what it holds, as for files.</summary>
    /// <param name="raw">The bytes; read as the persons are taken, never written anywhere.</param>
    /// <param name="name">The name of the file, such as <c>cohort.csv</c>.</param>
    /// <param name="asOf">The day from which a note's ages and dates count.</param>
    /// <exception cref="TrialistException">The name ends otherwise, or the content cannot be read, while enumerating.</exception>
    public static IEnumerable<Person> ReadMany(Stream raw, string name, DateOnly asOf)
    {
        var packed = name.EndsWith(".zst", StringComparison.OrdinalIgnoreCase);
        using Stream stream = packed ? new DecompressionStream(raw) : raw;
        switch (Path.GetExtension(packed ? name[..^4] : name).ToLowerInvariant())
        {
            case ".json" or ".ndjson" or ".jsonl":
                foreach (var reading in FhirReader.Default.ReadPersons(stream))
                {
                    yield return reading.Person;
                }

                break;
            case ".csv":
                using (var text = new StreamReader(stream, Encoding.UTF8))
                {
                    foreach (var person in CohortCsv.Read(text))
                    {
                        yield return person;
                    }
                }

                break;
            case ".txt":
                yield return ReadOne(stream, asOf);
                break;
            default:
                throw new TrialistException($"'{name}' is no file of persons: expected .json, .ndjson, .csv (also with .zst) or .txt.");
        }
    }

    private static IEnumerable<Person> ReadFile(string path, DateOnly asOf)
    {
        using var raw = File.OpenRead(path);
        foreach (var person in ReadMany(raw, path, asOf))
        {
            yield return person;
        }
    }

    private static bool IsKnown(string path)
    {
        var name = path.EndsWith(".zst", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path;
        return Path.GetExtension(name).ToLowerInvariant() is ".json" or ".ndjson" or ".jsonl" or ".csv" or ".txt";
    }

    private static bool IsJson(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        var first = start.TrimStart(" \t\r\n"u8);
        return first.Length > 0 && first[0] == (byte)'{';
    }

    // A note may begin with a bracket, too; a list in JSON is one to its end.
    private static bool IsJsonList(byte[] bytes)
    {
        if (bytes.AsSpan().TrimStart(" \t\r\n"u8) is not [(byte)'[', ..] || bytes.Length > MaxNote)
        {
            return false;
        }

        try
        {
            using var list = JsonDocument.Parse(bytes);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // A note without a date is taken as written on the day of the match.
    private static string Text(byte[] bytes) => bytes.Length <= MaxNote
        ? Encoding.UTF8.GetString(bytes)
        : throw new TrialistException($"The note has {bytes.Length:N0} bytes; the limit is {MaxNote:N0}.");
}

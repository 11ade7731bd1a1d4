using System.Text.Json;
using Trialist.Registry;
using ZstdSharp;

namespace Trialist.Evaluation.Retrieval;

/// <summary>A folder with studies, patients as free text and, where known, who fits what: <c>corpus.ndjson[.zst]</c>, <c>topics.ndjson</c>, <c>qrels.tsv</c>.</summary>
public sealed class RetrievalCollection
{
    private readonly string folder;

    private RetrievalCollection(string folder, IReadOnlyList<RetrievalTopic> topics)
    {
        this.folder = folder;
        Topics = topics;
    }

    /// <summary>The patients.</summary>
    public IReadOnlyList<RetrievalTopic> Topics { get; }

    /// <summary>Opens a folder and reads its patients.</summary>
    /// <exception cref="TrialistException">The folder does not hold a collection.</exception>
    public static RetrievalCollection Open(string folder)
    {
        var topics = Path.Combine(folder, "topics.ndjson");
        if (!File.Exists(topics))
        {
            throw new TrialistException($"The folder '{folder}' has no topics.ndjson: expected a collection of topics.ndjson, corpus.ndjson.zst and, if known, qrels.tsv.");
        }

        return new RetrievalCollection(folder, [.. Lines(topics).Select(ReadTopic)]);
    }

    /// <summary>Reads the studies, one after another.</summary>
    /// <exception cref="TrialistException">There is no corpus.</exception>
    public IEnumerable<Study> Studies()
    {
        var name = new[] { "corpus.ndjson.zst", "corpus.ndjson" }.FirstOrDefault(file => File.Exists(Path.Combine(folder, file)))
            ?? throw new TrialistException($"The folder '{folder}' has no corpus.ndjson or corpus.ndjson.zst.");
        foreach (var line in Lines(Path.Combine(folder, name)))
        {
            if (StudyReader.TryRead(System.Text.Encoding.UTF8.GetBytes(line), out var study, out _))
            {
                yield return study;
            }
        }
    }

    /// <summary>What experts judged, by topic and study: 0 not relevant, 1 the patient is excluded, 2 eligible. Null when the folder has no judgements. Call it only once a run is written.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>? ReadJudgements() => ReadJudgements("qrels.tsv");

    /// <summary>Those of the judgements whose study has a criteria text, as the collection lists them: <c>qrels-with-criteria.tsv</c>. Null when it does not.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>? ReadJudgementsWithCriteria() => ReadJudgements("qrels-with-criteria.tsv");

    private Dictionary<string, IReadOnlyDictionary<string, int>>? ReadJudgements(string file)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            return null;
        }

        return Lines(path).Skip(1).Select(line => line.Split('\t'))
            .GroupBy(row => row[0], StringComparer.Ordinal)
            .ToDictionary(topic => topic.Key, IReadOnlyDictionary<string, int> (topic) => topic.ToDictionary(row => row[1], row => int.Parse(row[2]), StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static RetrievalTopic ReadTopic(string line)
    {
        using var json = JsonDocument.Parse(line);
        return new RetrievalTopic(json.RootElement.GetProperty("_id").GetString()!, json.RootElement.GetProperty("text").GetString()!);
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var raw = File.OpenRead(path);
        using Stream stream = path.EndsWith(".zst", StringComparison.Ordinal) ? new DecompressionStream(raw) : raw;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }
}

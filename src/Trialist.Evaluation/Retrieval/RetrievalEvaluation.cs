using Lucene.Net.Store;
using Trialist.Search;

namespace Trialist.Evaluation.Retrieval;

/// <summary>Ranks the patients of a collection against its studies, writes the run, and only then looks at the judgements.</summary>
public static class RetrievalEvaluation
{
    /// <summary>Runs the evaluation.</summary>
    /// <param name="folder">The collection.</param>
    /// <param name="runPath">Where the run file goes; null for none.</param>
    /// <param name="cancellation">Stops between topics.</param>
    /// <returns>Figures of this product and of the baseline, in this order; empty when the folder has no judgements.</returns>
    public static (IReadOnlyList<RetrievalFigures> Figures, int Studies, int Topics) Run(string folder, string? runPath, CancellationToken cancellation)
    {
        var collection = RetrievalCollection.Open(folder);
        var (run, studies) = Rank(collection, cancellation);
        if (runPath is not null)
        {
            run.Write(runPath);
        }

        var judgements = collection.ReadJudgements();
        return (judgements is null ? [] : [RetrievalFigures.Of(run, judgements), RetrievalFigures.Of(FtsBaseline.Rank(collection.Studies(), collection.Topics), judgements)], studies, collection.Topics.Count);
    }

    /// <summary>Ranks the patients of a collection with this product's index.</summary>
    public static (RetrievalRun Run, int Studies) Rank(RetrievalCollection collection, CancellationToken cancellation)
    {
        using var directory = new RAMDirectory();
        using var writer = new StudyIndexWriter(directory);
        foreach (var study in collection.Studies())
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Put(study);
        }

        writer.Commit(new Dictionary<string, string>());
        using var index = StudyIndex.Open(directory);
        var rankings = new Dictionary<string, IReadOnlyList<(string, double)>>(StringComparer.Ordinal);
        foreach (var topic in collection.Topics)
        {
            cancellation.ThrowIfCancellationRequested();
            rankings[topic.Id] = [.. index.RankForPatient(topic.Text, RetrievalRun.Depth).Select(ranked => (ranked.NctId.ToString(), ranked.Score))];
        }

        return (new RetrievalRun("trialist", rankings), index.Count);
    }
}

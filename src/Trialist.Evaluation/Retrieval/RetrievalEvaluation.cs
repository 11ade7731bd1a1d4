using Lucene.Net.Store;
using Trialist.Screening;
using Trialist.Screening.Ranking;
using Trialist.Search;

namespace Trialist.Evaluation.Retrieval;

/// <summary>Ranks the patients of a collection against its studies, writes the run, and only then looks at the judgements.</summary>
public static class RetrievalEvaluation
{
    // The notes bear no dates: any day gives the same.
    private static readonly DateOnly AsOf = new(2026, 11, 23);

    /// <summary>Runs the evaluation.</summary>
    /// <param name="folder">The collection.</param>
    /// <param name="runPath">Where the run file goes; null for none.</param>
    /// <param name="cancellation">Stops between topics.</param>
    /// <returns>Figures of this product and of the baseline, in this order; empty when the folder has no judgements.</returns>
    public static (IReadOnlyList<RetrievalFigures> Figures, int Studies, int Topics) Run(string folder, string? runPath, CancellationToken cancellation)
    {
        var collection = RetrievalCollection.Open(folder);
        var studies = collection.Studies().ToList();
        var run = Rank(collection, studies, cancellation);
        if (runPath is not null)
        {
            run.Write(runPath);
        }

        if (collection.ReadJudgements() is not { } judgements)
        {
            return ([], studies.Count, collection.Topics.Count);
        }

        var withCriteria = collection.ReadJudgementsWithCriteria() ?? WithCriteria(judgements, studies);
        var baseline = FtsBaseline.Rank(studies, collection.Topics);
        return ([RetrievalFigures.Of(run, judgements, withCriteria), RetrievalFigures.Of(baseline, judgements, withCriteria)], studies.Count, collection.Topics.Count);
    }

    private static Dictionary<string, IReadOnlyDictionary<string, int>> WithCriteria(IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> judgements, List<Study> studies)
    {
        var found = studies.Where(study => !string.IsNullOrWhiteSpace(study.Eligibility.Text)).Select(study => study.NctId.ToString()).ToHashSet(StringComparer.Ordinal);
        return judgements.ToDictionary(topic => topic.Key, IReadOnlyDictionary<string, int> (topic) => topic.Value.Where(judged => found.Contains(judged.Key)).ToDictionary(), StringComparer.Ordinal);
    }

    /// <summary>Ranks the patients of a collection with this product: its index, its reading of the notes and its matcher.</summary>
    public static RetrievalRun Rank(RetrievalCollection collection, IReadOnlyList<Study> studies, CancellationToken cancellation)
    {
        using var directory = new RAMDirectory();
        using var writer = new StudyIndexWriter(directory);
        foreach (var study in studies)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Put(study);
        }

        writer.Commit(new Dictionary<string, string>());
        using var index = StudyIndex.Open(directory);
        var ranker = new NoteRanker(index, studies.AsParallel().AsOrdered().WithCancellation(cancellation).Select(ReadStudy.Of).ToList());
        var rankings = new Dictionary<string, IReadOnlyList<(string, double)>>(StringComparer.Ordinal);
        foreach (var topic in collection.Topics)
        {
            cancellation.ThrowIfCancellationRequested();
            rankings[topic.Id] = [.. ranker.Rank(topic.Text, AsOf, RetrievalRun.Depth).Select(ranked => (ranked.Study.ToString(), ranked.Score))];
        }

        return new RetrievalRun("trialist", rankings);
    }
}

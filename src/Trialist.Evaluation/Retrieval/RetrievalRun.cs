using System.Globalization;

namespace Trialist.Evaluation.Retrieval;

/// <summary>A ranking of studies for every topic.</summary>
/// <param name="Tag">Name of the system that made it.</param>
/// <param name="Rankings">By topic, best study first.</param>
public sealed record RetrievalRun(string Tag, IReadOnlyDictionary<string, IReadOnlyList<(string Study, double Score)>> Rankings)
{
    /// <summary>Studies ranked for a topic, at most.</summary>
    public const int Depth = 2_000;

    /// <summary>Writes the run in TREC's form: topic Q0 study rank score tag.</summary>
    public void Write(string path)
    {
        using var writer = new StreamWriter(path);
        foreach (var (topic, ranking) in Rankings)
        {
            for (var i = 0; i < ranking.Count; i++)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{topic} Q0 {ranking[i].Study} {i + 1} {ranking[i].Score:0.######} {Tag}"));
            }
        }
    }
}

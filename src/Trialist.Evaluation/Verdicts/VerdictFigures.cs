namespace Trialist.Evaluation.Verdicts;

/// <summary>How predicted labels meet the experts'.</summary>
internal sealed class VerdictFigures
{
    private readonly Dictionary<(string Gold, string Predicted), int> cells = [];

    /// <summary>Pairs with gold.</summary>
    public int Pairs { get; private set; }

    /// <summary>Pairs without gold.</summary>
    public int Unlabelled { get; private set; }

    /// <summary>Labels that the gold uses, known ones in their usual order first.</summary>
    public IReadOnlyList<string> Labels =>
        [.. ExpertLabels.All.Where(label => Count(label) > 0), .. cells.Keys.Select(cell => cell.Gold).Distinct().Where(label => !ExpertLabels.All.Contains(label)).Order(StringComparer.Ordinal)];

    /// <summary>Share of pairs that are labelled as the experts do.</summary>
    public double Accuracy => Pairs == 0 ? 0 : (double)Labels.Sum(label => Cell(label, label)) / Pairs;

    /// <summary>Mean over the gold's labels of the share of each that is found.</summary>
    public double BalancedAccuracy => Pairs == 0 ? 0 : Labels.Average(Recall);

    public void Add(string? gold, string predicted)
    {
        if (gold is null)
        {
            Unlabelled++;
            return;
        }

        Pairs++;
        cells[(gold, predicted)] = Cell(gold, predicted) + 1;
    }

    public int Cell(string gold, string predicted) => cells.GetValueOrDefault((gold, predicted));

    public int Count(string gold) => cells.Where(cell => cell.Key.Gold == gold).Sum(cell => cell.Value);

    public double Recall(string gold) => (double)Cell(gold, gold) / Count(gold);
}

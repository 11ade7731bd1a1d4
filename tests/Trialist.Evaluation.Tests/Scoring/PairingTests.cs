using CsCheck;

namespace Trialist.Evaluation.Scoring;

public sealed class PairingTests
{
    [Fact]
    public void Pairing_IsTheLargest_NotTheGreedy() =>
        // Greedy would give 1 to the first and leave the second alone.
        Assert.Equal([1, 0], Pairing.Of(new[] { 5, 1 }, [1, 5], (g, p) => g == 5 || p == 1));

    [Fact]
    public void Pairing_UsesEachPredictionOnce() =>
        Gen.Select(Gen.Int[0, 4].List[0, 8], Gen.Int[0, 4].List[0, 8]).Sample((gold, predicted) =>
        {
            var pairs = Pairing.Of(gold, predicted, (g, p) => g == p);
            var used = pairs.Where(j => j >= 0).ToList();
            return used.Distinct().Count() == used.Count
                && used.Count == gold.Distinct().Sum(value => Math.Min(gold.Count(g => g == value), predicted.Count(p => p == value)));
        }, iter: 300);
}

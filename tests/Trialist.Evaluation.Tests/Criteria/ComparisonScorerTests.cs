namespace Trialist.Evaluation.Criteria;

public sealed class ComparisonScorerTests
{
    private static readonly GoldComparison Age = new(new TextSpan(10, 20), [18m, 65m]) { IsAge = true, Operator = "BETWEEN" };
    private static readonly GoldComparison Stage = new(new TextSpan(30, 40), []);

    [Fact]
    public void Range_IsOneComparison_FoundByEitherNumber()
    {
        var (score, missed, invented) = ComparisonScorer.Found([Age], [Predicted(12, 30, min: 18)]);

        Assert.Equal((1, 1, 1), (score.Found, score.Predicted, score.Gold));
        Assert.Empty(missed);
        Assert.Empty(invented);
    }

    [Fact]
    public void SecondPredictionOnTheSameWords_IsInvented()
    {
        var (score, _, invented) = ComparisonScorer.Found([Age], [Predicted(12, 20, min: 18), Predicted(12, 20, max: 65)]);

        Assert.Equal((1, 2, 1), (score.Found, score.Predicted, score.Gold));
        Assert.Single(invented);
    }

    [Fact]
    public void PredictionOnAValueThatIsNoNumber_IsNeitherFoundNorInvented()
    {
        var (score, _, _) = ComparisonScorer.Found([Stage], [Predicted(30, 35, min: 3)]);

        Assert.Equal((0, 0, 0), (score.Found, score.Predicted, score.Gold));
    }

    [Theory]
    [InlineData(11, 20, 19)]
    [InlineData(20, 30, 18)]
    public void OtherNumberOrOtherPlace_IsNotFound(int start, int end, int min) =>
        Assert.Equal(0, ComparisonScorer.Found([Age], [Predicted(start, end, min)]).Score.Found);

    private static PredictedComparison Predicted(int start, int end, decimal? min = null, decimal? max = null) =>
        new(LeafType.Age, "age", new Bounds(min is { } low ? new Bound(low, true) : null, max is { } high ? new Bound(high, true) : null, "a"), new TextSpan(start, end));
}

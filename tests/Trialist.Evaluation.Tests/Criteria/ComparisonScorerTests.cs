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
    public void SidesPredictedApart_OfARangeMarkedAsOne_AreOne()
    {
        var (score, _, invented) = ComparisonScorer.Whole([Age], [Predicted(12, 15, min: 18), Predicted(15, 20, max: 65)]);

        Assert.Equal((1, 1, 1), (score.Found, score.Predicted, score.Gold));
        Assert.Empty(invented);
    }

    [Fact]
    public void PredictionOnAValueThatIsNoNumber_IsNeitherFoundNorInvented()
    {
        var (score, _, _) = ComparisonScorer.Found([Stage], [Predicted(30, 35, min: 3)]);

        Assert.Equal((0, 0, 0), (score.Found, score.Predicted, score.Gold));
    }

    [Fact]
    public void MarkedValueThatIsNotAskedFor_ExcusesOnlyItsOwnNumber()
    {
        var survival = new GoldComparison(new TextSpan(50, 60), [3m]) { IsAsked = false };

        Assert.Equal((0, 0, 0), Counts(ComparisonScorer.Found([survival], [Predicted(50, 55, min: 3)]).Score));
        Assert.Equal((0, 1, 0), Counts(ComparisonScorer.Found([survival], [Predicted(50, 55, min: 6)]).Score));
    }

    [Theory]
    // A unit marked twice, in printed order; a power of ten marked as a value; an abbreviation of the variable.
    [InlineData("GTEQ", "beats|min|minute", "HR", "heart rate", "/min", true)]
    [InlineData("GTEQ", "g|L", "Hb", "hemoglobin", "g/L", true)]
    [InlineData("GTEQ", "g|L", "Hb", "hemoglobin", "g/dL", false)]
    [InlineData("GTEQ", "mm", "PD", "probing depth", "mm", true)]
    [InlineData("GTEQ", "mm", "PD", "attachment level", "mm", false)]
    // A unit named in words and again in letters, with a negative power, as the variable itself; names in capitals.
    [InlineData("GTEQ", "milliliters|minute|ml|min", "CrCl", "creatinine.clearance", "mL/min", true)]
    [InlineData("GTEQ", "kg|m-2", "BMI", "bmi", "kg/m2", true)]
    [InlineData("GTEQ", "", "kPa", "liver.stiffness", "kPa", true)]
    [InlineData("GTEQ", "", "ASI-3", "anxiety sensitivity index", "", true)]
    [InlineData("GTEQ", "", "CAL", "attachment.level", "", true)]
    // The side and whether it includes its end.
    [InlineData("GT", "mm", "PD", "probing depth", "mm", false)]
    [InlineData("LTEQ", "mm", "PD", "probing depth", "mm", false)]
    public void Whole_NeedsSideUnitAndVariable(string op, string units, string variable, string name, string unit, bool whole)
    {
        var gold = new GoldComparison(new TextSpan(0, 5), [7m]) { Operator = op, Units = units.Length == 0 ? [] : units.Split('|').ToValueList(), Variables = [variable] };
        var predicted = new PredictedComparison(LeafType.Measurement, name, new Bounds(new Bound(7, true), null, unit.Length == 0 ? null : unit), new TextSpan(0, 5));

        Assert.Equal(whole ? 1 : 0, ComparisonScorer.Whole([gold], [predicted]).Score.Found);
    }

    [Theory]
    [InlineData(11, 20, 19)]
    [InlineData(20, 30, 18)]
    public void OtherNumberOrOtherPlace_IsNotFound(int start, int end, int min) =>
        Assert.Equal(0, ComparisonScorer.Found([Age], [Predicted(start, end, min)]).Score.Found);

    private static (int, int, int) Counts(Scoring.Score score) => (score.Found, score.Predicted, score.Gold);

    private static PredictedComparison Predicted(int start, int end, decimal? min = null, decimal? max = null) =>
        new(LeafType.Age, "age", new Bounds(min is { } low ? new Bound(low, true) : null, max is { } high ? new Bound(high, true) : null, "a"), new TextSpan(start, end));
}

using Trialist.Search.Expressions;
using Trialist.Search.Pieces;
using Trialist.Search.Tests.Expressions;

namespace Trialist.Search.Tests.Statistics;

public sealed class FilteredStatisticsTests
{
    // Each study in a segment of its own: words stand at other places in each.
    private static readonly RecordIndex Index = new(SampleRecords.All, commitEach: true);

    [Theory]
    [InlineData("heart disease")]
    [InlineData("\"heart disease\"")]
    [InlineData("NOT \"breast cancer\"")]
    [InlineData("AREA[BriefTitle]EXPANSION[Term]heart disease")]
    [InlineData("AREA[Condition]covid-19")]
    [InlineData("AREA[LeadSponsorName]COVERAGE[StartsWith]\"Merck Sharp\"")]
    [InlineData("TILT[StartDate]cancer")]
    [InlineData("ALL")]
    public void StudiesCounted_AreThoseThatTheExpressionFinds(string expression)
    {
        var search = new ExpressionSearch { Queries = [new RankedExpression("BasicSearch", Expression.Parse(expression)!)], Limit = 1000 };
        var statistics = Index.Studies.Statistics([PieceTable.Find("Sex")!], search)[0];

        Assert.Equal(Index.Page(search).Total, statistics.Missing + statistics.Values.Sum(value => value.Studies));
    }
}

using CsCheck;
using Trialist.Search.Expressions;

namespace Trialist.Search.Tests.Expressions;

public sealed class HostileExpressionTests
{
    private static readonly RecordIndex Index = new(SampleRecords.All);
    private static readonly string[] Pieces =
        ["AREA[", "]", "SEARCH[Location]", "SEARCH[Finder]", "AREA[PersonAge]", "COVERAGE[FullMatch]", "EXPANSION[None]", "TILT[StartDate]", "RANGE[", "DISTANCE[", ",", "MIN", "MAX", "MISSING", "ALL", "AND", "OR", "NOT", "(", ")", "\"", "\\", " ",
         "Phase", "StartDate", "Location", "BasicSearch", "LocationGeoPoint", ":size", "heart", "cancer", "2022", "-1", "1e999", "NaN", "é", "\uD800", "\0", "covid-19"];

    [Fact]
    public void AnyText_IsRunOrRefused_NeverFails() => Gen.OneOf(Pieces).Array[0, 30].Select(string.Concat).Sample(text =>
    {
        try
        {
            if (Expression.Parse(text) is { } expression)
            {
                Index.Filter(expression);
            }
        }
        catch (ExpressionException refusal)
        {
            Assert.NotEmpty(refusal.Message);
        }
    }, iter: 5000, threads: 1);

    [Fact]
    public void AnyCharacters_AreReadOrRefused() => Gen.String.Sample(text =>
    {
        try
        {
            Expression.Parse(text);
        }
        catch (ExpressionException refusal)
        {
            Assert.NotEmpty(refusal.Message);
        }
    }, iter: 2000);

    [Fact]
    public void Words_LookedUpInTooManyFields_AreRefused_HoweverSmallTheIndex()
    {
        var wide = string.Join(" OR ", Enumerable.Repeat("EXPANSION[Lossy](patients study treatment disease)", 160));

        Assert.Contains("too broad", Assert.Throws<ExpressionException>(() => Index.Find(wide)).Message, StringComparison.Ordinal);
        Assert.Equal("", Index.Find($"AREA[BriefSummary]({wide})"));
    }

    [Fact]
    public void EveryPiece_CanBeSearched_AndAskedWhetherItIsMissing()
    {
        foreach (var piece in Trialist.Search.Pieces.PieceTable.All)
        {
            var given = Index.Filter(Expression.Parse($"NOT AREA[{piece.Name}]MISSING")!);
            var missing = Index.Filter(Expression.Parse($"AREA[{piece.Path}]MISSING")!);

            Assert.Equal(4, given.Count + missing.Count);
        }
    }
}

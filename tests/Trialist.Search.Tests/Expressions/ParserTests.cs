using Trialist.Search.Expressions;

namespace Trialist.Search.Tests.Expressions;

public sealed class ParserTests
{
    [Theory]
    [InlineData("heart attack", "heart attack")]
    [InlineData("heart AND attack", "(and heart attack)")]
    [InlineData("youth OR teen", "(or youth teen)")]
    [InlineData("a OR b AND c", "(or a (and b c))")]
    [InlineData("(a OR b) AND c", "(and (or a b) c)")]
    [InlineData("a AND NOT b", "(and a (not b))")]
    [InlineData("pain NOT cancer", "(and pain (not cancer))")] // side by side is AND
    [InlineData("NOT NOT a", "(not (not a))")]
    [InlineData("\"back pain\"", "'back pain'")]
    [InlineData("\"back pain\" chronic", "(and 'back pain' chronic)")]
    [InlineData("\"say \\\"no\\\"\"", "'say \"no\"'")]
    [InlineData("\\MISSING", "MISSING")]
    [InlineData("\\\"sleep deprivation\\\"", "\"sleep deprivation\"")]
    [InlineData("MISSING", "(missing)")]
    [InlineData("ALL", "(all)")]
    [InlineData("and or not", "and or not")] // operators are in capitals
    [InlineData("AREA[InterventionName]aspirin", "(area InterventionName aspirin)")]
    [InlineData("AREA[LocationCountry]United States AND x", "(and (area LocationCountry United States) x)")]
    [InlineData("AREA[LocationCity] Bethesda", "(area LocationCity Bethesda)")] // the registry's help has a space there
    [InlineData("AREA[Phase:size]2", "(area Phase:size 2)")]
    [InlineData("AREA[Sex]ALL", "(area Sex (all))")] // the trap: the operator
    [InlineData("AREA[Sex]\"ALL\"", "(area Sex 'ALL')")]
    [InlineData("AREA [Phase]", "AREA [Phase]")] // no space before the bracket: these are words
    [InlineData("RANGE[21 years,MAX]", "(range 21 years..)")]
    [InlineData("RANGE[MIN, 2025-03-31]", "(range ..2025-03-31)")]
    [InlineData("AREA[LocationGeoPoint]DISTANCE[42.36,-71.06,50km]", "(area LocationGeoPoint (near 42.36 -71.06 50))")]
    [InlineData("EXPANSION[Concept] NOT (exhaustion OR sleep deprivation)", "(expanded Concept (not (or exhaustion sleep deprivation)))")]
    [InlineData("COVER[FullMatch]pain", "(covering FullMatch pain)")]
    [InlineData("NOT AREA[Phase]COVERAGE[FullMatch]a", "(not (area Phase (covering FullMatch a)))")]
    [InlineData("TILT[StudyFirstPostDate]\"heart attack\"", "(tilt StudyFirstPostDate 'heart attack')")]
    [InlineData("heart AND SEARCH[Location](AREA[LocationCity]Portland AND AREA[LocationState]Maine)", "(and heart (scope Location (and (area LocationCity Portland) (area LocationState Maine))))")]
    public void Expression_IsReadAs(string text, string tree) => Assert.Equal(tree, ExpressionTree.Of(Expression.Parse(text)!));

    [Theory]
    [InlineData("a AND", "column 6: expected a term after AND")]
    [InlineData("diabetes AND OR x", "column 14: expected a term after AND")]
    [InlineData("OR a", "column 1: expected a term at the beginning")]
    [InlineData("a OR", "column 5: expected a term after OR")]
    [InlineData("NOT", "column 4: expected a term after NOT")]
    [InlineData("()", "column 2: expected a term after (")]
    [InlineData("(a", "column 1: ( is never closed")]
    [InlineData("a)", "column 2: ) closes nothing")]
    [InlineData("\"a", "column 1: the quotation mark is never closed")]
    [InlineData("AREA[Phase", "column 1: expected ] to close AREA[")]
    [InlineData("AREA[]a", "column 1: expected a name in AREA[]")]
    [InlineData("AREA[Phase]", "column 12: expected a term after AREA[Phase]")]
    [InlineData("COVERAGE[FullMatc]a", "column 1: Invalid coverage: FullMatc; expected Contains, StartsWith, EndsWith, FullMatch")]
    [InlineData("EXPANSION[none]a", "column 1: Invalid expansion: none; expected None, Term, Concept, Relaxation, Lossy")]
    [InlineData("SEARCH[Site]a", "column 1: Invalid search: Site; expected Study, Location, Finder")]
    [InlineData("RANGE[1]", "column 1: RANGE needs two values, as in RANGE[2020-01-01, MAX]")]
    [InlineData("x DISTANCE[1,2]", "column 3: DISTANCE needs latitude, longitude and radius, as in DISTANCE[42.36, -71.06, 50mi]")]
    [InlineData("DISTANCE[91,2,5mi]", "column 1: DISTANCE needs latitude, longitude and radius, as in DISTANCE[42.36, -71.06, 50mi]")]
    public void WrongExpression_IsRefusedWithItsPlace(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ExpressionException>(() => Expression.Parse(text)).Message);

    [Theory]
    [InlineData("a AND", 6, "expected a term after AND")]
    [InlineData("asthma COVERAGE[FullMatc]a", 8, "Invalid coverage: FullMatc; expected Contains, StartsWith, EndsWith, FullMatch")]
    public void Refusal_HasItsPlaceAsANumber_AndItsSentenceWithout(string text, int column, string sentence)
    {
        var refusal = Assert.Throws<ExpressionException>(() => Expression.Parse(text));

        Assert.Equal((column, sentence), (refusal.Column, refusal.Sentence));
        Assert.Equal($"column {column}: {sentence}", refusal.Of("query").Message);
    }

    [Fact]
    public void Parts_AreAllThatIsWritten_EachBeforeWhatStandsInIt() => Assert.Equal(
        [1, 0, 13, 17, 22, 38, 0, 54, 58, 76, 91, 95], // 0 for AND and OR, which stand at no one place
        Expression.Parse("AREA[Phase](NOT b OR SEARCH[Location]EXPANSION[Term](c d COVERAGE[Contains]TILT[StartDate]ALL MISSING))")!.WithParts().Select(part => part.At.Number ?? 0));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t")]
    public void NoExpression_IsNone(string? text) => Assert.Null(Expression.Parse(text));

    [Fact]
    public void Expression_BeyondItsLimits_IsRefused()
    {
        string[] texts =
        [
            new('a', ExpressionLimits.Longest + 1),
            new string('(', ExpressionLimits.Deepest + 2) + "a",
            string.Concat(Enumerable.Repeat("NOT ", ExpressionLimits.Deepest + 2)) + "a",
            string.Join(" OR ", Enumerable.Repeat("a", ExpressionLimits.MostNodes + 1)),
            string.Join(' ', Enumerable.Repeat("a", ExpressionLimits.MostWords + 1)),
            '"' + string.Join(' ', Enumerable.Repeat("a", ExpressionLimits.MostWords + 1)) + '"',
        ];

        Assert.All(texts, text => Assert.Throws<ExpressionException>(() => Expression.Parse(text)));
    }
}

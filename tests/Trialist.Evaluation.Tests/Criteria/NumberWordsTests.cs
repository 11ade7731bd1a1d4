namespace Trialist.Evaluation.Criteria;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData("≥ 1,500/mm3", "1500")]
    [InlineData("18 to 65 years", "18 65")]
    [InlineData("between 18-75", "18 75")]
    [InlineData("<100x109/L", "100")]
    [InlineData("> 30 kg/m2", "30")]
    [InlineData("2.5 × ULN", "2.5")]
    [InlineData("7,5 mmol/L", "7.5")]
    [InlineData("stage IIIB", "")]
    [InlineData("", "")]
    public void In_FindsNumbersAndNotUnits(string words, string expected) =>
        Assert.Equal(expected, string.Join(' ', NumberWords.In(words)));

    [Theory]
    [InlineData("50,000", 50000.0)]
    [InlineData("27,5", 27.5)]
    [InlineData("two", 2.0)]
    [InlineData("III", 3.0)]
    [InlineData("-2.5", -2.5)]
    [InlineData("T2a", null)]
    public void Of_IsTheNumberThatTheValueNames(string words, double? expected) =>
        Assert.Equal((decimal?)expected, NumberWords.Of(words));
}

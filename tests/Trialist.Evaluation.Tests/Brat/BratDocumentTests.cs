namespace Trialist.Evaluation.Brat;

public sealed class BratDocumentTests
{
    // The second character is outside the basic plane: two UTF-16 units, one code point.
    private const string Text = "a😀 age over 18 years";
    private const string Annotations = "T1\tAge 3 6\tage\nT2\tEq-Value 12 14\t18\nT3\tEq-Comparison 7 20\tover 18 years\nT4\tCondition 0 1;3 6\ta age\n" +
        "E1\tEq-Comparison:T3 Value:T2 Value2:T9\nE2\tAge:T1 Numeric-Filter:E1\nR1\tHas_value Arg1:T1 Arg2:T2\nA1\tEq-Operator-Value T3 GT\n*\tOR T1 T2\nnonsense";

    [Fact]
    public void Span_CountsUtf16Units_WhereTheFileCountsCodePoints()
    {
        var document = BratDocument.Parse(Text, Annotations);

        Assert.Equal("age", document.Texts["T1"].Hull.Of(Text));
        Assert.Equal("over 18 years", document.Texts["T3"].Hull.Of(Text));
        Assert.Equal(2, document.Texts["T4"].Spans.Count);
    }

    [Fact]
    public void Event_HoldsItsNumberedArgumentsUnderOneRole()
    {
        var document = BratDocument.Parse(Text, Annotations);

        Assert.Equal(["T2", "T9"], document.Events["E1"].All("Value"));
        Assert.Equal("T1", document.Events["E2"].Trigger);
        Assert.Equal(new BratRelation("Has_value", "T1", "T2"), Assert.Single(document.Relations));
        Assert.Equal("GT", document.Attributes[("T3", "Eq-Operator-Value")]);
    }
}

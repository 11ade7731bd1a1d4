namespace Trialist.Evaluation.Criteria;

public sealed class LeafCorpusTests
{
    [Fact]
    public void ComparisonJoinedToAnother_IsOfTheSameVariable()
    {
        const string Text = "WBC below 3000 or above 8000";
        const string Marks = "E1\tObservation:T1 Name:T1 Numeric-Filter:E2\nE2\tEq-Comparison:T2 Value:T3\nE3\tEq-Comparison:T4 Value:T5\nT1\tObservation 0 3\tWBC\nT2\tEq-Comparison 4 14\tbelow 3000\nT3\tEq-Value 10 14\t3000\nT4\tEq-Comparison 18 28\tabove 8000\nT5\tEq-Value 24 28\t8000\nR1\tOr Arg1:E2 Arg2:E3";

        var comparisons = LeafCorpus.Comparisons(new AnnotatedDocument("leaf", "d", Text, Marks));

        Assert.Equal([(3000m, true), (8000m, true)], comparisons.Select(one => (one.Numbers.Single(), one.IsAsked)));
        Assert.All(comparisons, one => Assert.Equal(["WBC"], one.Variables.Distinct()));
    }

    [Fact]
    public void ComparisonThatSaysAnotherAgain_IsNotAskedFor()
    {
        const string Text = "Pain < 2 weeks (336 hours)";
        const string Marks = "E1\tObservation:T1 Numeric-Filter:E2\nE2\tEq-Comparison:T2 Value:T3\nE3\tEq-Comparison:T4 Value:T5\nT1\tObservation 0 4\tPain\nT2\tEq-Comparison 5 14\t< 2 weeks\nT3\tEq-Value 7 8\t2\nT4\tEq-Comparison 16 25\t336 hours\nT5\tEq-Value 16 19\t336\nR1\tEquivalent-To Arg1:E2 Arg2:E3";

        Assert.Equal([true, false], LeafCorpus.Comparisons(new AnnotatedDocument("leaf", "d", Text, Marks)).Select(one => one.IsAsked));
    }

    [Fact]
    public void MinusBesideAMarkedDigit_IsOfTheNumber()
    {
        const string Text = "Length ≤ -3 SD";
        const string Marks = "E1\tObservation:T1 Numeric-Filter:E2\nE2\tEq-Comparison:T2 Value:T3\nT1\tObservation 0 6\tLength\nT2\tEq-Comparison 7 14\t≤ -3 SD\nT3\tEq-Value 10 11\t3";

        Assert.Equal(-3, LeafCorpus.Comparisons(new AnnotatedDocument("leaf", "d", Text, Marks)).Single().Numbers.Single());
    }
}

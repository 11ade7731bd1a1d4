using CsCheck;
using Trialist.Search.Expressions;

namespace Trialist.Search.Tests.Expressions;

/// <summary>The index and a plain evaluator over the records find the same studies.</summary>
public sealed class AgreementTests
{
    private const int ExpressionsOfASet = 40;

    [Fact]
    public void Index_FindsWhatThePlainEvaluatorFinds()
    {
        var (all, telling) = (0, 0);
        Gen.Select(GeneratedRecords.All, GeneratedExpressions.All.Array[ExpressionsOfASet]).Sample((records, expressions) =>
        {
            using var index = new RecordIndex(records);
            var studies = records.Select(record => new NaiveStudy(record)).ToList();
            foreach (var expression in expressions)
            {
                var expected = studies.Where(study => NaiveEvaluator.Matches(study, expression)).Select(study => study.Id).Order().ToList();
                var found = index.Filter(expression).Order();
                Assert.True(expected.SequenceEqual(found), $"{expression}\nexpected {string.Join(' ', expected)}\nfound    {string.Join(' ', found)}\n{string.Join('\n', records)}");
                all++;
                telling += expected.Count > 0 && expected.Count < studies.Count ? 1 : 0;
            }
        }, iter: 25, threads: 1);

        // Most expressions find some studies and not all, or this would prove little.
        Assert.InRange(telling, all / 2, all);
    }

    [Fact]
    public void Expression_Printed_IsReadAsItself() => GeneratedExpressions.All.Sample(expression =>
    {
        var text = expression.ToString();
        Assert.Equal(text, Expression.Parse(text)!.ToString());
    }, iter: 500);

    [Fact]
    public void Relations_OfTheLanguage_Hold() => Gen.Select(GeneratedRecords.All, GeneratedRecords.Text, Gen.OneOf("BriefTitle", "Condition", "ConditionSearch", "LocationFacility")).Sample((records, words, area) =>
    {
        using var index = new RecordIndex(records);
        HashSet<NctId> Find(string expression) => index.Filter(Expression.Parse(expression)!);

        // A phrase finds no more than its words; each expansion finds what the stricter one finds; so does each coverage.
        Assert.Subset(Find($"AREA[{area}]{words}"), Find($"AREA[{area}]\"{words}\""));
        foreach (var (strict, loose) in new[] { ("None", "Term"), ("Term", "Concept"), ("Concept", "Relaxation"), ("Relaxation", "Lossy") })
        {
            Assert.Subset(Find($"AREA[{area}]EXPANSION[{loose}]{words}"), Find($"AREA[{area}]EXPANSION[{strict}]{words}"));
        }

        foreach (var coverage in new[] { "StartsWith", "EndsWith" })
        {
            Assert.Subset(Find($"AREA[{area}]COVERAGE[Contains]{words}"), Find($"AREA[{area}]COVERAGE[{coverage}]{words}"));
            Assert.Subset(Find($"AREA[{area}]COVERAGE[{coverage}]{words}"), Find($"AREA[{area}]COVERAGE[FullMatch]{words}"));
        }

        // What is missing and what is not are all; a range finds nothing that is missing.
        var all = Find("ALL");
        var missing = Find("AREA[StartDate]MISSING");
        Assert.Equal(all.Order(), missing.Union(Find("NOT AREA[StartDate]MISSING")).Order());
        Assert.Empty(missing.Intersect(Find("AREA[StartDate]RANGE[MIN, MAX]")));
        Assert.Equal(all.Except(missing).Order(), Find("AREA[StartDate]RANGE[MIN, MAX]").Order());

        // A year is its months, and a value that is not given is no value.
        Assert.Equal(Find("AREA[StartDate]2022").Order(), Find("AREA[StartDate]RANGE[2022-01, 2022-12]").Order());
        Assert.Empty(Find("AREA[Phase]NA").Intersect(Find("AREA[Phase]MISSING")));

        // At one site is stricter than somewhere.
        Assert.Subset(Find("AREA[LocationCity]wug AND AREA[LocationState]toma"), Find("SEARCH[Location](AREA[LocationCity]wug AND AREA[LocationState]toma)"));
    }, iter: 25, threads: 1);
}

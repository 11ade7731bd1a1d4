using Trialist.Search.Expressions;

namespace Trialist.Search.Tests.Expressions;

public sealed class FinderScopeTests
{
    private static readonly RecordIndex Index = new(SampleRecords.All);

    [Theory]
    [InlineData("SEARCH[Finder]heart", "02 03")]
    [InlineData("SEARCH[Finder](heart zzyzx)", "02 03")] // no study holds both
    [InlineData("SEARCH[Finder](heart zzyzx qqxq)", "02 03")]
    [InlineData("SEARCH[Finder](zzyzx)", "")]
    [InlineData("SEARCH[Finder](heart AND AREA[Phase]\"NA\")", "03")]
    [InlineData("SEARCH[Finder](heart zzyzx AND AREA[Phase]\"NA\")", "03")] // conditions are not relaxed
    [InlineData("SEARCH[Finder](zzyzx OR AREA[Phase]\"NA\")", "03")] // more than words
    [InlineData("SEARCH[Finder](AREA[InterventionSearch]Keytruda)", "01 02")]
    [InlineData("SEARCH[Finder]EXPANSION[Term](AREA[InterventionSearch]Keytruda)", "01")]
    [InlineData("NOT SEARCH[Finder]heart", "01 04")]
    [InlineData("AREA[ConditionSearch]SEARCH[Finder]cancer AND AREA[Phase]PHASE2", "01")]
    [InlineData("SEARCH[Finder]NCT99000002", "02")]
    [InlineData("SEARCH[Finder](AREA[Phase]\"PHASE2\" OR AREA[Phase]\"NA\")", "01 03")]
    public void Words_AreFoundAsTheFinderFindsThem(string expression, string studies) => Assert.Equal(studies, Index.Find(expression));

    [Theory]
    [InlineData("AREA[PersonAge]18", "01 03")] // the last says nothing of age
    [InlineData("AREA[personage](18 OR 1)", "01 02 03")]
    [InlineData("NOT AREA[PersonAge]18", "02")]
    [InlineData("AREA[AgeGroup](\"CHILD\" AND NOT ADULT)", "02")]
    [InlineData("AREA[AgeGroup]Older Adult", "01")]
    [InlineData("AREA[ConditionBranch]neoplasms", "01")] // by what is known of the name
    public void Filters_HaveAreas(string expression, string studies)
    {
        Study Of(int number, string condition, string? from, string? until) =>
            Registry.Study(number, "A study", [condition]) with { Eligibility = new EligibilityRules { MinimumAge = from, MaximumAge = until } };
        using var registry = Registry.Of(Of(1, "Lung cancer", "18 Years", "75 Years"), Of(2, "Asthma", "6 Months", "17 Years"), Of(3, "Asthma", null, null));

        var page = registry.Index.Find(new ExpressionSearch { Filters = [new FilterExpression(Expression.Parse(expression)!)] });

        Assert.Equal(studies, string.Join(' ', page.Studies.Select(id => id.ToString()[^2..])));
    }

    [Theory]
    [InlineData("AREA[BriefTitle]SEARCH[Finder]heart", "SEARCH[Finder] looks into search areas, and `BriefTitle` is none")]
    [InlineData("SEARCH[Finder]EXPANSION[Lossy]heart", "SEARCH[Finder] takes EXPANSION[Term] only, for words without other names")]
    [InlineData("SEARCH[Location]SEARCH[Finder]heart", "SEARCH[Finder] cannot stand inside SEARCH[Location]")]
    [InlineData("SEARCH[Location]AREA[PersonAge]18", "`PersonAge` is no part of Location")]
    [InlineData("AREA[PersonAge]old", "'old' is not a value of `PersonAge`, which takes whole years from 0 to 120")]
    [InlineData("AREA[AgeGroup]teen", "Allowed values for `AgeGroup` are `CHILD`, `ADULT`, `OLDER_ADULT`")]
    [InlineData("AREA[ConditionBranch]Neoplasm", "'Neoplasm' is not a value of `ConditionBranch`: did you mean `Neoplasms`?")]
    [InlineData("AREA[PersonAge]RANGE[1, 2]", "`PersonAge` takes values, and AND, OR and NOT between them")]
    public void WhatTheFinderDoesNotDo_IsRefused(string expression, string message) =>
        Assert.Equal(message, Assert.Throws<ExpressionException>(() => Index.Find(expression)).Sentence);
}

using Trialist.Search.Expressions;

namespace Trialist.Search.Tests.Expressions;

public sealed class MatchTests
{
    private static readonly RecordIndex Index = new(SampleRecords.All);

    [Theory]
    // Words and phrases.
    [InlineData("breast cancer", "01 04")]
    [InlineData("\"breast cancer\"", "01")]
    [InlineData("AREA[BriefTitle]heart disease", "02 03")]
    [InlineData("AREA[BriefTitle]\"heart disease\"", "03")]
    [InlineData("EXPANSION[Term]heart disease", "03")]
    [InlineData("AREA[BriefTitle]EXPANSION[Lossy]heart registry", "02 03 04")]
    [InlineData("AREA[BriefTitle](heart AND NOT children)", "03")]
    [InlineData("heart OR breast", "01 02 03 04")]
    [InlineData("AREA[Condition]covid-19", "03 04")]
    [InlineData("AREA[Condition]covid19", "03 04")]
    [InlineData("AREA[Condition]Crohn disease", "03")]
    [InlineData("AREA[BriefTitle]EXPANSION[Term]tumors", "04")] // spelling and plural
    [InlineData("AREA[Condition]\"cancer of lung\"", "")]
    [InlineData("AREA[Condition]cancer of lung", "01")]
    // Exact words.
    [InlineData("AREA[InterventionName]pembrolizumab", "01 02")]
    [InlineData("AREA[InterventionName]EXPANSION[None]pembrolizumab", "02")]
    [InlineData("AREA[InterventionName]EXPANSION[None]Pembrolizumab", "01")]
    [InlineData("AREA[InterventionOtherName]EXPANSION[None]MK-3475", "01")]
    [InlineData("AREA[InterventionOtherName]EXPANSION[None](MK 3475)", "")] // signs between words as well
    [InlineData("AREA[InterventionOtherName]EXPANSION[Term](MK 3475)", "01")]
    [InlineData("AREA[LeadSponsorName]EXPANSION[None](Sharp   &  Dohme)", "01")] // several spaces are one
    [InlineData("AREA[LeadSponsorName]EXPANSION[None](Sharp Dohme)", "")]
    // Coverage.
    [InlineData("AREA[LeadSponsorName]Merck", "01 02")]
    [InlineData("AREA[LeadSponsorName]COVERAGE[FullMatch]Merck", "02")]
    [InlineData("AREA[LeadSponsorName]COVERAGE[StartsWith]\"Merck Sharp\"", "01")]
    [InlineData("AREA[LeadSponsorName]COVERAGE[EndsWith]LLC", "01")]
    [InlineData("AREA[Condition]COVERAGE[FullMatch]cancer", "04")]
    [InlineData("AREA[Condition]COVERAGE[EndsWith]cancer", "01 04")]
    // Values.
    [InlineData("AREA[Phase]PHASE2", "01")]
    [InlineData("AREA[Phase]Phase 2", "01")]
    [InlineData("AREA[Phase]NA", "03")]
    [InlineData("AREA[Phase]MISSING", "02 04")]
    [InlineData("AREA[Phase](PHASE2 OR NA)", "01 03")]
    [InlineData("AREA[OverallStatus]Not yet recruiting", "03")]
    [InlineData("AREA[Sex]ALL", "01 02 03 04")]
    [InlineData("AREA[Sex]\"ALL\"", "02")]
    [InlineData("AREA[HealthyVolunteers]true", "03")]
    [InlineData("AREA[HasResults]true", "01")]
    [InlineData("AREA[EnrollmentCount]5", "02")]
    [InlineData("AREA[FunderTypeSearch]NIH", "01")]
    [InlineData("AREA[NCTIdSearch]NCT99009999", "01")]
    // Dates, numbers, ages.
    [InlineData("AREA[StartDate]2022", "01 02")]
    [InlineData("AREA[StartDate]2022-05", "01")]
    [InlineData("AREA[StartDate]05/10/2022", "01")]
    [InlineData("AREA[StartDate]RANGE[2022-05-10, 2023]", "01 03")]
    [InlineData("AREA[StartDate]RANGE[2022-05-11, MAX]", "03")]
    [InlineData("AREA[StartDate]RANGE[MIN, MAX]", "01 02 03")]
    [InlineData("AREA[EnrollmentCount]RANGE[6, MAX]", "01")]
    [InlineData("AREA[EnrollmentCount]RANGE[MIN, 120]", "01 02")]
    [InlineData("AREA[MinimumAge]RANGE[1 year, MAX]", "01")]
    [InlineData("AREA[MinimumAge]RANGE[MIN, 6 months]", "02")]
    [InlineData("AREA[MinimumAge]RANGE[18y, MAX] AND AREA[MaximumAge]RANGE[MIN, 75y]", "01")]
    // Units as people write them.
    [InlineData("AREA[MinimumAge]RANGE[18yrs, 18 yr.] AND AREA[MaximumAge]RANGE[75 Yrs, MAX]", "01")]
    [InlineData("AREA[MinimumAge]RANGE[6 mo, 6 mos.]", "02")]
    [InlineData("AREA[MinimumAge]RANGE[26 wks, 27 wk]", "02")]
    [InlineData("AREA[MinimumAge]RANGE[182 d, 4400 hrs]", "02")]
    [InlineData("AREA[MinimumAge]RANGE[6mths, 300000 mins]", "02")]
    [InlineData("AREA[StudyFirstPostYear]2019", "02")]
    // Lists and what is computed.
    [InlineData("AREA[Phase:size]2", "01")]
    [InlineData("AREA[Condition:size]RANGE[2, MAX]", "01 03 04")]
    [InlineData("AREA[NumConditions]1", "02")]
    [InlineData("AREA[NumCollaboratorsPlusLead]2", "01")]
    [InlineData("AREA[NumLocations]RANGE[2, MAX]", "01 02")]
    [InlineData("AREA[NumUniqueLocationCountries]1", "01 02")]
    // Structures.
    [InlineData("AREA[Location]MISSING", "03 04")]
    [InlineData("AREA[ResultsSection]MISSING", "02 03 04")]
    [InlineData("AREA[DescriptionModule]MISSING", "01 02 03 04")] // an empty one holds nothing
    [InlineData("AREA[OversightModule]MISSING", "01 02 03 04")]
    [InlineData("AREA[ArmsInterventionsModule]EXPANSION[Term]Keytruda", "01")]
    [InlineData("AREA[ArmsInterventionsModule]Keytruda", "01 02")] // another name of it
    [InlineData("AREA[protocolSection.designModule.phases]PHASE3", "01")]
    // Results.
    [InlineData("AREA[SeriousEventTerm]neutropenia", "01")]
    [InlineData("AREA[SeriousEventStatsNumAffected]RANGE[7, 7]", "01")]
    // Places.
    [InlineData("AREA[LocationGeoPoint]DISTANCE[42.36, -71.06, 50mi]", "01")]
    [InlineData("AREA[LocationGeoPoint]DISTANCE[45.5, -122.7, 20km]", "02")]
    [InlineData("AREA[LocationCity]Portland AND AREA[LocationState]Maine", "01 02")]
    [InlineData("SEARCH[Location](AREA[LocationCity]Portland AND AREA[LocationState]Maine)", "01")]
    [InlineData("SEARCH[Location](AREA[LocationCity]Portland AND NOT AREA[LocationState]Maine)", "02")]
    [InlineData("SEARCH[Location](AREA[LocationCountry]United States AND AREA[LocationStatus]Recruiting)", "01 02")]
    [InlineData("SEARCH[Location](AREA[LocationCity]Portland AND AREA[LocationStatus]Recruiting)", "01")]
    [InlineData("SEARCH[Location](Portland Maine)", "01")] // all words at one site
    [InlineData("SEARCH[Location](AREA[LocationGeoPoint]MISSING)", "02")]
    [InlineData("SEARCH[Location](AREA[LocationFacility]MISSING AND AREA[LocationCity]Portland)", "02")]
    [InlineData("SEARCH[Location](AREA[LocationGeoPoint]DISTANCE[42.36, -71.06, 50mi] AND AREA[LocationStatus]RECRUITING)", "")]
    [InlineData("SEARCH[Location](AREA[LocationCountryCode]US AND AREA[LocationState]Oregon)", "02")]
    [InlineData("AREA[LocationCountryCode]EXPANSION[None]us", "")] // as written
    [InlineData("SEARCH[Location]ALL", "01 02")]
    [InlineData("NOT SEARCH[Location]ALL", "03 04")]
    [InlineData("SEARCH[Study](AREA[Phase]PHASE2)", "01")]
    // Everything and nothing.
    [InlineData("ALL", "01 02 03 04")]
    [InlineData("NOT ALL", "")]
    [InlineData("+++", "")]
    public void Expression_Finds(string expression, string studies) => Assert.Equal(studies, Index.Find(expression));

    [Theory]
    [InlineData("AREA[Nothing]x", "Unknown area name: `Nothing`")]
    [InlineData("AREA[Phase]PHASE9", "Allowed values for enum field `protocolSection.designModule.phases` are `NA`, `EARLY_PHASE1`, `PHASE1`, `PHASE2`, `PHASE3`, `PHASE4`")]
    [InlineData("AREA[StartDate]soon", "'soon' is not a value of `StartDate`, which holds dates such as 2024, 2024-05 or 2024-05-31")]
    [InlineData("AREA[EnrollmentCount]RANGE[few, MAX]", "'few' is not a value of `EnrollmentCount`, which holds numbers")]
    [InlineData("AREA[EnrollmentCount]NaN", "'NaN' is not a value of `EnrollmentCount`, which holds numbers")]
    [InlineData("AREA[EnrollmentCount]RANGE[-Infinity, MAX]", "'-Infinity' is not a value of `EnrollmentCount`, which holds numbers")]
    [InlineData("AREA[EnrollmentCount]RANGE[0, 1e999]", "'1e999' is not a value of `EnrollmentCount`, which holds numbers")]
    [InlineData("AREA[MinimumAge]RANGE[18 moons, MAX]", "'18 moons' is not a value of `MinimumAge`, which holds times such as 18 Years or 6 Months")]
    [InlineData("AREA[MinimumAge]RANGE[18 ys, MAX]", "'18 ys' is not a value of `MinimumAge`, which holds times such as 18 Years or 6 Months")]
    [InlineData("AREA[BriefTitle]RANGE[a, b]", "`BriefTitle` cannot be asked for a range: it holds text")]
    [InlineData("AREA[Phase]DISTANCE[1,1,1km]", "`Phase` cannot be asked for a distance: it holds one of `NA`, `EARLY_PHASE1`, `PHASE1`, `PHASE2`, `PHASE3`, `PHASE4`")]
    [InlineData("AREA[BriefTitle:size]2", "`BriefTitle` is no list and has no size")]
    [InlineData("AREA[Phase:size]two", "'two' is not the size of a list")]
    [InlineData("TILT[BriefTitle]x", "TILT needs dates or numbers, `BriefTitle` holds text")]
    [InlineData("SEARCH[Location](AREA[Phase]PHASE2)", "`Phase` is no part of Location")]
    [InlineData("COVERAGE[FullMatch]EXPANSION[Lossy]x", "EXPANSION[Lossy] cannot be combined with COVERAGE")]
    [InlineData("COVERAGE[FullMatch]EXPANSION[Relaxation]x", "COVERAGE[FullMatch] can be combined with EXPANSION None, Term or Concept only")]
    public void Expression_ThatAsksForWhatIsNotThere_IsRefused(string expression, string message) =>
        Assert.Equal(message, Assert.Throws<ExpressionException>(() => Index.Find(expression)).Sentence);

    [Theory]
    [InlineData("TILT[StartDate]AREA[BriefTitle]EXPANSION[Term]heart", "03 02")] // newer first
    [InlineData("AREA[BriefTitle]heart disease", "03 02")] // together before scattered
    public void Expression_RanksAs(string expression, string studies) => Assert.Equal(studies, Index.Ranked(expression));

    // In this order the records say less of a heart attack, and say it more loudly: in its own words deep in a text, by another name, in words that stand apart, in one of its words.
    [Theory]
    [InlineData("heart attack", "01 02 03")]
    [InlineData("EXPANSION[Concept]heart attack", "01 02")]
    [InlineData("EXPANSION[Term]heart attack", "01")]
    [InlineData("EXPANSION[Lossy]heart attack", "01 02 03 04")]
    [InlineData("(heart attack) AND AREA[StudyType]OBSERVATIONAL", "01 02 03")]
    [InlineData("AREA[StudyType]OBSERVATIONAL OR EXPANSION[Lossy]heart attack", "01 02 03 04")]
    [InlineData("NOT NOT AREA[BriefTitle]heart", "03 04")]
    public void Study_ThatMeetsATermBetter_StandsAboveAllThatMeetItLess(string expression, string studies)
    {
        string Record(string id, string title, string condition, string summary) =>
            $$"""{ "protocolSection": { "identificationModule": { "nctId": "NCT990000{{id}}", "briefTitle": "{{title}}", "officialTitle": "{{title}}" }, "conditionsModule": { "conditions": ["{{condition}}"], "keywords": ["{{condition}}"] }, "descriptionModule": { "briefSummary": "{{summary}}" }, "designModule": { "studyType": "OBSERVATIONAL" } } }""";
        using var index = new RecordIndex(
        [
            Record("01", "Long walks", "Walking", string.Join(' ', Enumerable.Repeat("People walk a long way every day", 50)) + " after a heart attack."),
            Record("02", "Myocardial Infarction", "Myocardial Infarction", "Myocardial infarction."),
            Record("03", "Attack of the heart, heart under attack", "Heart", "Attacks of the heart."),
            Record("04", "Heart, heart, heart", "Heart", "Heart."),
        ]);

        Assert.Equal(studies, index.Ranked(expression));
    }

    [Theory]
    [InlineData("EnrollmentCount", false, "02 01 03 04")]
    [InlineData("EnrollmentCount", true, "01 02 03 04")] // what has no value comes last either way
    [InlineData("StartDate", true, "03 01 02 04")]
    [InlineData("MinimumAge", false, "02 01 03 04")]
    public void Studies_AreSortedByAnyOrderedPiece(string piece, bool descending, string studies)
    {
        var page = Index.Page(new ExpressionSearch { Sort = [new SortKey(piece, descending)] });

        Assert.Equal(studies, string.Join(' ', page.Studies.Select(id => id.ToString()[^2..])));
    }

    [Fact]
    public void Pages_OneAfterAnother_HoldEveryStudyOnce()
    {
        foreach (var sort in new ValueList<SortKey>[] { [], [new SortKey("EnrollmentCount", true)], [new SortKey("StartDate", false), new SortKey("EnrollmentCount", true)], [new SortKey(null, true)] })
        {
            var found = new List<NctId>();
            var search = new ExpressionSearch { Queries = [new RankedExpression("BasicSearch", new Expression.All())], Sort = sort, Limit = 1 };
            for (PagePosition? next = null; found.Count < 10;)
            {
                var page = Index.Page(search with { After = next });
                found.AddRange(page.Studies);
                if (page.Next is null)
                {
                    break;
                }

                next = page.Next;
            }

            Assert.Equal(4, found.Count);
            Assert.Equal(4, found.Distinct().Count());
        }
    }
}

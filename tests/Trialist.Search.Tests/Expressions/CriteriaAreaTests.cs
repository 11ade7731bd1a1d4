using Trialist.Search.Eligibility;
using Trialist.Search.Expressions;
using Trialist.Search.Filters;

namespace Trialist.Search.Tests.Expressions;

public sealed class CriteriaAreaTests
{
    private static readonly RecordIndex Index = new(SampleRecords.All);

    private static readonly CriteriaTable Table = new(
    [
        Study(1, Upto("ecog", 1), new CriterionTerm(LeafType.Condition, "asthma", Wanted: false, Decides: true, null)),
        Study(2, Upto("ecog", 2), new CriterionTerm(LeafType.Condition, "asthma", Wanted: true, Decides: true, null)),
        Study(3, Upto("ecog", 2), new CriterionTerm(LeafType.Condition, "asthma", Wanted: false, Decides: false, null)),
        Study(4),
    ]);

    [Theory]
    [InlineData("AREA[CriteriaAllowed]ECOG 2", "02 03")]
    [InlineData("AREA[CriteriaAllowed]\"ECOG 2\"", "02 03")]
    [InlineData("AREA[criteriaexcluded]\"ECOG 2\"", "01")]
    [InlineData("AREA[CriteriaExcluded]prior asthma", "01")]
    [InlineData("AREA[CriteriaRequired]asthma", "02")]
    [InlineData("AREA[CriteriaUnknown]asthma", "03")]
    [InlineData("AREA[CriteriaMentioned]asthma", "01 02 03")]
    [InlineData("NOT AREA[CriteriaMentioned]asthma", "04")]
    [InlineData("AREA[CriteriaMentioned](NOT asthma)", "04")]
    [InlineData("AREA[CriteriaAllowed](\"ECOG 2\" AND asthma)", "02")]
    [InlineData("AREA[CriteriaAllowed](\"ECOG 1\" AND NOT asthma)", "01 03")]
    [InlineData("AREA[CriteriaExcluded](\"ECOG 2\" OR asthma)", "01")]
    [InlineData("AREA[BriefTitle]heart AND AREA[CriteriaAllowed]\"ECOG 2\"", "02 03")]
    [InlineData("AREA[BriefTitle]children AND NOT AREA[CriteriaExcluded]\"ECOG 2\"", "02")]
    public void Area_FindsStudies_WhoseCriteriaAnswerSo(string expression, string studies) => Assert.Equal(studies, Find(expression));

    [Theory]
    [InlineData("AREA[CriteriaAllowed]creatinine 2", "no unit")]
    [InlineData("AREA[CriteriaAllowed]\"ECOG 2 excluded\"", "the answer is said by the area")]
    [InlineData("AREA[CriteriaAllowed]\"ECOG 2; asthma\"", "one value or one name")]
    [InlineData("AREA[CriteriaAllowed]MISSING", "AND, OR and NOT between them")]
    [InlineData("AREA[CriteriaAllowed]RANGE[1, 2]", "AND, OR and NOT between them")]
    [InlineData("AREA[CriteriaAllowed]AREA[Phase]PHASE2", "AND, OR and NOT between them")]
    [InlineData("SEARCH[Location]AREA[CriteriaAllowed]asthma", "no part of Location")]
    [InlineData("AREA[CriteriaMentioned](a1 OR a2 OR a3 OR a4 OR a5 OR a6 OR a7 OR a8 OR a9 OR b1 OR b2)", "at most 10 questions")]
    public void Question_ThatCannotBeAsked_IsRefused_InOneSentence(string expression, string says) =>
        Assert.Contains(says, Assert.Throws<ExpressionException>(() => Find(expression)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("AREA[CriteriaAllowed]\"xyzzy\"", "column 22: no criteria speak of `xyzzy`, and the lexicon does not know it")]
    [InlineData("heart OR AREA[CriteriaExcluded](NOT ahstma)", "column 37: no criteria speak of `ahstma`: did you mean `asthma`?")]
    [InlineData("AREA[CriteriaAllowed]\"ECOG 2\"", null)]
    [InlineData("AREA[CriteriaExcluded]pregnancy", null)] // the lexicon knows it, though none of these studies speaks of it
    public void UnknownName_IsRefused_WhereItIsAskedFor(string expression, string? message)
    {
        var search = Search(expression) with { Criteria = Table };

        Assert.Null(Record.Exception(() => Index.Page(search)));
        Assert.Equal(message, Record.Exception(() => Index.Page(search with { IsStrict = true }))?.Message);
    }

    [Theory]
    [InlineData("asthma", false)]
    [InlineData("AREA[EligibilitySearch]asthma", false)]
    [InlineData("AREA[BriefTitle](a OR NOT AREA[CriteriaAllowed]b)", true)]
    [InlineData("TILT[StartDate]AREA[CriteriaExcluded]b", true)]
    public void Search_Tells_WhetherItAsksCriteria(string expression, bool asks) => Assert.Equal(asks, Search(expression).AsksCriteria);

    [Theory]
    [InlineData("ECOG 2 allowed", "AREA[CriteriaAllowed]\"ECOG 2\"")]
    [InlineData("prior CAR-T excluded", "AREA[CriteriaExcluded]\"prior CAR-T\"")]
    [InlineData("asthma", "AREA[CriteriaMentioned]\"asthma\"")]
    [InlineData("asthma not mentioned", "NOT AREA[CriteriaMentioned]\"asthma\"")]
    public void Finder_SaysItsQuestion_AsAnArea(string question, string expression)
    {
        var filter = CriteriaFilter.Ask(Table, CriteriaQuestionParser.Parse(question)[0]);
        var said = StudyQueryExpression.Of(new StudyQuery { Filters = new StudyFilters { Criteria = [filter] } })!;

        Assert.Equal($"SEARCH[Finder]{expression}", said.ToString());
        Assert.Equal(Index.Filter(said, Table).Order(), Enumerable.Range(1, 4).Select(number => NctId.Parse($"NCT990000{number:00}")).Where(id => filter.Question.Takes(filter.Answers.GetValueOrDefault(id.Number, CriteriaAnswer.Silent))).Order());
    }

    [Fact]
    public void Area_CannotBeAsked_WithoutCriteria() => Assert.Throws<ExpressionException>(() => Index.Find("AREA[CriteriaAllowed]asthma"));

    private static string Find(string expression) => string.Join(' ', Index.Page(Search(expression) with { Criteria = Table }).Studies.Order().Select(id => id.ToString()[^2..]));

    private static ExpressionSearch Search(string expression) => new() { Queries = [new RankedExpression("BasicSearch", Expression.Parse(expression)!)], Limit = 1000 };

    private static CriterionTerm Upto(string score, decimal most) => new(LeafType.Score, score, Wanted: true, Decides: true, new Bounds(new Bound(0, true), new Bound(most, true), null));

    private static (NctId, IReadOnlyList<CriterionTerm>) Study(int number, params CriterionTerm[] terms) => (NctId.Parse($"NCT990000{number:00}"), terms);
}

using static Trialist.Matching.Tests.Ask;
using static Trialist.Matching.Tests.Record;

namespace Trialist.Matching.Tests;

public sealed class StudyMatcherTests
{
    private static readonly Person Known = new() { BirthDate = PartialDate.Parse("1970-05-01"), Sex = Sex.Male, Facts = [Has("asthma"), No("gout")] };

    [Theory]
    [InlineData("asthma", "gout", Verdict.Eligible)]
    [InlineData("gout", "asthma", Verdict.Ineligible)]
    [InlineData("asthma", "lupus", Verdict.Undetermined)]
    [InlineData("gout", "lupus", Verdict.Ineligible)]
    public void Verdict_FollowsInclusionAndExclusion(string included, string excluded, Verdict verdict) =>
        Assert.Equal(verdict, Judge(Known, Read("I1", Condition(included)), Read("E1", Condition(excluded))).Verdict);

    [Fact]
    public void JudgementAndAction_AreCountedApart_AndNeverDecide()
    {
        var result = Judge(
            Known, Read("I1", Condition("asthma")), Read("I2", Condition("gout")) with { Reading = Reading.Action },
            Read("E1", new Predicate.Judgement { Span = default }) with { Reading = Reading.Judgement });

        Assert.Equal(Verdict.Eligible, result.Verdict);
        Assert.Equal(new VerdictCounts(Met: 1, NotMet: 0, Unknown: 0, Unread: 0, Judgement: 1, Action: 1), result.Counts);
    }

    [Fact]
    public void UnreadWords_BlockOnlyWhereTheyMatter()
    {
        var unread = new Predicate.Unread("no rule") { Span = default };

        var blocked = Judge(Known, Read("I1", All(Condition("asthma"), unread)) with { Reading = Reading.Partial });
        var decided = Judge(Known, Read("I1", Any(Condition("asthma"), unread)) with { Reading = Reading.Partial });
        var joinUnknown = Judge(Known, Read("I1", Condition("asthma")) with { Reading = Reading.Partial });

        Assert.Equal((Verdict.Undetermined, 1), (blocked.Verdict, blocked.Counts.Unread));
        Assert.Equal(Verdict.Eligible, decided.Verdict);
        Assert.Equal((Verdict.Undetermined, 1), (joinUnknown.Verdict, joinUnknown.Counts.Unread));
    }

    [Theory]
    [InlineData("E1", null, Verdict.Ineligible)] // children of an exclusion are joined by any
    [InlineData("I1", null, Verdict.Ineligible)] // those of an inclusion by all
    [InlineData("I1", "any", Verdict.Eligible)]
    [InlineData("E1", "all", Verdict.Eligible)]
    public void Children_AreJoined_AndAreNoCriteriaOfTheirOwn(string id, string? combine, Verdict verdict)
    {
        var parent = Read(id, null) with { Combine = combine switch { "any" => new Combine.Any(), "all" => new Combine.All(), _ => null } };

        var result = Judge(Known, parent, Read(id + ".1", Condition("asthma")) with { Parent = id }, Read(id + ".2", Condition("gout")) with { Parent = id });

        Assert.Equal(verdict, result.Verdict);
        var only = Assert.Single(result.Criteria.ToArray());
        Assert.Equal(2, only.Because.Count);
    }

    // "If female, not pregnant and one of: …": what is listed is asked of women only, too.
    [Theory]
    [InlineData(Sex.Male, true)]
    [InlineData(Sex.Female, false)]
    public void ListUnderAGuard_IsAskedOfThoseWhomItNames(Sex sex, bool met)
    {
        var parent = Read("I1", Any(Not(For(LeafType.Sex, "female")), Condition("asthma"))) with { Combine = new Combine.Any() };

        var result = Judge(Known with { Sex = sex }, parent, Read("I1.1", Condition("gout")) with { Parent = "I1" });

        Assert.Equal(met, Assert.Single(result.Criteria.ToArray()).Met);
    }

    // What is asked of one sex does not shut the other out: a man (and a woman) of whom nothing else is known.
    [Theory]
    [InlineData("male", "partner of childbearing potential", null, null, true)] // "Men with a partner of childbearing potential …"
    [InlineData("female", "hysterectomy", null, true, null)]
    [InlineData("female", "gout", null, false, null)] // "women with gout" asks for women
    [InlineData("female", "gout", Sex.All, null, null)] // but where all may take part, it may be asked of women only
    [InlineData(null, "childbearing potential", null, false, null)]
    [InlineData(null, "childbearing potential", Sex.All, true, null)]
    [InlineData("childbearing potential", "contraception", null, true, null)]
    public void Inclusion_OfOneSex_DoesNotShutOutTheOther(string? first, string second, Sex? admitted, bool? man, bool? woman)
    {
        Predicate.Leaf[] items = [.. new[] { first, second }.OfType<string>().Select(name => name is "male" or "female" ? For(LeafType.Sex, name) : Condition(name))];
        var study = new Study(NctId.Parse("NCT99000001"), "") { Eligibility = new EligibilityRules { Sex = admitted } };
        var document = new CriteriaDocument(0, [Read("I1", items.Length == 1 ? items[0] : All(items))], []);

        bool? Met(Sex sex) => StudyMatcher.Judge(study, document, Ready(new Person { Sex = sex })).Criteria.Single(one => one.Id == "I1").Met;

        Assert.Equal((man, woman), (Met(Sex.Male), Met(Sex.Female)));
    }

    // "Heart failure, NYHA class III or IV": records hold the disease and its class as two facts.
    [Theory]
    [InlineData(true, 3, true)]
    [InlineData(true, 1, false)]
    [InlineData(true, null, null)]
    [InlineData(false, 3, false)]
    [InlineData(false, null, false)]
    [InlineData(null, 3, null)]
    [InlineData(null, 1, false)]
    public void ClassOfADisease_IsReadFromItsScore(bool? ill, int? score, bool? met)
    {
        var leaf = Condition("heart failure", new Qualifier(QualifierKind.Scale, "nyha")) with { Bounds = Between(3, 4, null) };
        List<Fact> facts = ill is { } said ? [said ? Has("heart failure") : No("heart failure")] : [];
        facts.AddRange(score is { } number ? [Value("nyha", number, null, type: LeafType.Score)] : []);

        var result = Judge(new Person { Facts = facts.ToValueList() }, Read("I1", leaf), Read("E1", leaf));

        Assert.Equal([met, !met], result.Criteria.Select(row => row.Met));
    }

    [Fact]
    public void Nothing_IsNeverEligible()
    {
        Assert.Equal(Verdict.Undetermined, StudyMatcher.Judge(Study(), null, Ready(Known)).Verdict);
        Assert.Equal(Verdict.Undetermined, Judge(Known).Verdict);
        Assert.Equal(Verdict.Undetermined, Judge(new Person(), Read("E1", Condition("gout"))).Verdict);
        Assert.Equal(Verdict.Undetermined, Judge(Known, Read("N1", null) with { Kind = CriterionKind.Note }).Verdict);
        Assert.Equal(Verdict.Undetermined, Judge(Known with { Deceased = true }, Read("I1", Condition("asthma"))).Verdict);
    }

    [Fact]
    public void StructuredLimits_AreRowsWithoutAPlaceInTheText()
    {
        var study = Study() with { Eligibility = new EligibilityRules { MinimumAge = "18 Years", MaximumAge = "50 Years", Sex = Sex.Female, HealthyVolunteers = false } };

        var result = StudyMatcher.Judge(study, null, Ready(Known));

        Assert.Equal(["S.age", "S.sex", "S.volunteers"], result.Criteria.Select(row => row.Id));
        Assert.Equal([false, false, true], result.Criteria.Select(row => row.Met));
        Assert.All(result.Criteria.SelectMany(row => row.Because), reason => Assert.Null(reason.Span));
        Assert.Equal(Verdict.Ineligible, result.Verdict);
    }

    [Fact]
    public void Limits_ThatAdmitAll_AreNoRows()
    {
        var study = Study() with { Eligibility = new EligibilityRules { MinimumAge = "N/A", Sex = Sex.All, HealthyVolunteers = true } };

        Assert.Empty(StudyMatcher.Judge(study, null, Ready(Known)).Criteria.ToArray());
    }

    [Fact]
    public void AgeLimit_ThatCannotBeRead_IsNotNoLimit()
    {
        var study = Study() with { Eligibility = new EligibilityRules { MinimumAge = "eighteen" } };

        Assert.Equal(Verdict.Undetermined, Judge(study, Known, Read("I1", Condition("asthma"))).Verdict);
    }

    private static Study Study() => new(NctId.Parse("NCT99000001"), "A study");

    private static StudyVerdict Judge(Person person, params Criterion[] criteria) => Judge(Study(), person, criteria);

    private static StudyVerdict Judge(Study study, Person person, params Criterion[] criteria) =>
        StudyMatcher.Judge(study, new CriteriaDocument(100, criteria.ToValueList(), []), Ready(person));

    private static Criterion Read(string id, Predicate? predicate) =>
        new(id, id[0] == 'E' ? CriterionKind.Exclusion : CriterionKind.Inclusion, default, "") { Reading = Reading.Full, Predicate = predicate };
}

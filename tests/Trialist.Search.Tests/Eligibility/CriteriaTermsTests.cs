using Trialist.Search.Eligibility;

namespace Trialist.Search.Tests.Eligibility;

public sealed class CriteriaTermsTests
{
    private static readonly TextSpan Span = new(0, 1);
    private static readonly Predicate Creatinine = Leaf(LeafType.Measurement, "creatinine") with { Bounds = new Bounds(null, new Bound(1.5m, true), "mg/dL") };
    private static readonly Predicate Asthma = Leaf(LeafType.Condition, "asthma");
    private static readonly Predicate Severe = Leaf(LeafType.Condition, "asthma") with { Qualifiers = [new Qualifier(QualifierKind.Severity, "severe")] };
    private static readonly Predicate Except = Leaf(LeafType.Condition, "cancer") with { Except = Asthma };
    private static readonly Predicate Unread = new Predicate.Unread("not known") { Span = Span };

    // What is wanted, and whether the wrong answer alone keeps a person out.
    public static TheoryData<CriterionKind, Predicate, bool, bool> Rows => new()
    {
        { CriterionKind.Inclusion, Creatinine, true, true },
        { CriterionKind.Inclusion, Asthma, true, true },
        { CriterionKind.Inclusion, All(Asthma, Unread), true, true },
        { CriterionKind.Inclusion, Any(Asthma, Unread), true, false },     // there is another way to fit
        { CriterionKind.Inclusion, Not(Asthma), false, true },
        { CriterionKind.Inclusion, Not(Any(Asthma, Unread)), false, true },
        { CriterionKind.Inclusion, Not(All(Asthma, Unread)), false, false },
        { CriterionKind.Exclusion, Asthma, false, true },
        { CriterionKind.Exclusion, Any(Asthma, Unread), false, true },
        { CriterionKind.Exclusion, All(Asthma, Unread), false, false },
        { CriterionKind.Exclusion, Not(Asthma), true, true },
        { CriterionKind.Exclusion, Severe, false, false },                 // only severe asthma keeps out
        { CriterionKind.Exclusion, Except, false, false },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Leaf_KeepsOutAlone_OnlyWhereNothingElseCouldHelp(CriterionKind kind, Predicate predicate, bool wanted, bool decides)
    {
        var term = CriteriaTerms.Of(Document(Criterion("1", kind, predicate)))[0];

        Assert.Equal((wanted, decides), (term.Wanted, term.Decides));
    }

    // The class of a disease is found as a score; shut out with the disease, it alone shuts nobody out.
    [Theory]
    [InlineData(CriterionKind.Inclusion, true)]
    [InlineData(CriterionKind.Exclusion, false)]
    public void ClassOfADisease_IsATermOfItsOwn(CriterionKind kind, bool decides)
    {
        var failure = Leaf(LeafType.Condition, "heart failure") with { Bounds = new Bounds(new Bound(3, true), null, null), Qualifiers = [new Qualifier(QualifierKind.Scale, "nyha")] };

        var term = Assert.Single(CriteriaTerms.Of(Document(Criterion("1", kind, failure))), one => one.Type == LeafType.Score);

        Assert.Equal(("nyha", failure.Bounds, decides), (term.Name, term.Bounds, term.Decides));
    }

    [Fact]
    public void Item_OfAListOfAlternatives_DoesNotKeepOutAlone()
    {
        var parent = Criterion("I1", CriterionKind.Inclusion, null) with { Combine = new Combine.Any() };
        var terms = CriteriaTerms.Of(Document(parent, Criterion("I1.1", CriterionKind.Inclusion, Asthma) with { Parent = "I1" }, Criterion("I2", CriterionKind.Inclusion, Creatinine)));

        Assert.Equal([false, true], terms.Select(term => term.Decides));
    }

    [Fact]
    public void OwnWordsOfAnExclusion_WithAListUnderIt_NeedTheList()
    {
        var parent = Criterion("E1", CriterionKind.Exclusion, Asthma) with { Combine = new Combine.Any() };
        var terms = CriteriaTerms.Of(Document(parent, Criterion("E1.1", CriterionKind.Exclusion, Creatinine) with { Parent = "E1" }));

        Assert.All(terms, term => Assert.False(term.Decides));
    }

    [Fact]
    public void Terms_PackedAndUnpacked_AreTheSame()
    {
        IReadOnlyList<CriterionTerm> terms =
        [
            new(LeafType.Measurement, "creatinine", true, true, new Bounds(new Bound(0.5m, false), new Bound(1.50m, true), "mg/dL")),
            new(LeafType.Score, "ecog", false, true, new Bounds(new Bound(2, false), null, null)),
            new(LeafType.Condition, "β-thalassaemia", false, false, null),
        ];

        Assert.Equal(terms, CriteriaTerms.Unpack(CriteriaTerms.Pack(terms)));
        Assert.Empty(CriteriaTerms.Unpack(CriteriaTerms.Pack([])));
    }

    private static Predicate.Leaf Leaf(LeafType type, string name) => new(type, new Concept(name)) { Span = Span };

    private static Predicate All(params Predicate[] items) => new Predicate.All(items.ToValueList()) { Span = Span };

    private static Predicate Any(params Predicate[] items) => new Predicate.Any(items.ToValueList()) { Span = Span };

    private static Predicate Not(Predicate item) => new Predicate.Not(item) { Span = Span };

    private static Criterion Criterion(string id, CriterionKind kind, Predicate? predicate) => new(id, kind, Span, "x") { Reading = Reading.Full, Predicate = predicate };

    private static CriteriaDocument Document(params Criterion[] criteria) => new(1, criteria.ToValueList(), []);
}

using Trialist.Criteria.English;

namespace Trialist.Criteria.Tests.Islands;

/// <summary>Second limits on the same values. Each row is the reading as a tree of limits.</summary>
public sealed class LimitAlternativesTests
{
    [Theory]
    // A wider limit for some is on every value that shares the first, and needs its condition.
    [InlineData("AST and ALT ≤ 2.5 x ULN (≤ 5 x ULN if liver metastases)", "any(all(ast ≤ 2.5, alt ≤ 2.5), all(all(ast ≤ 5, alt ≤ 5), liver metastasis))")]
    [InlineData("AST, ALT ≤ 3 x ULN, or ≤ 5 x ULN in patients with liver metastases", "any(all(ast ≤ 3, alt ≤ 3), all(all(ast ≤ 5, alt ≤ 5), liver metastasis))")]
    [InlineData("Creatinine ≤ 1.5 x ULN, or ≤ 3 x ULN if liver metastases", "any(creatinine ≤ 1.5, all(creatinine ≤ 3, liver metastasis))")]
    public void Inclusion_AdmitsByTheWiderLimitOnlyWhoMeetsItsCondition(string words, string tree) =>
        Assert.Equal(tree, Tree(One.Inclusion(words)));

    [Theory]
    [InlineData("ALT > 2.5 x ULN (> 5 x ULN if liver metastases)", "any(all(alt > 2.5, not(liver metastasis)), all(alt > 5, liver metastasis))")]
    [InlineData("SBP > 180 or DBP > 110 mmHg", "any(sbp > 180 mm[Hg], dbp > 110 mm[Hg])")]
    [InlineData("SBP < 90 or > 180 mmHg", "any(sbp < 90 mm[Hg], sbp > 180 mm[Hg])")]
    [InlineData("Hemoglobin less than 8.5 g/dL in females or 9.5 g/dL in males", "any(all(hemoglobin < 8.5 g/dL, female), all(hemoglobin < 9.5 g/dL, male))")]
    public void Exclusion_KeepsTheNarrowerLimitForAllOthers(string words, string tree) =>
        Assert.Equal(tree, Tree(One.Exclusion(words)));

    [Theory]
    // Each side has a unit of its own; both must hold, in an exclusion too.
    [InlineData("Infants aged 28 days to 23 months", "all(age ≥ 28 days, age ≤ 23 months)")]
    [InlineData("Age greater than 6 months but less than 18 years", "all(age > 6 months, age < 18 years)")]
    [InlineData("Gestational age 34 0/7 to 36 3/7 weeks", "all(gestational.age ≥ 34 weeks, gestational.age ≤ 255 days)")]
    [InlineData("Gestational age of at least 37+0 weeks", "gestational.age ≥ 37 weeks")]
    [InlineData("Creatinine clearance 30 ± 5 mL/min", "creatinine.clearance 25 to 35 mL/min")]
    [InlineData("FEV1 30% to 80% of predicted", "fev1.percent 30 to 80 %")]
    public void Range_KeepsItsUnits(string words, string tree)
    {
        Assert.Equal(tree, Tree(One.Inclusion(words)));
        Assert.Equal(tree, Tree(One.Exclusion(words)));
    }

    private static string Tree(Criterion criterion) => Tree(criterion.Predicate!);

    private static string Tree(Predicate predicate) => predicate switch
    {
        Predicate.All(var items) => $"all({string.Join(", ", items.Select(Tree))})",
        Predicate.Any(var items) => $"any({string.Join(", ", items.Select(Tree))})",
        Predicate.Not(var item) => $"not({Tree(item)})",
        Predicate.Leaf { Bounds: { } bounds } leaf => $"{leaf.Concept.Name} {PredicateEnglish.Say(bounds).Replace(" x ULN", "", StringComparison.Ordinal)}",
        Predicate.Leaf leaf => leaf.Concept.Name,
        _ => "unread",
    };
}

namespace Trialist.Specs.Matching;

/// <summary>The criteria of the seed study cut into predicates by hand, with the words of the rules in place of the text: what matching is held to, whatever the reader can do.</summary>
internal static class SeedStudy
{
    public static Study Study { get; } = new(NctId.Parse("NCT04599543"), "CAR-T cells in leukaemia") { Eligibility = new EligibilityRules { Text = "", Sex = Sex.All, HealthyVolunteers = false } };

    public static CriteriaDocument Criteria { get; } = new(1000, Read().ToValueList(), []);

    private static IEnumerable<Criterion> Read()
    {
        var aml = Leaf(LeafType.Condition, "acute myeloid leukemia");
        yield return Criterion("I1", All(aml, Leaf(LeafType.Biomarker, "cd123", (QualifierKind.Result, "positive"))));
        yield return Criterion("I2", aml) with { Combine = new Combine.Any() };
        yield return Criterion("I2.1", new Predicate.Not(Ever("complete remission")) { Span = default }) with { Parent = "I2" };
        yield return Criterion("I2.2", All(Ever("complete remission"), Measurement("complete remission duration", null, Below(12), "mo"))) with { Parent = "I2" };
        yield return Criterion("I2.3", Leaf(LeafType.Condition, "ineffective remedial treatment")) with { Parent = "I2" };
        yield return Criterion("I2.4", Leaf(LeafType.Count, "relapse") with { Bounds = new Bounds(At(2), null, null) }) with { Parent = "I2" };
        yield return Criterion("I3", Any(
            Measurement("blasts.marrow", Above(5), null, "%") with { Qualifiers = [new Qualifier(QualifierKind.Method, "morphology")] },
            Measurement("blasts.marrow", Above(0.01m), null, "%") with { Qualifiers = [new Qualifier(QualifierKind.Method, "flow cytometry")] }));
        yield return Criterion("I4", All(
            Measurement("bilirubin.total", null, At(51), "umol/L"), Measurement("alt", null, At(3), "[ULN]"), Measurement("ast", null, At(3), "[ULN]"),
            Measurement("creatinine", null, At(176.8m), "umol/L")));
        yield return Criterion("I5", Measurement("lvef", At(50), null, "%"));
        yield return Criterion("I6", All(
            new Predicate.Not(Leaf(LeafType.Condition, "infection", (QualifierKind.Status, "active"), (QualifierKind.Site, "lungs"))) { Span = default },
            Measurement("spo2", At(92), null, "%")));
        yield return Criterion("I7", Leaf(LeafType.LifeExpectancy, "life expectancy") with { Bounds = new Bounds(At(3), null, "mo") });
        yield return Criterion("I8", Leaf(LeafType.Score, "ecog") with { Bounds = new Bounds(At(0), At(2), null) });
        yield return Criterion("I9", Leaf(LeafType.Consent, "informed consent"), Reading.Action);
        yield return Criterion("E1", Any(Ever("craniocerebral trauma"), Ever("conscious disturbance"), Ever("epilepsy"), Ever("cerebrovascular disease")));
        yield return Criterion("E2", Any(Leaf(LeafType.Condition, "prolonged qt interval"), Ever("severe heart disease")));
        yield return Criterion("E3", Any(Leaf(LeafType.Pregnancy, "pregnancy"), Leaf(LeafType.Lactation, "lactation")));
        yield return Criterion("E4", Leaf(LeafType.Condition, "infection", (QualifierKind.Severity, "severe"), (QualifierKind.Status, "active")) with
        {
            Except = Any(Leaf(LeafType.Condition, "urinary tract infection"), Leaf(LeafType.Condition, "bacterial pharyngitis")),
        });
        yield return Criterion("E5", Any(
            Leaf(LeafType.Condition, "hepatitis b", (QualifierKind.Status, "active")), Leaf(LeafType.Condition, "hepatitis c", (QualifierKind.Status, "active"))));
        yield return Criterion("E6", Leaf(LeafType.Treatment, "corticosteroid", (QualifierKind.Route, "systemic")) with
        {
            When = new TimeWindow(TimeRelation.Within, null, new Duration(2, "wk"), [], "screening"),
            Except = Leaf(LeafType.Treatment, "corticosteroid", (QualifierKind.Route, "inhaled")),
        });
        yield return Criterion("E7", Any(
            Leaf(LeafType.Treatment, "car-t cell therapy") with { When = new TimeWindow(TimeRelation.Ever) },
            Leaf(LeafType.Treatment, "genetically modified t-cell therapy") with { When = new TimeWindow(TimeRelation.Ever) }));
        yield return Criterion("E8", Any(
            Measurement("creatinine", Above(2.5m), null, "mg/dL"), Measurement("alt", Above(3), null, "[ULN]"), Measurement("ast", Above(3), null, "[ULN]"),
            Measurement("bilirubin.total", Above(2.0m), null, "mg/dL")));
        yield return Criterion("E9", new Predicate.Judgement { Span = default }, Reading.Judgement);
        yield return Criterion("E10", Leaf(LeafType.Condition, "hiv infection"));
        yield return Criterion("E11", new Predicate.Judgement { Span = default }, Reading.Judgement);
    }

    private static Criterion Criterion(string id, Predicate predicate, Reading reading = Reading.Full) =>
        new(id, id[0] == 'E' ? CriterionKind.Exclusion : CriterionKind.Inclusion, default, "") { Reading = reading, Predicate = predicate };

    private static Predicate.Leaf Leaf(LeafType type, string name, params (QualifierKind Kind, string Value)[] qualifiers) =>
        new(type, new Concept(name)) { Span = default, Qualifiers = qualifiers.Select(one => new Qualifier(one.Kind, one.Value)).ToValueList() };

    private static Predicate.Leaf Ever(string name) => Leaf(LeafType.Condition, name) with { When = new TimeWindow(TimeRelation.Ever) };

    private static Predicate.Leaf Measurement(string name, Bound? min, Bound? max, string unit) => Leaf(LeafType.Measurement, name) with { Bounds = new Bounds(min, max, unit) };

    private static Predicate All(params Predicate[] items) => new Predicate.All(items.ToValueList()) { Span = default };

    private static Predicate Any(params Predicate[] items) => new Predicate.Any(items.ToValueList()) { Span = default };

    private static Bound At(decimal value) => new(value, true);

    private static Bound Above(decimal value) => new(value, false);

    private static Bound Below(decimal value) => new(value, false);
}

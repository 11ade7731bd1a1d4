using CsCheck;

namespace Trialist.Matching.Tests;

/// <summary>Generates predicates, criteria, studies and persons over a small world of concepts, so that facts and questions often meet.</summary>
internal static class Generated
{
    private static readonly string[] Conditions = ["infection", "pneumonia", "urinary tract infection", "cancer", "lung cancer", "lung adenocarcinoma", "skin cancer", "basal cell carcinoma", "gout"];
    private static readonly string[] Treatments = ["corticosteroid", "prednisone", "budesonide", "car-t cell therapy", "tisagenlecleucel"];
    private static readonly (string Name, string[] Units)[] Analytes =
        [("creatinine", ["mg/dL", "umol/L"]), ("bilirubin.total", ["mg/dL", "umol/L"]), ("alt", ["U/L", "[ULN]"]), ("platelets", ["/uL", "10*9/L"]), ("lvef", ["%"]), ("transaminases", ["U/L", "[ULN]"])];

    private static readonly Gen<Qualifier> QualifierGen = OneOf(
        new Qualifier(QualifierKind.Severity, "severe"), new Qualifier(QualifierKind.Severity, "mild"), new Qualifier(QualifierKind.Status, "active"),
        new Qualifier(QualifierKind.Stage, "ii"), new Qualifier(QualifierKind.Stage, "iv"), new Qualifier(QualifierKind.Route, "inhaled"), new Qualifier(QualifierKind.Route, "oral"));

    private static readonly Gen<Duration> DurationGen = Gen.Select(Gen.Int[1, 12], OneOf("d", "wk", "mo", "a", "[half-life]"), (value, unit) => new Duration(value, unit));

    private static readonly Gen<TimeWindow?> WindowGen = Gen.Frequency(
        (4, Gen.Const((TimeWindow?)null)),
        (3, DurationGen.Select(length => (TimeWindow?)new TimeWindow(TimeRelation.Within, null, length, [], "screening"))),
        (1, DurationGen.Select(length => (TimeWindow?)new TimeWindow(TimeRelation.Before, length, null, [], "enrolment"))),
        (1, DurationGen.Select(length => (TimeWindow?)new TimeWindow(TimeRelation.During, length, null, [], null))),
        (2, OneOf(TimeRelation.Ever, TimeRelation.Current, TimeRelation.After).Select(relation => (TimeWindow?)new TimeWindow(relation))),
        (1, Gen.Const((TimeWindow?)new TimeWindow(TimeRelation.Within, null, new Duration(2, "wk"), [], "transplant"))));

    private static readonly Gen<Bound> BoundGen = Gen.Select(Gen.Int[0, 60], Gen.Bool, (value, inclusive) => new Bound(value / 4m, inclusive));

    private static readonly Gen<Predicate.Leaf> LeafGen = Gen.Frequency(
        (4, Gen.Select(OneOf(Conditions), WindowGen, QualifierGen.Array[0, 1], (name, when, qualifiers) => Ask.Condition(name, qualifiers) with { When = when })),
        (1, Gen.Select(OneOf(Conditions), WindowGen, Gen.Int[1, 4], (name, when, least) => Ask.Condition(name, new Qualifier(QualifierKind.Scale, "nyha")) with { When = when, Bounds = Ask.AtLeast(least, null) })),
        (3, Gen.Select(OneOf(Treatments), WindowGen, QualifierGen.Array[0, 1], (name, when, qualifiers) => Ask.Treatment(name, qualifiers) with { When = when })),
        (4, Gen.Select(OneOf(Analytes), Gen.Int[0, 1], BoundGen, Gen.Bool, WindowGen, (analyte, unit, bound, least, when) =>
            Ask.Value(analyte.Name, new Bounds(least ? bound : null, least ? null : bound, analyte.Units[unit % analyte.Units.Length])) with { When = when })),
        (2, Gen.Select(OneOf(Analytes), OneOf("elevated", "decreased", "normal"), Gen.Bool, WindowGen, QualifierGen.Array[0, 1], (analyte, word, isMarker, when, more) =>
            Ask.For(isMarker ? LeafType.Biomarker : LeafType.Measurement, analyte.Name, [new Qualifier(QualifierKind.Result, word), .. more]) with { When = when })),
        (1, Gen.Select(OneOf(Analytes), Gen.Int[0, 40], Gen.Int[0, 40], Gen.Bool, WindowGen, (analyte, least, more, isMarker, when) =>
            Ask.For(isMarker ? LeafType.Biomarker : LeafType.Measurement, analyte.Name) with { Bounds = Ask.Between(least / 4m, (least + more) / 4m, analyte.Units[0]), When = when })),
        (1, Gen.Int[1, 12].Select(months => Ask.For(LeafType.LifeExpectancy, "life expectancy") with { Bounds = Ask.AtLeast(months, "mo") })),
        (1, Gen.Int[1, 80].Select(years => Ask.For(LeafType.Age, "age") with { Bounds = Ask.AtLeast(years, "a") })),
        (1, OneOf(Ask.For(LeafType.Sex, "female"), Ask.For(LeafType.Pregnancy, "pregnancy"), Ask.For(LeafType.Lactation, "lactation"))),
        (1, Gen.Int[0, 3].Select(count => Ask.For(LeafType.Count, "relapse") with { Bounds = Ask.AtLeast(count, null) })));

    private static readonly Gen<Predicate> LiftedGen = Gen.Select(LeafGen, LeafGen, Gen.Int[0, 4], (leaf, except, dice) => (Predicate)(dice == 0 ? leaf with { Except = except } : leaf));

    public static readonly Gen<Predicate> PredicateGen = Gen.Recursive<Predicate>((depth, inner) => depth > 2 ? LiftedGen : Gen.Frequency(
        (6, LiftedGen),
        (1, inner.Array[2, 3].Select(items => Ask.All(items))),
        (1, inner.Array[2, 3].Select(items => Ask.Any(items))),
        (1, inner.Select(item => Ask.Not(item))),
        (1, Gen.Select(inner.Array[2, 4], Gen.Int[1, 3], (items, count) => (Predicate)new Predicate.AtLeast(count, items.ToValueList()) { Span = default })),
        (1, OneOf<Predicate>(new Predicate.Judgement { Span = default }, new Predicate.Unread("no rule") { Span = default }))));

    private static readonly Gen<Criterion> CriterionGen = Gen.Select(PredicateGen, Gen.Bool, OneOf(Reading.Full, Reading.Full, Reading.Full, Reading.Partial, Reading.Judgement, Reading.None), (predicate, excludes, reading) =>
        new Criterion("", excludes ? CriterionKind.Exclusion : CriterionKind.Inclusion, default, "") { Reading = reading, Predicate = predicate });

    public static readonly Gen<(Study Study, CriteriaDocument? Criteria)> StudyGen = Gen.Select(CriterionGen.Array[0, 6], Gen.Int[-1, 5], Gen.Bool, Gen.Int[0, 3], (criteria, parent, minors, sex) =>
        (new Study(NctId.Parse("NCT99000001"), "") { Eligibility = new EligibilityRules { MinimumAge = minors ? null : "18 Years", Sex = (Sex)(sex % 3), HealthyVolunteers = sex == 3 ? false : null } }, Document(criteria, parent)));

    private static readonly Gen<PartialDate?> DateGen = Gen.Select(Gen.Int[-30, 800], Gen.Int[0, 5], (days, form) =>
    {
        var day = Record.AsOf.AddDays(-days);
        return form switch { 0 => (PartialDate?)null, 1 => PartialDate.OfYear(day.Year), 2 => PartialDate.OfMonth(day.Year, day.Month), _ => PartialDate.OfDay(day) };
    });

    private static readonly Gen<Fact> FactGen = Gen.Frequency(
        (3, Gen.Select(OneOf(Conditions), DateGen, DateGen, (name, start, end) => new Fact(LeafType.Condition, new Concept(name), "g") { Start = start, End = end })),
        (3, Gen.Select(OneOf(Treatments), DateGen, DateGen, (name, start, end) => new Fact(LeafType.Treatment, new Concept(name), "g") { Start = start, End = end })),
        (4, Gen.Select(OneOf(Analytes), Gen.Int[0, 1], Gen.Int[0, 60], DateGen, Gen.Int[0, 8], (analyte, unit, value, date, form) => Measured(analyte.Name, analyte.Units[unit % analyte.Units.Length], value / 4m, date, form))),
        (1, Gen.Select(OneOf(LeafType.Pregnancy, LeafType.Lactation), DateGen, (type, date) => new Fact(type, new Concept(type.ToString().ToLowerInvariant()), "g") { Date = date })),
        (1, Gen.Select(OneOf(Analytes), OneOf("elevated", "normal", "negative"), DateGen, (analyte, word, date) => new Fact(LeafType.Biomarker, new Concept(analyte.Name), "g") { Qualifiers = [new Qualifier(QualifierKind.Result, word)], Date = date })),
        (1, Gen.Select(Gen.Int[1, 30], OneOf("mo", "wk", "d"), DateGen, (length, unit, date) => new Fact(LeafType.LifeExpectancy, new Concept("life expectancy"), "g") { Value = new Quantity(length, unit), Date = date })),
        (1, DateGen.Select(date => new Fact(LeafType.HealthyVolunteer, new Concept("healthy volunteer"), "g") { Date = date })),
        (1, Gen.Select(Gen.Int[1, 4], DateGen, (number, date) => new Fact(LeafType.Score, new Concept("nyha"), "g") { Value = new Quantity(number, null), Date = date })),
        (1, Gen.Select(Gen.Int[0, 3], DateGen, (count, date) => new Fact(LeafType.Count, new Concept("relapse"), "g") { Value = new Quantity(count, null), Date = date })));

    private static readonly Gen<Fact> StatedGen = Gen.Select(FactGen, Gen.Int[0, 8], Gen.Enum<FactStatus>(), QualifierGen.Array[0, 1], (fact, presence, status, qualifiers) =>
        fact with { Presence = presence switch { 0 => Presence.Uncertain, 1 or 2 => Presence.Absent, _ => Presence.Present }, Status = status, Qualifiers = fact.Value is null ? [.. fact.Qualifiers, .. qualifiers] : [] });

    public static readonly Gen<Person> PersonGen = Gen.Select(StatedGen.Array[0, 8], Gen.Int[0, 90], Gen.Int[0, 3], Gen.Int[0, 9], (facts, age, sex, form) => new Person
    {
        Facts = facts.ToValueList(),
        Sex = sex switch { 0 => null, 1 => Sex.Male, _ => Sex.Female },
        AgeYears = form == 0 ? age : null,
        BirthDate = form switch { 0 or 1 => null, 2 => PartialDate.OfYear(2026 - age), _ => PartialDate.OfDay(Record.AsOf.AddDays(-age * 365)) },
        Deceased = form == 9,
    });

    private static CriteriaDocument? Document(Criterion[] criteria, int parent) => parent == 5 ? null : new CriteriaDocument(0, criteria.Select((one, index) => one with
    {
        Id = $"{(one.Kind == CriterionKind.Exclusion ? 'E' : 'I')}{index}",
        Parent = parent >= 0 && index > parent && parent < criteria.Length ? $"{(criteria[parent].Kind == CriterionKind.Exclusion ? 'E' : 'I')}{parent}" : null,
        Combine = index % 3 == 0 ? new Combine.Any() : index % 3 == 1 ? new Combine.AtLeast(2) : null,
    }).ToValueList(), []);

    private static Fact Measured(string name, string unit, decimal value, PartialDate? date, int form)
    {
        var fact = new Fact(LeafType.Measurement, new Concept(name), "g") { Date = date, ReferenceRange = form == 1 ? Ask.AtMost(5, unit) : null };
        return form switch { 0 => fact with { ValueWithin = Ask.Below(value, unit) }, 2 => fact with { Value = new Quantity(value, null) }, _ => fact with { Value = new Quantity(value, unit) } };
    }

    private static Gen<T> OneOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);
}

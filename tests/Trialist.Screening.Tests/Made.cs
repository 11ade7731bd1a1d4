namespace Trialist.Screening.Tests;

/// <summary>Studies, criteria and persons made by hand. The day of every match in these tests is 2026-11-23.</summary>
internal static class Made
{
    public static readonly DateOnly AsOf = new(2026, 11, 23);

    public static Predicate.Leaf Leaf(LeafType type, string name) => new(type, new Concept(name)) { Span = new TextSpan(0, 5) };

    public static Predicate.Leaf AtMost(string name, decimal value, string? unit) =>
        Leaf(LeafType.Measurement, name) with { Bounds = new Bounds(null, new Bound(value, true), unit) };

    public static Criterion Criterion(string id, Predicate? predicate, Reading reading = Reading.Full) =>
        new(id, id[0] == 'E' ? CriterionKind.Exclusion : CriterionKind.Inclusion, new TextSpan(0, 5), $"words of {id}") { Reading = reading, Predicate = predicate };

    public static ReadStudy Study(int number, string condition, params Criterion[] criteria) => new(
        new Study(NctId.Parse($"NCT9900{number:0000}"), $"Study {number}") { Conditions = [condition], Status = "RECRUITING" },
        new CriteriaDocument(5, criteria.ToValueList(), []));

    public static Fact Has(string name, LeafType type = LeafType.Condition) => new(type, new Concept(name), "form") { Status = FactStatus.Active };

    public static Fact No(string name, LeafType type = LeafType.Condition) => new(type, new Concept(name), "form") { Presence = Presence.Absent };

    public static Fact Value(string name, decimal value, string? unit) =>
        new(LeafType.Measurement, new Concept(name), "Observation/b1") { Value = new Quantity(value, unit), Date = PartialDate.Parse("2026-11-02") };

    public static Person Person(params Fact[] facts) => new() { BirthDate = PartialDate.Parse("1972-03-04"), Sex = Sex.Female, Facts = facts.ToValueList() };
}

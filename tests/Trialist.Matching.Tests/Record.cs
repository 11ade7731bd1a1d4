namespace Trialist.Matching.Tests;

/// <summary>Builds facts and persons in few words. The day of every match in these tests is 2026-11-23.</summary>
internal static class Record
{
    public static readonly DateOnly AsOf = new(2026, 11, 23);

    public static Fact Value(string name, decimal value, string? unit, string? date = "2026-11-20", LeafType type = LeafType.Measurement) =>
        new(type, new Concept(name), "Observation/1") { Value = new Quantity(value, unit), Date = Date(date) };

    public static Fact Has(string name, LeafType type = LeafType.Condition) => new(type, new Concept(name), "Condition/1") { Status = FactStatus.Active };

    public static Fact No(string name, LeafType type = LeafType.Condition, string? date = null) =>
        new(type, new Concept(name), "Condition/2") { Presence = Presence.Absent, Date = Date(date) };

    public static Fact Past(string name, string? start, string? end, LeafType type = LeafType.Treatment) =>
        new(type, new Concept(name), "MedicationStatement/1") { Status = FactStatus.Past, Start = Date(start), End = Date(end) };

    public static Fact Done(string name, string? date) => new(LeafType.Procedure, new Concept(name), "Procedure/1") { Date = Date(date) };

    public static Person Of(params Fact[] facts) => new() { Facts = facts.ToValueList() };

    public static PreparedPerson Ready(Person person, params LeafType[] complete) =>
        new(person, new MatchSettings(AsOf) { AssumeComplete = complete.ToValueList() }, SmallVocabulary.Instance);

    public static Evaluation Evaluate(Predicate predicate, params Fact[] facts) =>
        ReferenceMatcher.Evaluate(predicate, CriterionKind.Exclusion, Ready(Of(facts)));

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);
}

namespace Trialist.Matching.Tests;

/// <summary>Builds leaves in few words.</summary>
internal static class Ask
{
    public static Predicate.Leaf For(LeafType type, string concept, params Qualifier[] qualifiers) =>
        new(type, new Concept(concept)) { Span = new TextSpan(0, 10), Qualifiers = qualifiers.ToValueList() };

    public static Predicate.Leaf Condition(string name, params Qualifier[] qualifiers) => For(LeafType.Condition, name, qualifiers);

    public static Predicate.Leaf Treatment(string name, params Qualifier[] qualifiers) => For(LeafType.Treatment, name, qualifiers);

    public static Predicate.Leaf Value(string name, Bounds bounds) => For(LeafType.Measurement, name) with { Bounds = bounds };

    public static Bounds AtMost(decimal value, string? unit) => new(null, new Bound(value, true), unit);

    public static Bounds AtLeast(decimal value, string? unit) => new(new Bound(value, true), null, unit);

    public static Bounds Above(decimal value, string? unit) => new(new Bound(value, false), null, unit);

    public static Bounds Below(decimal value, string? unit) => new(null, new Bound(value, false), unit);

    public static Bounds Between(decimal min, decimal max, string? unit) => new(new Bound(min, true), new Bound(max, true), unit);

    public static TimeWindow Within(decimal value, string unit) => new(TimeRelation.Within, null, new Duration(value, unit), [], "screening");

    public static Predicate All(params Predicate[] items) => new Predicate.All(items.ToValueList()) { Span = default };

    public static Predicate Any(params Predicate[] items) => new Predicate.Any(items.ToValueList()) { Span = default };

    public static Predicate Not(Predicate item) => new Predicate.Not(item) { Span = item.Span };
}

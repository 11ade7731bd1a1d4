using Trialist.Terminology;

namespace Trialist.Criteria.Lint;

/// <summary>A limit that alone decides its criterion: every conjunct of an inclusion, every alternative of an exclusion.</summary>
/// <param name="Criterion">Where it stands.</param>
/// <param name="Leaf">The limit.</param>
/// <param name="Low">Lower end in the common unit; null when open.</param>
/// <param name="High">Upper end in the common unit; null when open.</param>
/// <param name="Scale">The common unit: canonical for analytes, else as written.</param>
internal sealed record LimitFact(Criterion Criterion, Predicate.Leaf Leaf, Bound? Low, Bound? High, string Scale)
{
    /// <summary>Adds the limits of a criterion, until the list holds as many as are compared.</summary>
    public static void AddFrom(Criterion criterion, List<LimitFact> limits, int most)
    {
        if (criterion.Parent is null && criterion.Predicate is { } predicate)
        {
            Add(criterion, predicate, limits, most);
        }
    }

    private static void Add(Criterion criterion, Predicate predicate, List<LimitFact> limits, int most)
    {
        switch (predicate)
        {
            case Predicate.Leaf { Bounds: { } bounds, Except: null, When: null, Type: LeafType.Measurement or LeafType.Score or LeafType.Age or LeafType.LifeExpectancy } leaf when leaf.Qualifiers.IsEmpty && limits.Count < most:
                if (Scaled(criterion, leaf, bounds) is { } limit)
                {
                    limits.Add(limit);
                }

                break;
            case Predicate.All all when criterion.Kind != CriterionKind.Exclusion:
                AddAll(criterion, all.Items, limits, most);
                break;
            case Predicate.Any any when criterion.Kind == CriterionKind.Exclusion:
                AddAll(criterion, any.Items, limits, most);
                break;
            case Predicate.Leaf or Predicate.All or Predicate.Any or Predicate.AtLeast or Predicate.Not or Predicate.Judgement or Predicate.Unread:
                break;
        }
    }

    private static void AddAll(Criterion criterion, ValueList<Predicate> items, List<LimitFact> limits, int most)
    {
        foreach (var item in items)
        {
            Add(criterion, item, limits, most);
        }
    }

    private static LimitFact? Scaled(Criterion criterion, Predicate.Leaf leaf, Bounds bounds)
    {
        var analyte = Lexicon.Default.ByName(leaf.Concept.Name)?.Analyte;
        var unit = bounds.Unit ?? "";
        var to = unit is Units.UpperLimitOfNormal or Units.LowerLimitOfNormal or "" ? unit : leaf.Type is LeafType.Age or LeafType.LifeExpectancy ? "d" : analyte?.Unit ?? unit;
        return Convert(bounds.Min, unit, to, analyte, out var low) && Convert(bounds.Max, unit, to, analyte, out var high) ? new LimitFact(criterion, leaf, low, high, to) : null;
    }

    private static bool Convert(Bound? bound, string unit, string to, Terminology.Measures.AnalyteProfile? analyte, out Bound? converted)
    {
        converted = bound;
        if (bound is not { } end || unit == to)
        {
            return true;
        }

        if (Units.Convert(new Quantity(end.Value, unit), to, analyte) is not { } result)
        {
            return false;
        }

        converted = end with { Value = result.Quantity.Value };
        return true;
    }

    /// <summary>True when some value lies within both ranges.</summary>
    public bool Meets(LimitFact other)
    {
        var low = Higher(Low, other.Low);
        var high = Lower(High, other.High);
        return !new Bounds(low, high, null).IsEmpty;
    }

    private static Bound? Higher(Bound? left, Bound? right) =>
        left is not { } a ? right : right is not { } b ? left : a.Value != b.Value ? (a.Value > b.Value ? a : b) : a with { Inclusive = a.Inclusive && b.Inclusive };

    private static Bound? Lower(Bound? left, Bound? right) =>
        left is not { } a ? right : right is not { } b ? left : a.Value != b.Value ? (a.Value < b.Value ? a : b) : a with { Inclusive = a.Inclusive && b.Inclusive };
}

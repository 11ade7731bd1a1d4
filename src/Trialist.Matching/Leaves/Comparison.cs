namespace Trialist.Matching.Leaves;

/// <summary>A recorded value against the bounds of a leaf.</summary>
/// <param name="Truth">Whether the bounds admit it.</param>
/// <param name="Borderline">True when it meets or misses a bound only within the rounding of a conversion.</param>
/// <param name="Assumed">The range of normal that was assumed.</param>
/// <param name="Note">Why nothing can be said.</param>
internal readonly record struct Comparison(Truth Truth, bool Borderline, string? Assumed, string? Note)
{
    /// <summary>Larger numbers are no clinical values, and products of them leave the range of decimals.</summary>
    private const decimal MaxValue = 1_000_000_000_000m;

    public static Comparison Of(Fact fact, Bounds bounds, Concept analyte, IVocabulary vocabulary)
    {
        var recorded = fact.Value is { } value ? new Bounds(new Bound(value.Value, true), new Bound(value.Value, true), value.Unit) : fact.ValueWithin;
        if (recorded is null)
        {
            return Open("recorded without a value");
        }

        if (bounds is { Min: null, Max: null })
        {
            return Open("the words give no limit");
        }

        if (IsHuge(recorded.Min) || IsHuge(recorded.Max) || IsHuge(bounds.Min) || IsHuge(bounds.Max))
        {
            return Open("the number is too large to be compared");
        }

        var unit = Unitless(recorded.Unit);
        var asked = Unitless(bounds.Unit);
        if (unit == asked)
        {
            return new Comparison(Fit(recorded, bounds), false, null, null);
        }

        if (asked is "[ULN]" or "[LLN]" || unit is "[ULN]" or "[LLN]")
        {
            return Normal.Compare(fact, recorded, bounds, analyte, vocabulary);
        }

        if (LengthOfTime.Compare(recorded, bounds) is { } ofTime)
        {
            return new Comparison(ofTime, false, null, null);
        }

        if (unit is null || asked is null)
        {
            return Open(unit is null ? "recorded without a unit" : $"the words give no unit; recorded in {unit}");
        }

        return Converted(recorded, bounds, analyte, vocabulary) is { } converted
            ? new Comparison(Fit(converted, bounds), fact.Value is not null && IsBorderline(recorded, converted, bounds, analyte, vocabulary), null, null)
            : Open($"{unit} cannot be compared with {asked}");
    }

    public static Comparison Open(string note) => new(Truth.Unknown, false, null, note);

    /// <summary>Whether a value known to lie in the first bounds lies in the second, both in one unit.</summary>
    public static Truth Fit(Bounds recorded, Bounds bounds)
    {
        var insideMin = bounds.Min is not { } min || (recorded.Min is { } low && (low.Value > min.Value || (low.Value == min.Value && (min.Inclusive || !low.Inclusive))));
        var insideMax = bounds.Max is not { } max || (recorded.Max is { } high && (high.Value < max.Value || (high.Value == max.Value && (max.Inclusive || !high.Inclusive))));
        if (insideMin && insideMax)
        {
            return Truth.True;
        }

        var joint = new Bounds(Tighter(recorded.Min, bounds.Min, 1), Tighter(recorded.Max, bounds.Max, -1), null);
        return joint.IsEmpty ? Truth.False : Truth.Unknown;
    }

    /// <summary>The recorded bounds in the unit of the others; null when there is no exact factor.</summary>
    public static Bounds? Converted(Bounds recorded, Bounds bounds, Concept analyte, IVocabulary vocabulary)
    {
        if (recorded.Unit is not { } from || bounds.Unit is not { } to)
        {
            return null;
        }

        Bound? min = null;
        Bound? max = null;
        if (recorded.Min is { } low)
        {
            if (vocabulary.Convert(analyte, low.Value, from, to) is not { } value)
            {
                return null;
            }

            min = low with { Value = value };
        }

        if (recorded.Max is { } high)
        {
            if (vocabulary.Convert(analyte, high.Value, from, to) is not { } value)
            {
                return null;
            }

            max = high with { Value = value };
        }

        return new Bounds(min, max, to);
    }

    internal static bool IsUnitless(string? unit) => unit is null or "" or "1" || (unit[0] == '{' && unit[^1] == '}');

    private static string? Unitless(string? unit) => IsUnitless(unit) ? null : unit;

    internal static bool IsHuge(Bound? bound) => bound is { } end && Math.Abs(end.Value) > MaxValue;

    private static Bound? Tighter(Bound? left, Bound? right, int sign) => (left, right) switch
    {
        (null, _) => right,
        (_, null) => left,
        ({ } a, { } b) when a.Value == b.Value => new Bound(a.Value, a.Inclusive && b.Inclusive),
        ({ } a, { } b) => Math.Sign(a.Value - b.Value) == sign ? a : b,
    };

    // A recorded number stands for all that round to it. Where a factor other than a power of ten lies between it and the bound,
    // a bound nearer than half of its last digit could fall on either side.
    private static bool IsBorderline(Bounds recorded, Bounds converted, Bounds bounds, Concept analyte, IVocabulary vocabulary)
    {
        var value = recorded.Min!.Value.Value;
        var halfDigit = new decimal(5, 0, 0, false, (byte)Math.Min(28, value.Scale + 1));
        if (vocabulary.Convert(analyte, 1m, recorded.Unit!, bounds.Unit!) is { } one && IsPowerOfTen(one))
        {
            return false;
        }

        if (vocabulary.Convert(analyte, value + halfDigit, recorded.Unit!, bounds.Unit!) is not { } beside)
        {
            return false;
        }

        var reach = Math.Abs(beside - converted.Min!.Value.Value);
        return IsNear(bounds.Min) || IsNear(bounds.Max);

        bool IsNear(Bound? bound) => bound is { } end && Math.Abs(end.Value - converted.Min!.Value.Value) <= reach;
    }

    private static bool IsPowerOfTen(decimal factor)
    {
        var rest = Math.Abs(factor);
        for (var step = 0; step < 28 && rest > 0; step++)
        {
            if (rest == 1)
            {
                return true;
            }

            rest = rest > 1 ? rest / 10 : rest * 10;
        }

        return false;
    }
}

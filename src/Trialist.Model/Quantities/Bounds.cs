namespace Trialist.Model.Quantities;

/// <summary>A limit on a value: a least, a greatest, or both, in one unit.</summary>
/// <param name="Min">The lower end; null when there is none.</param>
/// <param name="Max">The upper end; null when there is none.</param>
/// <param name="Unit">The unit in UCUM; <c>[ULN]</c> and <c>[LLN]</c> for multiples of normal; null for scores and counts.</param>
public sealed record Bounds(Bound? Min, Bound? Max, string? Unit)
{
    /// <summary>True when a value in the unit of the bounds lies within both ends.</summary>
    public bool Admits(decimal value) =>
        (Min is not { } min || (min.Inclusive ? value >= min.Value : value > min.Value)) &&
        (Max is not { } max || (max.Inclusive ? value <= max.Value : value < max.Value));

    /// <summary>True when no value at all can satisfy both ends.</summary>
    public bool IsEmpty =>
        Min is { } min && Max is { } max && (min.Value > max.Value || (min.Value == max.Value && !(min.Inclusive && max.Inclusive)));
}

namespace Trialist.Notes.Values;

/// <summary>A number with its unit as read after (or before) a term.</summary>
/// <param name="Value">The number; null when only bounds are said.</param>
/// <param name="Within">Bounds, for "&lt; 0.01" and "10-12"; null otherwise.</param>
/// <param name="Unit">UCUM; null when none is written.</param>
/// <param name="First">First token of the number.</param>
/// <param name="End">Token after the unit.</param>
internal readonly record struct ReadValue(decimal? Value, Bounds? Within, string? Unit, int First, int End)
{
    /// <summary>The second number of "140/90"; null otherwise.</summary>
    public decimal? Lower { get; init; }

}

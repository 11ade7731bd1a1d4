namespace Trialist.Criteria.Islands;

/// <summary>What the words above an item say it is, where its own words do not.</summary>
/// <param name="Value">The value that a bare number is of: "Age:" above "18 to 65".</param>
/// <param name="Washout">True where a length stands for how long ago a treatment must have ended.</param>
internal readonly record struct ListHeading(LeafType? Value = null, bool Washout = false);

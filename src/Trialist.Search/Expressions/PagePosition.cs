namespace Trialist.Search.Expressions;

/// <summary>The last study of a page: the next page begins behind it, whatever was added or removed meanwhile.</summary>
/// <param name="Keys">Its sort keys; not a number for a missing value.</param>
/// <param name="Last">Its number.</param>
public sealed record PagePosition(ValueList<double> Keys, NctId Last);

namespace Trialist.Search.Pieces;

/// <summary>A value of one of the registry's fixed lists.</summary>
/// <param name="Value">As it stands in records, such as <c>ACTIVE_NOT_RECRUITING</c>.</param>
/// <param name="Label">What the classic site showed for it, such as "Active, not recruiting".</param>
public sealed record EnumValue(string Value, string Label);

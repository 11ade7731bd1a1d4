namespace Trialist.Matching.Bulk;

/// <summary>Facts of a block about one recorded concept that say the same but for their values and days, and all of which began on some recorded day or none did.</summary>
/// <param name="First">Where they begin among those of the block.</param>
/// <param name="End">Where they end.</param>
/// <param name="IsByOneDay">True where they differ in one day only, their start, end or date, and each knows it exactly: they stand in its order.</param>
/// <param name="HasValues">True where some have a value.</param>
/// <param name="Presence">Whether the record says so.</param>
internal readonly record struct FactRun(int First, int End, bool IsByOneDay, bool HasValues, Presence Presence);

namespace Trialist.Registry.Import;

/// <summary>One record cut out of a file, or what is wrong where one should be.</summary>
/// <param name="Bytes">The record; valid until the next one is asked for.</param>
/// <param name="IsXml">True for the legacy XML, false for JSON.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Problem">Why it is no record, as a clause without full stop; null when it may be one.</param>
/// <param name="IsPassedOver">True for an entry of an archive that is no file of studies by its name.</param>
internal readonly record struct RawSlice(ReadOnlyMemory<byte> Bytes, bool IsXml, RecordPlace Place, string? Problem, bool IsPassedOver = false);

namespace Trialist.Registry.Readings;

/// <summary>The current version of a study with its criteria document as kept.</summary>
/// <param name="Study">The study.</param>
/// <param name="Kept">The document as JSON; empty for a study without criteria text; null when none is kept for this engine.</param>
public sealed record StoredReading(StoredStudy Study, ReadOnlyMemory<byte>? Kept);

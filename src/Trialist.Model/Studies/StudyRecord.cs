namespace Trialist.Model.Studies;

/// <summary>One study as it came and as the product uses it.</summary>
/// <param name="Json">The whole v2 record, UTF-8 JSON of one object, exactly as it came (legacy XML: as mapped).</param>
/// <param name="Study">The typed fields read from it.</param>
public sealed record StudyRecord(ReadOnlyMemory<byte> Json, Study Study);

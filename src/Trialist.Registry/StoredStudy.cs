namespace Trialist.Registry;

/// <summary>One version of a study as the store keeps it.</summary>
/// <param name="Version">Which version, from when, and from where.</param>
/// <param name="Json">The whole record, UTF-8 JSON of one object, exactly as it came.</param>
public sealed record StoredStudy(StudyVersion Version, ReadOnlyMemory<byte> Json)
{
    /// <summary>The registry's number.</summary>
    public NctId NctId => Version.NctId;

    /// <summary>The typed fields; read from the JSON at the first use.</summary>
    public Study Study => field ??= StudyReader.Read(Json);

    /// <summary>The record with its typed fields.</summary>
    public StudyRecord ToRecord() => new(Json, Study);
}

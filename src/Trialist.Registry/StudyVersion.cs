namespace Trialist.Registry;

/// <summary>One version of a study, without its text.</summary>
/// <param name="NctId">The registry's number.</param>
/// <param name="Number">1 for the first version that this registry saw, and so on.</param>
/// <param name="Sequence">Place among all changes of this store; grows by one with each.</param>
/// <param name="SeenAt">When the record was seen to be so: the observation date of the source where it gives one, else the time of import.</param>
/// <param name="LastUpdate">The record's own last-update date; null for a record without one.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="Hash">SHA-256 of the content in hexadecimal; white space and the registry's daily version stamp do not count.</param>
public sealed record StudyVersion(
    NctId NctId, int Number, long Sequence, DateTimeOffset SeenAt, PartialDate? LastUpdate, StudyOrigin Origin, string Hash);

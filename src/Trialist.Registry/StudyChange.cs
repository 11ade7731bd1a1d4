namespace Trialist.Registry;

/// <summary>What a follower of the store has to do: take the study as it is now, or forget it.</summary>
/// <param name="NctId">The study.</param>
/// <param name="Sequence">When it changed.</param>
/// <param name="Study">The current version; null when the study is gone.</param>
public sealed record StudyChange(NctId NctId, long Sequence, StoredStudy? Study);

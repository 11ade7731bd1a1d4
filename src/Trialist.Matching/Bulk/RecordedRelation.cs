namespace Trialist.Matching.Bulk;

/// <summary>A recorded concept of a block as it stands to an asked one.</summary>
/// <param name="Recorded">Its number.</param>
/// <param name="FirstRun">The first run of its facts.</param>
/// <param name="EndRun">The first run of another concept's.</param>
/// <param name="Kinship">How it stands to what is asked; none where it does not bear on it.</param>
/// <param name="IsSudden">True for a condition that happens on a day.</param>
internal readonly record struct RecordedRelation(int Recorded, int FirstRun, int EndRun, Kinship Kinship, bool IsSudden);

namespace Trialist.Matching.Bulk;

/// <summary>A recorded concept of a block as it stands to an asked one.</summary>
/// <param name="Recorded">Its number.</param>
/// <param name="First">Where its facts begin among those of the block.</param>
/// <param name="End">Where they end.</param>
/// <param name="Kinship">How it stands to what is asked; none where it does not bear on it.</param>
/// <param name="IsSudden">True for a condition that happens on a day.</param>
internal readonly record struct RecordedRelation(int Recorded, int First, int End, Kinship Kinship, bool IsSudden);

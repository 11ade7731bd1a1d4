namespace Trialist.Matching.Bulk;

/// <summary>A fact of a block beside others about the same concept.</summary>
/// <param name="Fact">Its number in the block.</param>
/// <param name="Form">What it and others say that differ from it only in concept, value and days, and in days only as far as a denial is stale.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Presence">Whether the record says so.</param>
/// <param name="HasStart">True where it began on a day that is recorded.</param>
internal readonly record struct PlacedFact(int Fact, int Form, ushort Owner, Presence Presence, bool HasStart)
{
    /// <summary>True where its days may matter to a leaf with a window: it affirms, or denies from some day on.</summary>
    public bool IsDated(Kinship kinship) => (Presence == Presence.Present && kinship != Kinship.Broader) || (Presence == Presence.Absent && HasStart);
}

namespace Trialist.Matching.Bulk;

/// <summary>A fact of a block that is related to an asked concept.</summary>
/// <param name="Fact">Its number in the block.</param>
/// <param name="Form">What it and others say that differ from it only in value and days, and in days only as far as a denial is stale; with its kinship.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Kinship">How it stands to what is asked.</param>
/// <param name="Traits">What is known of it at once.</param>
internal readonly record struct RecordedEntry(int Fact, int Form, ushort Owner, byte Kinship, RecordedTraits Traits)
{
    /// <summary>False where it leaves every leaf without an exception as unknown as silence does.</summary>
    public bool Bears => (Traits & RecordedTraits.Bears) != RecordedTraits.None;

    /// <summary>True where its days may matter to a leaf with a window.</summary>
    public bool IsDated => (Traits & RecordedTraits.Dated) != RecordedTraits.None;

    /// <summary>True for a condition that happens on a day.</summary>
    public bool IsSudden => (Traits & RecordedTraits.Sudden) != RecordedTraits.None;
}

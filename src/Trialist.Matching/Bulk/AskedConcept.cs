namespace Trialist.Matching.Bulk;

/// <summary>A concept that leaves of a bank ask about, as it stands to a recorded one.</summary>
/// <param name="Number">Its number in the bank.</param>
/// <param name="Kinship">How what is recorded stands to it.</param>
internal readonly record struct AskedConcept(int Number, Kinship Kinship)
{
    /// <summary>False where the fact leaves every leaf without an exception as unknown as silence does.</summary>
    /// <remarks>
    /// Whoever has an infection may have pneumonia, and whoever has no pneumonia may have an infection; what the record leaves open is
    /// open. Where silence is read as "no", the same facts keep the answer from being "no", so all of them count.
    /// </remarks>
    public bool IsBorneOnBy(Presence presence, MatchSettings settings) => !settings.AssumeComplete.IsEmpty || (Kinship, presence) switch
    {
        (_, Presence.Uncertain) => false,
        (Kinship.Same, _) => true,
        (Kinship.Narrower, Presence.Present) => true,
        (Kinship.Broader, Presence.Absent) => true,
        _ => false,
    };
}

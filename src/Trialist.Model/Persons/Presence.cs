namespace Trialist.Model.Persons;

/// <summary>Whether a record says that a fact holds.</summary>
public enum Presence
{
    /// <summary>The record says so.</summary>
    Present,

    /// <summary>The record denies it ("no history of", refuted).</summary>
    Absent,

    /// <summary>The record leaves it open ("possible", unconfirmed, differential).</summary>
    Uncertain,
}

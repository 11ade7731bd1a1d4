using Trialist.Model.Studies;
using Trialist.Model.Time;

namespace Trialist.Model.Persons;

/// <summary>What is known of one person. Held in memory for the request only; never stored or logged.</summary>
public sealed record Person
{
    /// <summary>An id within the file it came from, for cohorts; null for one person.</summary>
    public string? Id { get; init; }

    /// <summary>Date of birth as far as known.</summary>
    public PartialDate? BirthDate { get; init; }

    /// <summary>Age in completed years when only that is known.</summary>
    public int? AgeYears { get; init; }

    /// <summary>Age in completed months when a small child's record says it so; <see cref="AgeYears"/> is then null.</summary>
    public int? AgeMonths { get; init; }

    /// <summary>Sex as recorded; null when not known. <see cref="Sex.All"/> is not used for persons.</summary>
    public Sex? Sex { get; init; }

    /// <summary>True when the record says that the person has died.</summary>
    public bool Deceased { get; init; }

    /// <summary>Where the person lives; null when not known.</summary>
    public Place? Place { get; init; }

    /// <summary>Everything that the record says, in its order.</summary>
    public ValueList<Fact> Facts { get; init; }
}

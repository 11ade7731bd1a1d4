namespace Trialist.Model.Eligibility;

/// <summary>How far the engine understood a criterion.</summary>
public enum Reading
{
    /// <summary>Nothing was understood.</summary>
    None,

    /// <summary>Some words that bear meaning stand in no predicate.</summary>
    Partial,

    /// <summary>Every word that bears meaning is in a predicate.</summary>
    Full,

    /// <summary>Only a person can decide.</summary>
    Judgement,

    /// <summary>Done at enrolment: consent, agreement, ability to comply.</summary>
    Action,
}

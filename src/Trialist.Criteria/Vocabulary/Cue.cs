namespace Trialist.Criteria.Vocabulary;

/// <summary>What a function word or phrase does in a criterion. The rows are in cues.tsv.</summary>
internal enum Cue : byte
{
    None,

    /// <summary>Says nothing by itself: "patients", "must have", "known".</summary>
    Filler,

    And,
    Or,

    /// <summary>After a list: any of it, "or both".</summary>
    OrBoth,

    /// <summary>Denies what follows: "no", "without", "absence of".</summary>
    Not,

    /// <summary>Denies what stands before: "is not allowed", "must be negative".</summary>
    NotAfter,

    /// <summary>Lifts what stands before: "except", "unless".</summary>
    Except,

    /// <summary>A condition: "if", "in case of".</summary>
    If,

    /// <summary>A condition on what stands before: "provided that".</summary>
    Provided,

    /// <summary>Examples or members follow: "such as", "including".</summary>
    Including,

    /// <summary>A definition follows: "defined as".</summary>
    Defined,

    /// <summary>A bound: "at least". The value says which.</summary>
    Compare,

    /// <summary>A bound after its number: "or older".</summary>
    CompareAfter,

    /// <summary>"between".</summary>
    Between,

    /// <summary>"to", "through": between two numbers.</summary>
    To,

    /// <summary>At any time so far: "history of".</summary>
    Ever,

    /// <summary>Now: "current".</summary>
    Now,

    /// <summary>Still to come: "planned".</summary>
    Planned,

    /// <summary>A treatment follows: "treatment with".</summary>
    Treatment,

    /// <summary>A condition follows: "diagnosis of".</summary>
    Condition,

    /// <summary>What an allergy is to follows.</summary>
    Allergy,

    /// <summary>A procedure follows: "undergoing".</summary>
    Procedure,

    /// <summary>What follows is ruled out by something: "contraindication to".</summary>
    Contraindication,

    /// <summary>A person's judgement.</summary>
    Judgement,

    /// <summary>An action at enrolment follows: "willing to".</summary>
    Action,

    /// <summary>A matter that is complete in itself; the value names type and concept.</summary>
    Matter,

    /// <summary>Narrows the concept beside it.</summary>
    Qualifier,

    /// <summary>Joins two facts that both hold: "requiring", "in patients with".</summary>
    With,

    /// <summary>A preposition that begins a narrowing phrase: "for", "due to".</summary>
    Prep,

    /// <summary>A word of a time window.</summary>
    Time,

    /// <summary>A reference to another document: "per protocol", "as defined in".</summary>
    Reference,

    /// <summary>What follows does not matter: "with or without".</summary>
    Ignore,

    /// <summary>A verb or other word that bears a meaning which no rule reads.</summary>
    Unread,
}

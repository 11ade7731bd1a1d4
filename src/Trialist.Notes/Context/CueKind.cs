namespace Trialist.Notes.Context;

/// <summary>What a cue says about the terms in its reach.</summary>
internal enum CueKind
{
    /// <summary>Is not there: no, denies, without.</summary>
    Negated,

    /// <summary>Left open: possible, suspected, rule out.</summary>
    Uncertain,

    /// <summary>Named as something that may happen: if, risk of, screening for.</summary>
    Hypothetical,

    /// <summary>Concerns a relative.</summary>
    Family,

    /// <summary>History, without saying that it is over.</summary>
    History,

    /// <summary>Over: resolved, former, stopped.</summary>
    Past,

    /// <summary>A treatment or procedure that is over: stopped, received, status post. Says nothing about diseases.</summary>
    Ended,

    /// <summary>Now: presents with, has, active.</summary>
    Current,

    /// <summary>A treatment that is going on: takes, on, started on.</summary>
    Taken,

    /// <summary>Not begun: scheduled, plan for.</summary>
    Planned,

    /// <summary>An allergy to what follows.</summary>
    Allergy,

    /// <summary>Ends the reach of cues before it, and of backward cues after it.</summary>
    Stop,

    /// <summary>Looks like a cue and is none.</summary>
    Pseudo,
}

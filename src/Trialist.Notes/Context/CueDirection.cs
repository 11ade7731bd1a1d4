namespace Trialist.Notes.Context;

/// <summary>Where the terms stand that a cue is about.</summary>
internal enum CueDirection
{
    /// <summary>After the cue.</summary>
    Forward,

    /// <summary>Before the cue.</summary>
    Backward,

    /// <summary>On both sides.</summary>
    Both,
}

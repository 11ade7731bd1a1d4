namespace Trialist.Notes.Context;

/// <summary>A cue in a sentence: token indexes, half-open.</summary>
internal readonly record struct CueHit(Cue Cue, int First, int End);

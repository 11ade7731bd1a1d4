namespace Trialist.Notes.Mentions;

/// <summary>A narrowing word in a sentence.</summary>
internal readonly record struct QualifierMention(int First, int End, Qualifier Qualifier);

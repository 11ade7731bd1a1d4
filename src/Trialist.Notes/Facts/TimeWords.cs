namespace Trialist.Notes.Facts;

/// <summary>Words of a sentence that say when: token indexes, half-open, and the time.</summary>
/// <param name="First">First token.</param>
/// <param name="End">Token after the last.</param>
/// <param name="IsDate">True for a date of the calendar, false for "in 2009" and "2 years ago".</param>
/// <param name="Time">What they say.</param>
internal readonly record struct TimeWords(int First, int End, bool IsDate, SentenceTime Time);

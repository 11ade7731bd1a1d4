namespace Trialist.Criteria.Islands;

/// <content>What an attempt at a wording notes on its way, to be forgotten where it fails.</content>
internal sealed partial class IslandParser
{
    private Notes NotesSoFar => new(unread.Count, passed.Count, guessed.Count);

    /// <summary>How much was noted.</summary>
    private readonly record struct Notes(int Unread, int Passed, int Guessed);

    private void ForgetSince(Notes before)
    {
        unread.RemoveRange(before.Unread, unread.Count - before.Unread);
        passed.RemoveRange(before.Passed, passed.Count - before.Passed);
        guessed.RemoveRange(before.Guessed, guessed.Count - before.Guessed);
    }
}

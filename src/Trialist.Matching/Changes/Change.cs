namespace Trialist.Matching.Changes;

/// <summary>One thing that would turn a criterion that is not met.</summary>
/// <param name="Criterion">The criterion's id.</param>
/// <param name="Leaf">The leaf that would have to come out otherwise, in one line.</param>
/// <param name="Needed">How it would have to come out.</param>
/// <param name="Facts">The facts that stand in the way.</param>
/// <param name="On">The day on which time alone turns it, such as the end of a wash-out or a birthday; null when time does not.</param>
public sealed record Change(string Criterion, string Leaf, Truth Needed, ValueList<Fact> Facts, DateOnly? On)
{
    /// <summary>The change as a sentence.</summary>
    public string Text => On is { } day
        ? $"{Criterion}: from {day:yyyy-MM-dd} on ({Leaf})"
        : Needed == Truth.True ? $"{Criterion}: {Leaf}" : $"{Criterion}: without {Leaf}";
}

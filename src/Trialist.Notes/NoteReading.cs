namespace Trialist.Notes;

/// <summary>A person as read from a free-text note.</summary>
/// <param name="Person">Who the person is and what is known; its facts are those of <paramref name="Facts"/>.</param>
/// <param name="Facts">Each fact with its words, in the order of the note.</param>
public sealed record NoteReading(Person Person, ValueList<NoteFact> Facts)
{
    /// <summary>The words that give the age; null when none do.</summary>
    public TextSpan? AgeSpan { get; init; }

    /// <summary>The words that give the sex; null when none do.</summary>
    public TextSpan? SexSpan { get; init; }

    /// <summary>True when the note was longer than <see cref="NoteLimits.Length"/> and its end was not read.</summary>
    public bool IsCut { get; init; }
}

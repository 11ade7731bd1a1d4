namespace Trialist.Notes;

/// <summary>What a note may cost to read.</summary>
public static class NoteLimits
{
    /// <summary>Longest note, in UTF-16 units; a discharge summary has some 20,000. What lies beyond is not read, and the reading says so.</summary>
    public const int Length = 1_000_000;

    /// <summary>Longest sentence, in tokens; a longer one is cut, so that scopes stay short and time linear.</summary>
    public const int TokensPerSentence = 400;

    /// <summary>Most facts of one note.</summary>
    public const int Facts = 20_000;
}

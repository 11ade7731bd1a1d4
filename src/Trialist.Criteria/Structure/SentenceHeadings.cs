using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Structure;

/// <summary>
/// Knows section headings that are whole sentences in plain words: "You cannot join this trial if any of these apply.",
/// "Patients are eligible if all of the following are true".
/// </summary>
internal static class SentenceHeadings
{
    /// <summary>Longer sentences say something of their own.</summary>
    private const int LongestSentence = 160;

    private static readonly PhraseList Conditions = new(" if", " following", " when", " who", " these");
    private static readonly PhraseList Deeds = new("join", "take part", "taking part", "participate", "enrol", "enter", "eligible", "be included", "be considered", "suitable");
    private static readonly PhraseList Denials = new("cannot", "can not", "can't", "can’t", " not ", "unable", "ineligible", "no one", "nobody");
    private static readonly PhraseList Refusals = new("excluded", "be ineligible", "are ineligible", "is ineligible");
    private static readonly PhraseList Turns = new("unless", "except", "without", "only");

    /// <summary>
    /// The section that the sentence opens; null when it says more than that a list follows, when its sense turns in the middle,
    /// or when the list joins otherwise than its section does ("eligible if one of the following applies"), so that the sentence must stay with its list.
    /// </summary>
    public static Section? SectionOf(ReadOnlySpan<char> line) =>
        Opened(line) is { } opened && !JoinsOtherwise(line, opened) ? opened : null;

    private static Section? Opened(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestSentence || !Conditions.OccursIn(line) || Turns.OccursIn(line) || !LeadIns.IsLeadIn(line))
        {
            return null;
        }

        var denied = Denials.OccursIn(line);
        return Refusals.OccursIn(line) ? (denied && !line.Contains("ineligible", StringComparison.Ordinal) ? null : Section.Exclusion)
            : !Deeds.OccursIn(line) ? null
            : denied ? Section.Exclusion
            : Section.Inclusion;
    }

    /// <summary>True when the list under the words joins otherwise than lists of the section do.</summary>
    public static bool JoinsOtherwise(ReadOnlySpan<char> line, Section section) => CombineWords.Find(line) is { } combine
        && (section == Section.Exclusion ? combine is { All: true, Certain: true } or { AtLeast: > 1 } : !combine.All);
}

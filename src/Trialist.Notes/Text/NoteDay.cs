using Trialist.Notes.Values;

namespace Trialist.Notes.Text;

/// <summary>Finds the day that a note gives as its own: "Date of visit: 2026-11-20", or "Oncology clinic note 2026-11-20" as its title.</summary>
internal static class NoteDay
{
    /// <summary>Such a line stands at the top.</summary>
    private const int Top = 120;

    private static readonly string[] Labels =
        ["date", "date of visit", "visit date", "date of service", "date of note", "note date", "encounter date", "date of encounter", "clinic date", "clinic visit", "visit", "dos", "seen", "seen on", "date seen", "date of assessment", "date of consultation"];

    /// <summary>Words of a title, which is the first line and short.</summary>
    private static readonly string[] Titles = ["note", "visit", "letter", "report", "consult", "consultation", "summary", "clinic", "assessment", "encounter"];

    private const int LongestTitle = 14;

    /// <summary>The day; null where the note does not say it to the day, or says one after that on which it was read.</summary>
    public static DateOnly? Find(string note, IReadOnlyList<NoteToken> tokens, DateReader dates, DateOnly? readOn)
    {
        for (var at = 0; at < tokens.Count && at < Top; at++)
        {
            if (dates.At(note, tokens, at) is not var (date, end))
            {
                continue;
            }

            if (date.IsExact && ((Label(note, tokens, at) is { } label && Array.Exists(Labels, one => one.Equals(label, StringComparison.OrdinalIgnoreCase))) || IsInTitle(note, tokens, at, end)))
            {
                return readOn is { } day && date.Earliest > day ? null : date.Earliest;
            }

            at = end - 1;
        }

        return null;
    }

    // The date closes the first line, and the words before it name the kind of note.
    private static bool IsInTitle(string note, IReadOnlyList<NoteToken> tokens, int at, int end)
    {
        if (at > LongestTitle || (end < tokens.Count && tokens[end].Kind != NoteTokenKind.Break))
        {
            return false;
        }

        var named = false;
        for (var before = 0; before < at; before++)
        {
            if (tokens[before].Kind == NoteTokenKind.Break || tokens[before].IsNumber)
            {
                return false;
            }

            named |= Array.Exists(Titles, word => tokens[before].IsWordOf(note, word));
        }

        return named;
    }

    // The words between the start of the line and the date.
    private static string? Label(string note, IReadOnlyList<NoteToken> tokens, int at)
    {
        var end = at > 0 && tokens[at - 1].Is(note, ':') ? at - 1 : at;
        var first = end;
        while (first > 0 && tokens[first - 1].IsWord)
        {
            first--;
        }

        var opensLine = first == 0 || tokens[first - 1].Kind == NoteTokenKind.Break;
        return opensLine && first < end ? string.Join(' ', Enumerable.Range(first, end - first).Select(index => tokens[index].In(note).ToString())) : null;
    }
}

using Trialist.Notes.Values;

namespace Trialist.Notes.Text;

/// <summary>Finds the day that a note gives as its own: "Date of visit: 2026-11-20".</summary>
internal static class NoteDay
{
    /// <summary>Such a line stands at the top.</summary>
    private const int Top = 120;

    private static readonly string[] Labels =
        ["date", "date of visit", "visit date", "date of service", "date of note", "note date", "encounter date", "date of encounter", "clinic date", "clinic visit", "visit", "dos", "seen", "seen on", "date seen", "date of assessment", "date of consultation"];

    /// <summary>The day; null where the note does not say it to the day, or says one after that on which it was read.</summary>
    public static DateOnly? Find(string note, IReadOnlyList<NoteToken> tokens, DateReader dates, DateOnly? readOn)
    {
        for (var at = 0; at < tokens.Count && at < Top; at++)
        {
            if (dates.At(note, tokens, at) is not var (date, end))
            {
                continue;
            }

            if (date.IsExact && Label(note, tokens, at) is { } label && Array.Exists(Labels, one => one.Equals(label, StringComparison.OrdinalIgnoreCase)))
            {
                return readOn is { } day && date.Earliest > day ? null : date.Earliest;
            }

            at = end - 1;
        }

        return null;
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

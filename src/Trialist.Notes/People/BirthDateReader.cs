using Trialist.Notes.Text;
using Trialist.Notes.Values;

namespace Trialist.Notes.People;

/// <summary>Finds the person's date of birth: "DOB: 1984-06-02", "date of birth 2 June 1984", "geb. 02.06.1984".</summary>
internal static class BirthDateReader
{
    private static readonly string[] Labels = ["dob", "birthdate", "geb", "geboren"];

    /// <summary>The date and its words; null where the note does not give it.</summary>
    public static (PartialDate Date, int First, int End)? Find(string note, IReadOnlyList<NoteToken> tokens, DateReader dates)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var isLabel = Array.Exists(Labels, word => tokens[at].IsWordOf(note, word)) ||
                (tokens[at].IsWordOf(note, "birth") && at > 1 && tokens[at - 1].IsWordOf(note, "of") && tokens[at - 2].IsWordOf(note, "date")) ||
                (tokens[at].IsWordOf(note, "date") && at > 0 && tokens[at - 1].IsWordOf(note, "birth"));
            if (!isLabel)
            {
                continue;
            }

            var next = at + 1;
            while (next < tokens.Count && next <= at + 2 && (tokens[next].Is(note, ':') || tokens[next].Is(note, '=') || tokens[next].Is(note, '.') || tokens[next].IsWordOf(note, "is") || tokens[next].IsWordOf(note, "am")))
            {
                next++;
            }

            if (next < tokens.Count && dates.At(note, tokens, next) is var (date, end))
            {
                return (date, next, end);
            }
        }

        return null;
    }
}

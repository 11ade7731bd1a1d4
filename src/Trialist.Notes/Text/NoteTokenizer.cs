namespace Trialist.Notes.Text;

/// <summary>Cuts a note into tokens. Permissive: every character belongs to a token or is white space.</summary>
internal static class NoteTokenizer
{
    private const int LongestMask = 200;

    public static List<NoteToken> Tokenize(string note)
    {
        var tokens = new List<NoteToken>(note.Length / 5);
        for (var at = 0; at < note.Length;)
        {
            var (kind, end) = TokenAt(note, at);
            if (kind is { } known)
            {
                tokens.Add(new NoteToken(known, at, end));
            }

            at = end;
        }

        return tokens;
    }

    private static (NoteTokenKind? Kind, int End) TokenAt(string note, int at)
    {
        var c = note[at];
        if (c == '\n')
        {
            return (NoteTokenKind.Break, at + 1);
        }

        if (char.IsWhiteSpace(c))
        {
            return (null, at + 1);
        }

        if (c == '[' && at + 2 < note.Length && note[at + 1] == '*' && note[at + 2] == '*')
        {
            var close = note.IndexOf("**]", at + 3, Math.Min(LongestMask, note.Length - at - 3), StringComparison.Ordinal);
            if (close > 0)
            {
                return (NoteTokenKind.Mask, close + 3);
            }
        }

        return char.IsAsciiDigit(c) ? (NoteTokenKind.Number, NumberEnd(note, at))
            : char.IsLetter(c) ? (NoteTokenKind.Word, WordEnd(note, at))
            : (NoteTokenKind.Symbol, at + (char.IsHighSurrogate(c) && at + 1 < note.Length && char.IsLowSurrogate(note[at + 1]) ? 2 : 1));
    }

    // 1,250.5 is one number; the comma of "1, 2" and the full stop of "of 5." are none of it.
    private static int NumberEnd(string note, int at)
    {
        var end = at;
        var hasPoint = false;
        while (end < note.Length)
        {
            if (char.IsAsciiDigit(note[end]))
            {
                end++;
            }
            else if (note[end] == ',' && !hasPoint && IsThousands(note, end + 1))
            {
                end += 4;
            }
            else if (note[end] == '.' && !hasPoint && end + 1 < note.Length && char.IsAsciiDigit(note[end + 1]))
            {
                hasPoint = true;
                end++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static bool IsThousands(string note, int at) =>
        at + 3 <= note.Length && char.IsAsciiDigit(note[at]) && char.IsAsciiDigit(note[at + 1]) && char.IsAsciiDigit(note[at + 2]) &&
        (at + 3 == note.Length || !char.IsAsciiDigit(note[at + 3]));

    private static int WordEnd(string note, int at)
    {
        var end = at + 1;
        while (end < note.Length && (char.IsLetterOrDigit(note[end]) ||
            (note[end] is '\'' or '’' && end + 1 < note.Length && char.IsLetter(note[end + 1]))))
        {
            end++;
        }

        return end;
    }
}

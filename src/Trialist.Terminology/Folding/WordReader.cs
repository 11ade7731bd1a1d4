namespace Trialist.Terminology.Folding;

/// <summary>Reads the words of a phrase one after the other, folded, without allocating.</summary>
/// <remarks>A word is a run of letters, a run of digits, one Greek letter (by its English name) or a percent sign, so that "IL6", "IL-6" and "IL 6" are two words each.</remarks>
internal ref struct WordReader(ReadOnlySpan<char> text, int start)
{
    /// <summary>Longer words cannot be terms; they are cut, and so match nothing.</summary>
    public const int LongestWord = 48;

    /// <summary>The longest run of blanks that may stand inside a term, which may be wrapped over two indented lines.</summary>
    private const int LongestGap = 64;

    private const char LastAscii = '\u007F';

    /// <summary>The bit that tells small from capital letters in ASCII.</summary>
    private const int LowerCase = 0x20;

    private readonly ReadOnlySpan<char> text = text;

    /// <summary>Index after the last word read.</summary>
    public int End { get; private set; } = start;

    /// <summary>How many brackets were opened and not closed since the start.</summary>
    private int open;

    /// <summary>Index after the last word and the brackets that close right behind it.</summary>
    public readonly int EndWithBrackets
    {
        get
        {
            var end = End;
            for (var left = open; left > 0 && end < text.Length && text[end] is ')' or ']'; left--)
            {
                end++;
            }

            return end;
        }
    }

    /// <summary>True when a word may begin here: no letter or digit stands right before.</summary>
    public static bool IsStart(ReadOnlySpan<char> text, int index) =>
        index == 0 || !char.IsLetterOrDigit(text[index]) || !char.IsLetterOrDigit(text[index - 1]);

    /// <summary>True when the word just read is not followed by further letters or digits.</summary>
    public readonly bool AtBoundary => End >= text.Length || !char.IsLetterOrDigit(text[End]) || !char.IsLetterOrDigit(text[End - 1]);

    /// <summary>The letters that a word of a table may be written with at its start, a bit for each: folding makes "estrogen" of "oestrogen" and a sign of "percent".</summary>
    /// <param name="folded">The first character of the word as the table has it.</param>
    public static uint OpeningsOf(char folded) => folded switch
    {
        'e' => LetterBit('e') | LetterBit('o') | LetterBit('a'),
        '%' => LetterBit('p'),
        '&' => LetterBit('a'),
        _ => char.IsAsciiLetter(folded) ? LetterBit(folded) : 0,
    };

    private static uint LetterBit(char letter) => 1u << ((letter | LowerCase) - 'a');

    /// <summary>Reads the next word into the buffer; false where the phrase cannot go on.</summary>
    /// <param name="buffer">Where the folded word goes.</param>
    /// <param name="first">True for the first word of a phrase, before which nothing is skipped.</param>
    /// <param name="length">How long the folded word is.</param>
    /// <param name="openings">The letters of ASCII that the word may begin with, a bit for each; what begins with another is not read.</param>
    public bool TryRead(scoped Span<char> buffer, bool first, out int length, uint openings = uint.MaxValue)
    {
        length = 0;
        var at = End;
        if (!first && !TrySkipGap(ref at))
        {
            return false;
        }

        while (at < text.Length && text[at] > LastAscii && CharacterFold.IsIgnorable(text[at]))
        {
            at++;
        }

        if (at >= text.Length)
        {
            return false;
        }

        var c = text[at];
        if (char.IsAsciiLetter(c) && (openings & LetterBit(c)) == 0)
        {
            return false;
        }

        if (c > LastAscii && CharacterFold.GreekName(c) is { } name && !(c == 'ß' && at > 0 && char.IsLetter(text[at - 1])))
        {
            name.CopyTo(buffer);
            length = name.Length;
            End = at + 1;
            return true;
        }

        if (c is '%' or '&')
        {
            buffer[0] = c;
            length = 1;
            End = at + 1;
            return true;
        }

        return char.IsLetter(c) ? ReadLetters(buffer, at, out length) : IsDigit(c) && ReadDigits(buffer, at, out length);
    }

    private bool ReadLetters(scoped Span<char> buffer, int at, out int length)
    {
        length = 0;
        var capitals = 0;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsAsciiLetter(c))
            {
                // Nearly every letter: no table is asked.
                if (length < LongestWord)
                {
                    buffer[length++] = (char)(c | LowerCase);
                }

                capitals += c <= 'Z' ? 1 : 0;
                continue;
            }

            if (c <= LastAscii)
            {
                break;
            }

            if (CharacterFold.IsIgnorable(c))
            {
                continue;
            }

            if (!char.IsLetter(c) || CharacterFold.GreekName(c) is not null)
            {
                break;
            }

            if (length < LongestWord)
            {
                buffer[length++] = CharacterFold.Of(c);
            }

            capitals += char.IsUpper(c) ? 1 : 0;
        }

        var acronymPlural = length > 2 && capitals == length - 1 && text[at - 1] == 's';
        if (acronymPlural)
        {
            length--;
        }

        var allCapitals = capitals >= length;
        End = at;
        if (EndsInPossessive(at))
        {
            End = at + 2;
        }

        // Short words in capitals are acronyms, and their final s is a letter of theirs: AIDS, SARS.
        length = WordFold.Apply(buffer, length, acronymPlural || (allCapitals && length <= 5));
        if (length == 7 && buffer[..7].SequenceEqual("percent"))
        {
            buffer[0] = '%';
            length = 1;
        }
        else if (length == 3 && buffer[..3].SequenceEqual("and"))
        {
            buffer[0] = '&';
            length = 1;
        }

        return true;
    }

    private readonly bool EndsInPossessive(int at) =>
        at + 1 < text.Length && CharacterFold.IsApostrophe(text[at]) && text[at + 1] is 's' or 'S' && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2]));

    private bool ReadDigits(scoped Span<char> buffer, int at, out int length)
    {
        length = 0;
        for (; at < text.Length && IsDigit(text[at]); at++)
        {
            if (length < LongestWord)
            {
                buffer[length++] = CharacterFold.Of(text[at]);
            }
        }

        End = at;
        return true;
    }

    private static bool IsDigit(char c) => CharacterFold.Of(c) is >= '0' and <= '9';

    /// <summary>Skips what may stand between two words of a term: blanks or one line break, hyphens, slashes, brackets, and marks without blanks beside them.</summary>
    private bool TrySkipGap(ref int at)
    {
        var from = at;
        var blank = false;
        var lines = 0;
        var tight = false;
        for (; at < text.Length && at - from < LongestGap; at++)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                lines += c == '\n' ? 1 : 0;
                blank = true;
            }
            else if (CharacterFold.IsHyphen(c))
            {
                // A hyphen after a line break is a bullet.
                if (lines > 0)
                {
                    return false;
                }
            }
            else if (c is '(' or '[')
            {
                open++;
            }
            else if (c is ')' or ']')
            {
                open--;
                tight |= open < 0;
            }
            else if (c is ',' or ':' or '\\' or '_')
            {
                tight = true;
            }
            else if (c == '.')
            {
                // "E. coli" and "i.v." go on, a sentence does not.
                tight |= at > from || !IsShortWordBefore(from);
            }
            else if (!CharacterFold.IsApostrophe(c) && !CharacterFold.IsIgnorable(c) && c is not ('/' or '+' or '*' or '"' or '\u201C' or '\u201D'))
            {
                break;
            }

            if (lines > 1 || (tight && blank))
            {
                return false;
            }
        }

        return true;
    }

    private readonly bool IsShortWordBefore(int end) => end < 3 || !char.IsLetter(text[end - 3]);
}

namespace Trialist.Criteria.Structure;

/// <summary>Reads the mark at the start of a line.</summary>
internal static class MarkerReader
{
    private const int LongestNumber = 3;
    private const int LongestRoman = 5;

    // The last three are what Word's symbol fonts leave behind.
    private const string Bullets = "*•·●▪■□◦○‣⁃∙►➢✓✔❖◆\uF0B7\uF0A7\uF0D8";

    public static Marker Read(ReadOnlySpan<char> text, int start, int end)
    {
        var at = start;
        if (at < end && text[at] == '\\')
        {
            at++;
        }

        if (at >= end)
        {
            return Marker.None(start);
        }

        var c = text[at];
        if (Bullets.Contains(c) || c is '-' or '–' or '—' or '−')
        {
            return ReadBullet(text, start, at, end);
        }

        if (c is 'o' && at + 2 < end && char.IsWhiteSpace(text[at + 1]) && (char.IsUpper(text[at + 2]) || char.IsWhiteSpace(text[at + 2])))
        {
            return Bullet('o', text, at + 1, end);
        }

        var open = c is '(' or '[';
        if (open || c is '#')
        {
            at++;
        }

        if (at >= end)
        {
            return Marker.None(start);
        }

        return char.IsAsciiDigit(text[at]) ? ReadNumber(text, start, at, end, open)
            : char.IsAsciiLetter(text[at]) && c != '#' ? ReadLetter(text, start, at, end, open)
            : Marker.None(start);
    }

    /// <summary>The value of a roman numeral of i, v and x; 0 when it is none.</summary>
    public static int RomanValue(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > LongestRoman)
        {
            return 0;
        }

        var total = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var value = Digit(word[i]);
            if (value == 0)
            {
                return 0;
            }

            total += i + 1 < word.Length && value < Digit(word[i + 1]) ? -value : value;
        }

        return total;

        static int Digit(char c) => c switch { 'i' or 'I' => 1, 'v' or 'V' => 5, 'x' or 'X' => 10, _ => 0 };
    }

    private static Marker ReadBullet(ReadOnlySpan<char> text, int start, int at, int end)
    {
        var c = text[at];
        var next = at + 1 < end ? text[at + 1] : ' ';
        if (c is '*' && next == '*')
        {
            // Two stars are bold print, unless a blank follows: then they are a doubled mark.
            return at + 2 < end && !char.IsWhiteSpace(text[at + 2]) ? Marker.None(start) : Bullet('*', text, at + 2, end);
        }

        var dash = c is not '*' && !Bullets.Contains(c);
        return dash && char.IsAsciiDigit(next) ? Marker.None(start) : Bullet(dash ? '-' : c, text, at + 1, end);
    }

    private static Marker Bullet(char style, ReadOnlySpan<char> text, int at, int end) =>
        new(MarkerKind.Bullet, style, 0, 0, SkipNumber(text, SkipBlanks(text, at, end), end));

    // "* 12\. Pregnancy", "* (3) Asthma": the author numbered what the registry marked with bullets.
    private static int SkipNumber(ReadOnlySpan<char> text, int at, int end)
    {
        var open = at < end && text[at] is '(' or '（';
        var close = at + (open ? 1 : 0);
        var digits = close;
        while (close < end && char.IsAsciiDigit(text[close]) && close - digits < LongestNumber)
        {
            close++;
        }

        if (close == digits || close >= end)
        {
            return at;
        }

        if (!open && IsNumberedBare(text, digits, close, end))
        {
            return SkipBlanks(text, close, end);
        }

        close += text[close] == '\\' && close + 1 < end ? 1 : 0;
        var closes = text[close] is ')' or '）' or '．' or '、' || (text[close] == '.' && !open);
        close++;
        close += closes && open && close < end && text[close] == '.' ? 1 : 0;
        var words = SkipBlanks(text, close, end);
        return closes && words < end && (words > close || char.IsLetter(text[words])) && !char.IsAsciiDigit(text[words]) ? words : at;
    }

    // "* 2 History of asthma" where another line is "* 1 …" or "* 3 …": a number without its point. "* 2 hospital stays" is a criterion.
    private static bool IsNumberedBare(ReadOnlySpan<char> text, int digits, int close, int end)
    {
        if (close + 2 >= end || text[close] != ' ' || !char.IsAsciiLetterUpper(text[close + 1]) || !char.IsAsciiLetterLower(text[close + 2]))
        {
            return false;
        }

        var number = int.Parse(text[digits..close], System.Globalization.CultureInfo.InvariantCulture);
        return HasLine(text, number - 1) || HasLine(text, number + 1);
    }

    private static bool HasLine(ReadOnlySpan<char> text, int number)
    {
        Span<char> mark = stackalloc char[MarkLength];
        return number > 0 && mark.TryWrite($"\n* {number} ", out var length) && text.IndexOf(mark[..length]) is >= 0 and var at && at + length < text.Length && char.IsAsciiLetterUpper(text[at + length]);
    }

    private const int MarkLength = 12;

    private static Marker ReadNumber(ReadOnlySpan<char> text, int start, int at, int end, bool open)
    {
        var number = 0;
        var digits = at;
        while (at < end && char.IsAsciiDigit(text[at]) && at - digits < LongestNumber)
        {
            number = (number * 10) + (text[at++] - '0');
        }

        var close = at < end && text[at] == '\\' ? at + 1 : at;
        if (close >= end)
        {
            return Marker.None(start);
        }

        var c = text[close];
        var next = close + 1 < end ? text[close + 1] : ' ';
        if (open)
        {
            return c is ')' or ']' ? Numbered('(', close + 1, text) : Marker.None(start);
        }

        if (c == '.' && char.IsAsciiDigit(next))
        {
            return ReadLevels(text, start, close, end, number);
        }

        var closes = c is ')' or '、' or '．' || (c is '.' or ':' or '-' && (char.IsWhiteSpace(next) || (c == '.' && char.IsLetter(next)) || (c == '.' && next is '\\' or '>' or '<' or '≥' or '≤')));
        return closes ? Numbered(c, close + 1, text) : Marker.None(start);

        Marker Numbered(char style, int after, ReadOnlySpan<char> all) => new(MarkerKind.Number, style, number, 0, SkipBlanks(all, after, end));
    }

    // 2.1 or 2.1.3 before a word in capitals; "1.5 mg" is no mark.
    private static Marker ReadLevels(ReadOnlySpan<char> text, int start, int at, int end, int major)
    {
        var levels = 1;
        var last = 0;
        while (at + 1 < end && text[at] == '.' && char.IsAsciiDigit(text[at + 1]) && levels < LongestRoman)
        {
            at++;
            last = 0;
            var digits = at;
            while (at < end && char.IsAsciiDigit(text[at]) && at - digits < LongestNumber)
            {
                last = (last * 10) + (text[at++] - '0');
            }

            levels++;
        }

        var closed = at < end && text[at] is '.' or ')';
        at += closed ? 1 : 0;
        if (at >= end || !char.IsWhiteSpace(text[at]) || last == 0 || major == 0)
        {
            return Marker.None(start);
        }

        var words = SkipBlanks(text, at, end);
        return closed || (words < end && char.IsUpper(text[words]))
            ? new Marker(MarkerKind.Levels, (char)('0' + levels), last, 0, words)
            : Marker.None(start);
    }

    private static Marker ReadLetter(ReadOnlySpan<char> text, int start, int at, int end, bool open)
    {
        var letters = at;
        while (at < end && char.IsAsciiLetter(text[at]) && at - letters <= LongestRoman)
        {
            at++;
        }

        var word = text[letters..at];
        var upper = char.IsAsciiLetterUpper(word[0]);
        var roman = RomanValue(word);
        if (at >= end || (word.Length > 1 && roman == 0 && !IsCode(text, ref at, end, word)))
        {
            return Marker.None(start);
        }

        var c = text[at];
        var next = at + 1 < end ? text[at + 1] : ' ';
        var closes = open ? c is ')' or ']' : c == ')' || (c == '.' && char.IsWhiteSpace(next));
        if (!closes)
        {
            return Marker.None(start);
        }

        var words = SkipBlanks(text, at + 1, end);
        if (upper && !open && c == '.' && words < end && char.IsLower(text[words]))
        {
            // "E. coli", not item E.
            return Marker.None(start);
        }

        var number = word.Length == 1 ? char.ToLowerInvariant(word[0]) - 'a' + 1 : 0;
        return new Marker(upper ? MarkerKind.Capital : MarkerKind.Letter, open ? '(' : c, number, roman, words);
    }

    // Sponsors number "I1." and "IC 1)"; such codes are marks too.
    private static bool IsCode(ReadOnlySpan<char> text, ref int at, int end, ReadOnlySpan<char> word) => word is "IC" or "EC" or "IN" or "EX" && SkipDigits(text, ref at, end);

    private static bool SkipDigits(ReadOnlySpan<char> text, ref int at, int end)
    {
        var from = at;
        while (at < end && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at > from && at < end;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}

using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Tokens;

/// <summary>Cuts words into tokens. It is permissive and makes no errors.</summary>
internal static class Tokenizer
{
    /// <summary>More digits than any clinical value has; a longer run is a code, not a number.</summary>
    private const int MostDigits = 15;

    /// <summary>Numbers in phrases are versions, as in "RECIST 1.1".</summary>
    private const int LongestVersion = 3;

    public static void Read(string text, int start, int end, List<Token> tokens)
    {
        var at = start;
        while (at < end)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || (c == '\\' && at + 1 < end && !char.IsLetterOrDigit(text[at + 1])) || c is '\u200B' or '\uFEFF' or '\u00AD')
            {
                at++;
                continue;
            }

            var token = char.IsAsciiDigit(c) || (c == '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1]) && (at == start || !char.IsLetterOrDigit(text[at - 1]))) ? ReadNumber(text, at, end)
                : char.IsLetter(c) ? ReadWord(text, at, end)
                : ReadSign(text, at, end);
            tokens.Add(token);
            at = token.End;
        }
    }

    private static Token ReadWord(string text, int at, int end)
    {
        var start = at;
        // "x10" and "×10" are a factor, not a name.
        if (text[at] is 'x' or 'X' && at + 1 < end && char.IsAsciiDigit(text[at + 1]))
        {
            return WordOf(text, at, at + 1);
        }

        while (at < end && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        if (at < end && char.IsAsciiDigit(text[at]) && IsGlued(text, start, at, end))
        {
            return WordOf(text, start, at);
        }

        while (at < end && (char.IsLetterOrDigit(text[at]) || (text[at] is '\'' or '’' && at + 1 < end && char.IsLetter(text[at + 1]))))
        {
            at++;
        }

        return WordOf(text, start, at);
    }

    private static Token WordOf(string text, int start, int end)
    {
        var word = CueTable.Default.NumberOf(text.AsSpan(start, end - start));
        return new Token(TokenKind.Word, start, end, word < 0 ? null : CueTable.Default[word], 0, word);
    }

    private static Token SignOf(TokenKind kind, int start, int end, string? meaning) => new(kind, start, end, meaning, 0, CueTable.Default.NumberOf(meaning));

    private static Token NumberOf(string text, int start, int end, decimal value) => new(TokenKind.Number, start, end, null, value, end == start + 1 && value < 10 ? CueTable.Default.DigitOf((int)value) : end - start <= LongestVersion ? CueTable.Default.NumberOf(text.AsSpan(start, end - start)) : -1);

    // "greater than100", "18 to75", "age18": the word ends where its number begins.
    private static bool IsGlued(string text, int start, int at, int end)
    {
        var word = text.AsSpan(start, at - start);
        while (at < end && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (at < end && char.IsLetter(text[at]))
        {
            return false;
        }

        foreach (var known in BeforeNumbers)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly string[] BeforeNumbers = ["than", "to", "least", "most", "over", "under", "above", "below", "age", "aged", "between", "and", "score"];

    private static Token ReadNumber(string text, int at, int end)
    {
        var start = at;
        decimal value = 0;
        decimal place = 0;
        var digits = 0;
        while (at < end && digits < MostDigits)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c))
            {
                digits++;
                value = (value * 10) + (c - '0');
                place *= 10;
                at++;
            }
            else if (IsThousands(text, start, at, end, place))
            {
                at++;
            }
            else if (c is '.' or ',' or '·' && place == 0 && at + 1 < end && char.IsAsciiDigit(text[at + 1]) && !(c == ',' && IsGroup(text, at + 1, end)))
            {
                place = 1;
                at++;
            }
            else
            {
                break;
            }
        }

        while (at < end && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (value == 10 && at - start == 2 && Exponent(text, ref at, end) is > 0 and var exponent)
        {
            value = (decimal)Math.Pow(10, exponent);
        }

        return NumberOf(text, start, at, place > 1 ? value / place : value);
    }

    // "10^4", "10\^4", "10⁴"; 0 where no power follows.
    private static int Exponent(string text, ref int at, int end)
    {
        var sign = at < end && text[at] == '\\' ? at + 1 : at;
        var digit = sign < end && text[sign] == '^' ? sign + 1 : at;
        var exponent = digit >= end ? 0 : digit > at ? text[digit] - '0' : text[digit] switch { '²' => 2, '³' => 3, >= '⁴' and <= '⁹' => text[digit] - '⁰', _ => 0 };
        if (exponent is < 1 or > 9 || (digit + 1 < end && char.IsAsciiDigit(text[digit + 1])))
        {
            return 0;
        }

        at = digit + 1;
        return exponent;
    }

    // 1,500 and 100 000 and 1.500.000 are written in groups of three digits; 100.000 is one only where no smaller reading makes sense.
    private static bool IsThousands(string text, int start, int at, int end, decimal place)
    {
        if (place != 0 || at - start is 0 or > 11)
        {
            return false;
        }

        var c = text[at];
        if (c == ',')
        {
            return IsGroup(text, at + 1, end) && (at - start <= 3 || text.AsSpan(start, at - start).IndexOf(',') >= 0) && text[start] != '0';
        }

        if (c is ' ' or '\u00A0' or '\'')
        {
            return at - start <= 3 && text[start] != '0' && IsGroup(text, at + 1, end) && text[at + 1] == '0' && text[at + 2] == '0' && text[at + 3] == '0';
        }

        return c == '.' && text[start] != '0' && at - start is 2 or 3 && IsGroup(text, at + 1, end) && text.AsSpan(at + 1, 3) is "000" or "500" && IsPerVolume(text, at + 4, end);
    }

    private static bool IsGroup(string text, int at, int end) =>
        at + 3 <= end && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && (at + 3 == end || !char.IsAsciiDigit(text[at + 3]));

    private static bool IsPerVolume(string text, int at, int end)
    {
        while (at < end && (char.IsWhiteSpace(text[at]) || char.IsAsciiLetter(text[at])) )
        {
            at++;
        }

        return at < end && text[at] == '/';
    }

    private static Token ReadSign(string text, int at, int end)
    {
        var rest = text.AsSpan(at, end - at);
        foreach (var (written, meaning) in Comparators.BeginningWith(text[at]))
        {
            if (rest.StartsWith(written, StringComparison.OrdinalIgnoreCase))
            {
                return SignOf(TokenKind.Comparator, at, at + written.Length, meaning);
            }
        }

        if (text[at] is '-' or '–' or '—' or '‐' or '‑' or '−' or '‒' or '－' or '﹣')
        {
            return SignOf(TokenKind.Dash, at, at + 1, "-");
        }

        if (text[at] is >= 'Ⅰ' and <= 'Ⅹ')
        {
            return NumberOf(text, at, at + 1, text[at] - 'Ⅰ' + 1);
        }

        var length = char.IsHighSurrogate(text[at]) && at + 1 < end ? 2 : 1;
        return SignOf(TokenKind.Sign, at, at + length, Comparators.SignOf(text[at]));
    }
}

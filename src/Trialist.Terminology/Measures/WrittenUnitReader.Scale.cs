using Trialist.Terminology.Folding;

namespace Trialist.Terminology.Measures;

/// <content>Powers of ten before a unit.</content>
internal ref partial struct WrittenUnitReader
{
    /// <summary>"x 10^9", "×10⁹", "10E9", "10*9", "x109" (a lost superscript), "thousand", "K".</summary>
    private bool TryReadScale()
    {
        var from = at;
        var crossed = TryReadCross();
        if (TryReadWordScale(crossed))
        {
            return true;
        }

        if (!text[at..].StartsWith("10"))
        {
            at = from;
            return false;
        }

        at += 2;
        var marked = TryReadPowerMark();
        var digits = at;
        var closing = digits > 0 && text[digits - 1] is '(' or '[';
        while (at < text.Length && at - digits < 2 && CharacterFold.Of(text[at]) is >= '0' and <= '9' && (marked || crossed || !char.IsAsciiDigit(text[at])))
        {
            at++;
        }

        if (at == digits && !marked && !crossed && LostPower(digits) is > 0 and var power)
        {
            // "1.5 109/L": the cross and the raised digits were lost.
            at += power;
            above += $"10*{text[digits..at]}";
            return true;
        }

        var isSuperscript = at > digits && !char.IsAsciiDigit(text[digits]);
        if (at == digits || !(marked || crossed || isSuperscript))
        {
            at = from;
            return false;
        }

        above += "10*";
        for (var i = digits; i < at; i++)
        {
            above += CharacterFold.Of(text[i]);
        }

        if (closing && at < text.Length && text[at] is ')' or ']')
        {
            at++;
        }

        return true;
    }

    private readonly int LostPower(int digits)
    {
        foreach (var power in (ReadOnlySpan<string>)["12", "9", "6", "3"])
        {
            if (text[digits..].StartsWith(power) && digits + power.Length is var slash && slash + 1 < text.Length && text[slash] == '/')
            {
                return text[slash + 1] is 'L' or 'l' or 'µ' or 'μ' or 'u' || text[(slash + 1)..].StartsWith("mm") || text[(slash + 1)..].StartsWith("mL", StringComparison.OrdinalIgnoreCase) ? power.Length : 0;
            }
        }

        return 0;
    }

    private bool TryReadCross()
    {
        var from = at;
        at += at + 1 < text.Length && text[at] == '\\' && text[at + 1] == '*' ? 1 : 0;
        if (at < text.Length && text[at] is 'x' or 'X' or '×' or '✕' or '*' or '·' or '∙' or '╳')
        {
            at++;
            SkipBlanks();
            return true;
        }

        at = from;
        return false;
    }

    private bool TryReadPowerMark()
    {
        var from = at;
        SkipBlanks();
        foreach (var mark in (ReadOnlySpan<string>)["\\*\\*", "\\^", "\\*", "**", "^", "*", "exp", "e+", "e", "(", "["])
        {
            if (text[at..].StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                at += mark.Length;
                SkipBlanks();
                if (at < text.Length && text[at] == '+')
                {
                    at++;
                }

                return at < text.Length && CharacterFold.Of(text[at]) is >= '0' and <= '9';
            }
        }

        // "x 10 9/L": a superscript that became a word of its own.
        if (at > from && at + 1 < text.Length && char.IsAsciiDigit(text[at]) && (text[at + 1] == '/' || (at + 2 < text.Length && text[at + 2] == '/')))
        {
            return true;
        }

        at = from;
        return false;
    }

    private static readonly (string Word, int Exponent, bool IsSymbol)[] WordScales =
        [("thousands", 3, false), ("thousand", 3, false), ("millions", 6, false), ("million", 6, false), ("billions", 9, false), ("billion", 9, false), ("lakhs", 5, false), ("lakh", 5, false), ("tsd", 3, true), ("gpt", 9, true), ("tpt", 12, true), ("k", 3, true), ("m", 6, true), ("g", 9, true), ("t", 12, true)];

    private bool TryReadWordScale(bool crossed)
    {
        foreach (var (word, exponent, symbol) in WordScales)
        {
            if (!text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var after = at + word.Length;
            // A lone letter counts only right before "/": K/uL, M/mm3, G/L; "g/L" and "m/s" are units.
            var fits = symbol
                ? after < text.Length && text[after] == '/' && !crossed && IsCountBelow(after + 1, word, char.IsUpper(text[at]))
                : after >= text.Length || !char.IsLetter(text[after]);
            if (fits)
            {
                at = after;
                above += $"10*{exponent}";
                return true;
            }
        }

        return false;
    }

    private readonly bool IsCountBelow(int index, string word, bool upper)
    {
        var code = table.Spellings.Match(text, index, out _);
        return word switch
        {
            "g" => upper && code == "L",
            "t" => upper && code == "L",
            "m" => upper && code is "uL" or "mm" or "mm3",
            _ => code is "uL" or "mm" or "mm3" or "mL" or "L",
        };
    }
}

using Trialist.Terminology.Folding;

namespace Trialist.Terminology.Measures;

/// <summary>Reads a unit as people write it: "x 10^9/L", "K/uL", "mL/min per 1.73 m²", "mg kg⁻¹ day⁻¹", "cells/mm3", "% predicted".</summary>
internal ref partial struct WrittenUnitReader(ReadOnlySpan<char> text, int start, UnitTable table)
{
    private const int MostTerms = 6;

    /// <summary>The bit that tells small from capital letters in ASCII.</summary>
    private const int LowerCase = 0x20;

    private static readonly string[] CountWords =
    [
        "cells", "cell", "platelets", "platelet", "leukocytes", "leucocytes", "lymphocytes", "neutrophils", "granulocytes", "wbc", "wbcs", "rbc", "eosinophils",
        "t cells", "t-cells", "cd4 cells", "cd4+ cells", "cd4+ t cells", "events", "breaths", "times", "cigarettes", "cigs", "drinks", "alcoholic drinks", "standard drinks", "cups",
        "mutations", "mut", "muts", "episodes", "attacks", "seizures", "days", "stools", "bowel movements", "voids", "micturitions", "eq", "particles", "blasts",
    ];

    private readonly ReadOnlySpan<char> text = text;
    private readonly UnitTable table = table;
    private string above = "";
    private string below = "";
    private int at = start;

    /// <summary>Index after the last unit that belongs to it.</summary>
    public int End { get; private set; } = start;

    /// <summary>True when the words say "of predicted".</summary>
    public bool OfPredicted { get; private set; }

    /// <summary>Reads the longest unit at the start; null when there is none, else its UCUM expression.</summary>
    public string? Read()
    {
        var scaled = TryReadScale();
        SkipBlanks();
        var counted = TryReadCountWord();
        var any = TryReadAbove() || scaled;
        End = any ? at : End;
        for (var terms = 0; terms < MostTerms && (TryReadBelow(first: !any && terms == 0) || TryReadFactor(any)); terms++)
        {
            any = true;
            End = at;
        }

        // "cells" alone is no unit, and a scale without anything after it is a number.
        if (!any || (above.Length == 0 && below.Length == 0) || (scaled && below.Length == 0 && !counted && IsScaleOnly()))
        {
            return null;
        }

        ReadTail();
        return above + below;
    }

    private readonly bool IsScaleOnly() => above.StartsWith("10*", StringComparison.Ordinal) && !above.Contains('.', StringComparison.Ordinal);

    private bool TryReadCountWord()
    {
        foreach (var word in CountWords)
        {
            if (at < text.Length && (text[at] | LowerCase) == word[0] && text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                var after = at + word.Length;
                var next = after;
                while (next < text.Length && text[next] == ' ')
                {
                    next++;
                }

                // Only where a division follows: "cells/µL", "drinks per day".
                if (next < text.Length && (text[next] == '/' || IsWordAt(next, "per") || IsWordAt(next, "a")))
                {
                    at = next;
                    return true;
                }
            }
        }

        return false;
    }

    private bool TryReadAbove()
    {
        if (!TryReadAtom(out var code, out var end))
        {
            return false;
        }

        at = end;
        if (above.Length > 0)
        {
            above += ".";
        }

        above += code;
        return true;
    }

    /// <summary>"/L", " per kg", "/1.73 m²", "/24 h", "/100 mL", " daily".</summary>
    private bool TryReadBelow(bool first)
    {
        var from = at;
        SkipBlanks();
        if (!first && TryReadAdverb())
        {
            return true;
        }

        if (at < text.Length && text[at] is '/' or '∕' or '⁄')
        {
            at++;
        }
        else if (IsWordAt(at, "per"))
        {
            at += 3;
        }
        else if (!first && IsWordAt(at, "a") && text[at] == 'a')
        {
            at++;
        }
        else if (!first && IsWordAt(at, "each"))
        {
            at += 4;
        }
        else
        {
            at = from;
            return false;
        }

        SkipBlanks();
        TryReadCountPrefix();
        if (TryReadBodySurface() || TryReadNumberedTerm() || (TryReadAtom(out var code, out var end) && AppendBelow(code, end)))
        {
            return true;
        }

        at = from;
        return false;
    }

    private bool AppendBelow(string code, int end)
    {
        below += "/" + code;
        at = end;
        return true;
    }

    private void TryReadCountPrefix()
    {
        // "10^9 cells/ kg body weight" needs nothing here; "per cubic millimeter" is a spelling.
        if (IsWordAt(at, "body"))
        {
            at += 4;
            SkipBlanks();
        }
    }

    private bool TryReadAdverb()
    {
        foreach (var (word, code) in (ReadOnlySpan<(string, string)>)[("daily", "d"), ("weekly", "wk"), ("monthly", "mo"), ("yearly", "a")])
        {
            if (IsWordAt(at, word))
            {
                return AppendBelow(code, at + word.Length);
            }
        }

        return false;
    }

    /// <summary>"1.73 m²": the standard body surface that a filtration rate refers to.</summary>
    private bool TryReadBodySurface()
    {
        var from = at;
        if (!(text[at..].StartsWith("1.73") || text[at..].StartsWith("1,73")))
        {
            return false;
        }

        at += 4;
        SkipBlanks();
        if (TryReadAtom(out var code, out var end) && code is "m2" or "m")
        {
            return AppendBelow("{1.73_m2}", end);
        }

        at = from;
        return false;
    }

    /// <summary>"24 h", "24-hour", "100 mL", "1 h", "100 WBC".</summary>
    private bool TryReadNumberedTerm()
    {
        var digits = at;
        while (digits < text.Length && digits - at < 4 && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        if (digits == at)
        {
            return false;
        }

        var number = text[at..digits].ToString();
        var next = digits;
        while (next < text.Length && (text[next] == ' ' || text[next] == '-'))
        {
            next++;
        }

        var code = table.Spellings.Match(text, next, out var end);
        if (code is null)
        {
            return false;
        }

        var unit = (number, code) switch
        {
            ("1", _) => code,
            ("24", "h") => "d",
            ("100", "mL") => "dL",
            _ => $"({number}.{code})",
        };
        return AppendBelow(unit, end);
    }

    /// <summary>" min-1", "·L⁻¹", ".kg": a further factor, which after a blank needs a negative exponent.</summary>
    private bool TryReadFactor(bool any)
    {
        var from = at;
        if (!any)
        {
            return false;
        }

        var dotted = at < text.Length && text[at] is '·' or '∙' or '*' or '•' or '.';
        at += dotted ? 1 : 0;
        SkipBlanks();
        var surface = at;
        var isSurface = text[at..].StartsWith("1.73");
        if (isSurface)
        {
            at += 4;
            SkipBlanks();
        }

        var code = table.Spellings.Match(text, at, out var end);
        if (code is not null && end > surface && TryReadExponent(ref end, out var exponent))
        {
            if (exponent < 0 && isSurface)
            {
                return AppendBelow("{1.73_m2}", end);
            }

            if (exponent < 0)
            {
                return AppendBelow(exponent == -1 ? code : $"{code}{-exponent}", end);
            }
        }

        if (dotted && code is not null && below.Length == 0 && text[from] != '.')
        {
            above += "." + code;
            at = end;
            return true;
        }

        at = from;
        return false;
    }

    /// <summary>One unit with its exponent: "mg", "m²", "cm^2", "mm3".</summary>
    private readonly bool TryReadAtom(out string code, out int end)
    {
        code = table.Spellings.Match(text, at, out end) ?? "";
        if (code.Length == 0)
        {
            return false;
        }

        var next = end;
        if (TryReadExponent(ref next, out var exponent))
        {
            if (!table.IsLength(code) || exponent is < 2 or > 3)
            {
                return exponent < 0 && next > end && ToReciprocal(ref code, exponent, next, ref end);
            }

            code += exponent;
            end = next;
        }

        return end >= text.Length || !char.IsLetter(text[end - 1]) || !char.IsAsciiDigit(text[end]);
    }

    private readonly bool ToReciprocal(ref string code, int exponent, int next, ref int end)
    {
        code += exponent;
        end = next;
        return true;
    }

    private readonly bool TryReadExponent(ref int end, out int exponent)
    {
        exponent = 0;
        var next = end;
        // Markdown escapes the sign: "m\^2".
        next += next + 1 < text.Length && text[next] == '\\' && text[next + 1] is '^' or '*' ? 1 : 0;
        if (text[next..].StartsWith("**"))
        {
            next += 2;
        }
        else if (next < text.Length && text[next] is '^')
        {
            next++;
        }

        var negative = next < text.Length && (CharacterFold.IsHyphen(text[next]) || text[next] == '⁻');
        next += negative ? 1 : 0;
        if (next >= text.Length || CharacterFold.Of(text[next]) is not (>= '1' and <= '9') || (next + 1 < text.Length && char.IsAsciiDigit(text[next]) && char.IsLetterOrDigit(text[next + 1])))
        {
            return false;
        }

        exponent = CharacterFold.Of(text[next]) - '0';
        exponent = negative ? -exponent : exponent;
        end = next + 1;
        return true;
    }

    /// <summary>"% of predicted", "mg/g creatinine", "kg body weight": words that name what is measured, not the unit.</summary>
    private void ReadTail()
    {
        at = End;
        SkipBlanks();
        if (above != "%" || below.Length > 0)
        {
            return;
        }

        if (at < text.Length && text[at] == '(')
        {
            return;
        }

        foreach (var lead in (ReadOnlySpan<string>)["of the ", "of ", ""])
        {
            if (!text[at..].StartsWith(lead, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (var word in (ReadOnlySpan<string>)["predicted normal value", "predicted normal", "predicted value", "predicted", "pred", "expected", "age-predicted"])
            {
                if (IsWordAt(at + lead.Length, word))
                {
                    OfPredicted = true;
                    End = at + lead.Length + word.Length;
                    return;
                }
            }
        }
    }

    private readonly bool IsWordAt(int index, string word) =>
        index + word.Length <= text.Length && text[index..].StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && (index + word.Length == text.Length || !char.IsLetterOrDigit(text[index + word.Length]));

    private void SkipBlanks()
    {
        while (at < text.Length && (text[at] is ' ' or '\t' or '\u00A0' or '\u2009' or '\u202F'))
        {
            at++;
        }
    }
}

using System.Globalization;

namespace Trialist.Evaluation.Criteria;

/// <summary>Numbers as annotators marked them: digits with thousands commas, number words, roman numerals.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, decimal> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zero"] = 0, ["one"] = 1, ["single"] = 1, ["once"] = 1, ["two"] = 2, ["twice"] = 2, ["double"] = 2, ["three"] = 3, ["four"] = 4,
        ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12,
        ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["eighteen"] = 18, ["twenty"] = 20, ["thirty"] = 30,
        ["I"] = 1, ["II"] = 2, ["III"] = 3, ["IV"] = 4, ["V"] = 5, ["VI"] = 6, ["Ⅰ"] = 1, ["Ⅱ"] = 2, ["Ⅲ"] = 3, ["Ⅳ"] = 4,
    };

    /// <summary>The number that a marked value is; null when it is none.</summary>
    public static decimal? Of(string words)
    {
        var text = words.Trim();
        if (Words.TryGetValue(text, out var word))
        {
            return word;
        }

        // "50,000" has a thousands comma, "27,5" a decimal one.
        if (text.IndexOf(',', StringComparison.Ordinal) is var comma and >= 0)
        {
            text = text.Length - comma == 4 ? text.Replace(",", "", StringComparison.Ordinal) : text.Replace(',', '.');
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The numbers that stand in digits within words such as "≥ 1,500/mm3" or "18 to 65 years", units and powers left out.</summary>
    public static ValueList<decimal> In(string words)
    {
        var numbers = new List<decimal>();
        for (var i = 0; i < words.Length; i++)
        {
            if (!char.IsAsciiDigit(words[i]))
            {
                continue;
            }

            var end = i;
            while (end < words.Length && (char.IsAsciiDigit(words[end]) || (words[end] is '.' or ',' && end + 1 < words.Length && char.IsAsciiDigit(words[end + 1]))))
            {
                end++;
            }

            // Digits glued to a letter belong to a unit or a name (mm3, m2, x109, CD4), unless the letter follows them.
            var glued = i > 0 && (char.IsLetter(words[i - 1]) || words[i - 1] is '^' or '×' or '/');
            if (!glued && Of(words[i..end]) is { } number)
            {
                numbers.Add(number);
            }

            i = end;
        }

        return numbers.ToValueList();
    }
}

using Trialist.Terminology;
using Trialist.Terminology.Measures;

namespace Trialist.Fhir.Terms;

/// <summary>Reads a value that a record gives as text: "60 %", "25-30%", "&gt; 60 mL/min", "Class III".</summary>
internal static class ValueWords
{
    private const int Longest = 40;

    /// <summary>The value, or the bounds that it lies within; nothing where the text says more than that.</summary>
    public static (Quantity? Value, Bounds? Within) Of(string words, LexiconEntry? entry)
    {
        var text = words.AsSpan().Trim();
        return text.Length is 0 or > Longest ? default : entry?.Scale is { } scale ? OnScale(text, scale) : Measured(text);
    }

    private static (Quantity?, Bounds?) Measured(ReadOnlySpan<char> text)
    {
        var comparator = text[0] is '<' or '>' or '≤' or '≥' ? text[0] : ' ';
        var rest = comparator == ' ' ? text : text[1..];
        if (comparator is '<' or '>' && rest.Length > 0 && rest[0] == '=')
        {
            comparator = comparator == '<' ? '≤' : '≥';
            rest = rest[1..];
        }

        if (Number(ref rest) is not { } number)
        {
            return default;
        }

        decimal? upper = null;
        if (rest.Length > 1 && rest[0] is '-' or '–')
        {
            rest = rest[1..];
            upper = Number(ref rest);
            if (upper is null || upper <= number || comparator != ' ')
            {
                return default;
            }
        }

        rest = rest.Trim();
        var unit = rest.IsEmpty ? null : Units.Canonical(rest.ToString());
        return !rest.IsEmpty && unit is null ? default
            : upper is { } high ? (null, new Bounds(new Bound(number, true), new Bound(high, true), unit))
            : comparator switch
            {
                ' ' => (new Quantity(number, unit), null),
                '<' or '≤' => (null, new Bounds(null, new Bound(number, comparator == '≤'), unit)),
                _ => (null, new Bounds(new Bound(number, comparator == '≥'), null, unit)),
            };
    }

    private static decimal? Number(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var length = text.IndexOfAnyExcept("0123456789.");
        var digits = length < 0 ? text : text[..length];
        text = length < 0 ? [] : text[length..];
        return digits.Length is > 0 and < 12 && decimal.TryParse(digits, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    // "Class III", "NYHA II", "Grade B"
    private static (Quantity?, Bounds?) OnScale(ReadOnlySpan<char> text, ScoreScale scale) =>
        scale.Find(text[(text.LastIndexOf(' ') + 1)..]) is not { } found ? default
            : found.Low == found.High ? (new Quantity(found.Low, null), null)
            : (null, new Bounds(new Bound(found.Low, true), new Bound(found.High, true), null));
}

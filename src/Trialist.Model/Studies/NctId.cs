using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Trialist.Model.Studies;

/// <summary>The registry's number of a study: NCT and eight digits.</summary>
public readonly record struct NctId : IParsable<NctId>, IComparable<NctId>
{
    private const int FirstFictional = 99_000_000;

    private NctId(int number) => Number = number;

    /// <summary>The digits as a number; 0 for the unset value, which is no study.</summary>
    public int Number { get; }

    /// <summary>True for the ids of the demo registry (<c>NCT9900xxxx</c>), which belong to no real study.</summary>
    public bool IsFictional => Number is >= FirstFictional and < FirstFictional + 10_000;

    /// <summary>Parses any spelling that the registry's API takes: any case, leading zeros left out or added.</summary>
    /// <exception cref="FormatException">The text is not such an id.</exception>
    public static NctId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException(WhyNot(s));

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out NctId)" />
    public static bool TryParse([NotNullWhen(true)] string? s, out NctId result) => TryParse(s, null, out result);

    /// <summary>As <see cref="Parse"/>, returning false when the text is not an id.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out NctId result)
    {
        result = default;
        var text = s.AsSpan().Trim();
        if (text.Length < 4 || !text.StartsWith("NCT", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var digits = text[3..].TrimStart('0');
        if (digits.Length is 0 or > 8 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        result = new NctId(number);
        return true;
    }

    /// <summary>One sentence that says what is wrong with a text that is no id.</summary>
    public static string WhyNot(string? written) =>
        written?.Trim() is ['N' or 'n', 'C' or 'c', 'T' or 't', '0', ..] zero && zero.AsSpan(3).TrimStart('0').IsEmpty
            ? $"There is no study {zero.ToUpperInvariant()}: the registry's numbers begin at NCT00000001."
            : $"'{written}' is not a study id: expected NCT and eight digits, such as NCT04599543.";

    /// <summary>By number.</summary>
    public int CompareTo(NctId other) => Number.CompareTo(other.Number);

    /// <summary>The canonical spelling, such as <c>NCT04599543</c>.</summary>
    public override string ToString() => $"NCT{Number:00000000}";
}

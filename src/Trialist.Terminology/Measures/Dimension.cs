using System.Buffers;
using System.Text;

namespace Trialist.Terminology.Measures;

/// <summary>Powers of base quantities, such as <c>L-3 M1</c> for a mass concentration. The base quantities are those that <c>units.tsv</c> names.</summary>
internal sealed class Dimension
{
    private static readonly SearchValues<char> ExponentMarks = SearchValues.Create("-0123456789");

    private readonly SortedDictionary<string, int> powers = new(StringComparer.Ordinal);

    public static Dimension None { get; } = new();

    /// <summary>Parses powers divided by blanks: <c>M L-3</c>.</summary>
    public static Dimension Parse(string text)
    {
        var result = new Dimension();
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var digits = part.AsSpan().IndexOfAny(ExponentMarks);
            result.Add(digits < 0 ? part : part[..digits], digits < 0 ? 1 : int.Parse(part.AsSpan(digits)));
        }

        return result;
    }

    /// <summary>The product of this dimension with a power of another.</summary>
    public Dimension Times(Dimension other, int exponent)
    {
        var result = new Dimension();
        foreach (var (key, power) in powers)
        {
            result.Add(key, power);
        }

        foreach (var (key, power) in other.powers)
        {
            result.Add(key, power * exponent);
        }

        return result;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (key, power) in powers)
        {
            text.Append(text.Length > 0 ? " " : "").Append(key).Append(power);
        }

        return text.ToString();
    }

    private void Add(string key, int power)
    {
        var sum = powers.GetValueOrDefault(key) + power;
        if (sum == 0)
        {
            powers.Remove(key);
        }
        else
        {
            powers[key] = sum;
        }
    }
}

namespace Trialist.Terminology.Measures;

/// <summary>A unit of measure in UCUM.</summary>
public sealed class Unit : IEquatable<Unit>
{
    internal Unit(string code, Dimension dimension, Rational factor, Rational offset)
    {
        Code = code;
        Dimension = dimension.ToString();
        Factor = factor;
        Offset = offset;
    }

    /// <summary>The canonical UCUM spelling, such as <c>umol/L</c> or <c>10*9/L</c>.</summary>
    public string Code { get; }

    /// <summary>Powers of the base quantities; equal for units that convert into each other without knowing the analyte.</summary>
    public string Dimension { get; }

    /// <summary>Value in base units = value × factor + offset.</summary>
    internal Rational Factor { get; }

    internal Rational Offset { get; }

    /// <summary>Equal when the spelling is.</summary>
    public bool Equals(Unit? other) => other is not null && Code == other.Code;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);

    /// <summary>The canonical spelling.</summary>
    public override string ToString() => Code;
}

namespace Trialist.Model.Text;

/// <summary>A half-open range of a text, in UTF-16 units of the decoded string: <paramref name="Start"/> is in, <paramref name="End"/> is not.</summary>
/// <param name="Start">Index of the first unit.</param>
/// <param name="End">Index after the last unit.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>How many units the span covers.</summary>
    public int Length => End - Start;

    /// <summary>True when the other span lies wholly inside this one.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>True when both spans share at least one unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that covers both.</summary>
    public TextSpan Union(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The words that the span covers.</summary>
    public string Of(string text) => text[Start..End];
}

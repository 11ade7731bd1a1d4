namespace Trialist.Evaluation.Brat;

/// <summary>Turns offsets in code points into offsets in UTF-16 units of the same text.</summary>
internal sealed class CodePointOffsets
{
    private readonly int[]? units;
    private readonly int length;

    public CodePointOffsets(string text)
    {
        length = text.Length;
        if (!text.Any(char.IsHighSurrogate))
        {
            return; // Both counts agree.
        }

        var starts = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            starts.Add(i);
        }

        units = [.. starts];
    }

    /// <summary>The offset in UTF-16 units; past the end counts as the end.</summary>
    public int ToUtf16(int codePoint) =>
        units is null ? Math.Min(codePoint, length) : codePoint < units.Length ? units[codePoint] : length;
}

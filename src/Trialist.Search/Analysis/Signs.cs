namespace Trialist.Search.Analysis;

/// <summary>What stands between two words, for those who want them as they are written: HER2-positive is not HER2 positive.</summary>
internal static class Signs
{
    /// <summary>The bits of a word's mark that tell what stands before it; none for spaces only.</summary>
    public const uint MarkBits = Most << Shift;

    private const int Shift = 20;
    private const uint Most = 0x3FF;
    private const uint Seed = 2_166_136_261;
    private const uint Prime = 16_777_619;

    /// <summary>Tells signs apart by ten bits of their FNV-1a hash; several spaces count as one.</summary>
    public static uint MarkOf(ReadOnlySpan<char> between)
    {
        if (between.IsWhiteSpace())
        {
            return 0;
        }

        var (hash, wasSpace) = (Seed, false);
        foreach (var c in between)
        {
            var isSpace = char.IsWhiteSpace(c);
            if (!isSpace || !wasSpace)
            {
                hash = (hash ^ (isSpace ? ' ' : c)) * Prime;
            }

            wasSpace = isSpace;
        }

        return Math.Max((hash ^ (hash >> Shift)) & Most, 1) << Shift;
    }
}

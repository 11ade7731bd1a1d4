namespace Trialist.Terminology.Packs;

/// <summary>Turns the inverted names of subject headings ("Carcinoma, Non-Small-Cell Lung") into the order of speech.</summary>
internal static class NameOrder
{
    /// <summary>The name in the order of speech; the name itself where nothing is inverted.</summary>
    public static string Natural(string name)
    {
        var parts = name.Split(", ");
        return parts.Length is > 1 and <= 4 ? string.Join(' ', parts.Reverse()) : name;
    }

    /// <summary>True when both are the same words in another order, so that they mean the same.</summary>
    public static bool SameWords(string left, string right) => PhraseKey.Of(left) is { } one && PhraseKey.Of(right) is { } other
        && one.Split(' ').Order(StringComparer.Ordinal).SequenceEqual(other.Split(' ').Order(StringComparer.Ordinal));
}

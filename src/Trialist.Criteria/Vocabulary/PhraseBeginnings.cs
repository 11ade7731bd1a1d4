namespace Trialist.Criteria.Vocabulary;

/// <summary>Looks for many phrases at once: a bit for each three characters that one of them begins with says where it is worth to compare.</summary>
internal sealed class PhraseBeginnings
{
    /// <summary>So many characters are looked at together; no phrase is shorter.</summary>
    public const int Length = 3;

    private const int BitsOfCharacter = 5; // tell the letters of ASCII apart, in either case
    private const int Character = (1 << BitsOfCharacter) - 1;
    private const int Beginning = (1 << (Length * BitsOfCharacter)) - 1;
    private const int BitsOfWord = 64;

    private readonly ulong[] begins = new ulong[(Beginning + 1) / BitsOfWord];
    private readonly string[][] byThird; // phrases by the bits of their third character

    /// <param name="phrases">Of ASCII characters.</param>
    public PhraseBeginnings(string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            var beginning = ((phrase[0] & Character) << (2 * BitsOfCharacter)) | ((phrase[1] & Character) << BitsOfCharacter) | (phrase[2] & Character);
            begins[beginning / BitsOfWord] |= 1ul << (beginning % BitsOfWord);
        }

        byThird = [.. Enumerable.Range(0, Character + 1).Select(third => phrases.Where(phrase => (phrase[2] & Character) == third).ToArray())];
    }

    /// <summary>True when one of the phrases occurs, in any case.</summary>
    public bool OccurIn(ReadOnlySpan<char> words)
    {
        var bits = begins;
        var beginning = 0;
        for (var i = 0; i < words.Length; i++)
        {
            beginning = ((beginning << BitsOfCharacter) | (words[i] & Character)) & Beginning;
            if ((bits[beginning / BitsOfWord] >> (beginning % BitsOfWord) & 1) != 0 && i + 1 >= Length && AnyBegins(words[(i + 1 - Length)..]))
            {
                return true;
            }
        }

        return false;
    }

    private bool AnyBegins(ReadOnlySpan<char> words)
    {
        foreach (var phrase in byThird[words[2] & Character])
        {
            if (words.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

namespace Trialist.Terminology.Folding;

/// <summary>
/// One lower-case word brought to the spelling that the lexicon is keyed by: singular, American, without a possessive.
/// The result is a key, not English: both the tables and the text pass through here, so it only has to be the same for
/// spellings of the same word and different for different words.
/// </summary>
internal static class WordFold
{
    /// <summary>Shorter words are left as they are: most of them are abbreviations.</summary>
    private const int ShortestPlural = 4;

    private const int ShortestBritish = 5;

    /// <summary>The bits that tell the letters of ASCII apart.</summary>
    private const int LowBits = 0x1F;

    /// <summary>Folds the word in place and returns its new length.</summary>
    public static int Apply(Span<char> word, int length, bool capitals)
    {
        length = Singular(word, length, capitals);
        if (length >= ShortestBritish)
        {
            length = American(word, length);
        }

        return length;
    }

    private static int Singular(Span<char> buffer, int length, bool capitals)
    {
        ReadOnlySpan<char> word = buffer[..length];
        if (length < ShortestPlural || capitals || word[^1] != 's')
        {
            return length;
        }

        if (word.EndsWith("sis"))
        {
            // metastasis and metastases both become metastase, diagnosis and diagnoses diagnose.
            buffer[length - 2] = 'e';
            return length - 1;
        }

        if (word[^2] is 's' or 'u' or 'i')
        {
            return length;
        }

        if (word.EndsWith("ies"))
        {
            buffer[length - 3] = 'y';
            return length - 2;
        }

        return word.EndsWith("sses") || word.EndsWith("xes") || word.EndsWith("ches") || word.EndsWith("shes") || word.EndsWith("ruses") || word.EndsWith("nuses") || word.EndsWith("tuses")
            ? length - 2
            : length - 1;
    }

    private static int American(Span<char> word, int length)
    {
        if (!MayShrink(word[..length]))
        {
            return AmericanEnding(word, length);
        }

        length = Shrink(word, length, "ae", "e");
        length = Shrink(word, length, "oe", "e");
        length = Shrink(word, length, "leuco", "leuko");
        length = Shrink(word, length, "sulph", "sulf");
        length = Shrink(word, length, "tumour", "tumor");
        length = Shrink(word, length, "behaviour", "behavior");
        length = Shrink(word, length, "colour", "color");
        length = Shrink(word, length, "labour", "labor");
        length = Shrink(word, length, "isation", "ization");
        length = Shrink(word, length, "programme", "program");
        return AmericanEnding(word, length);
    }

    // Each spelling that is shrunk holds one of these pairs of letters; most words hold none.
    private static readonly uint[] Before = PairsOf("ae", "oe", "ou", "ph", "uc", "sa", "mm");

    // By the second letter of the pairs: a bit for each first letter.
    private static uint[] PairsOf(params ReadOnlySpan<string> pairs)
    {
        var before = new uint[LowBits + 1];
        foreach (var pair in pairs)
        {
            before[pair[1] & LowBits] |= 1u << (pair[0] & LowBits);
        }

        return before;
    }

    // Letters beyond ASCII may look like others here; the word is then only looked through in vain.
    private static bool MayShrink(ReadOnlySpan<char> word)
    {
        var found = 0u;
        var before = word[0];
        foreach (var letter in word[1..])
        {
            found |= Before[letter & LowBits] >> (before & LowBits);
            before = letter;
        }

        return (found & 1) != 0;
    }

    // The last two letters tell which endings a word can have, if any.
    private static int AmericanEnding(Span<char> word, int length)
    {
        switch (word[length - 2], word[length - 1])
        {
            case ('s', 'e'):
                length = Ending(word, length, "ise", "ize");
                return Ending(word, length, "yse", "yze");
            case ('e', 'd'):
                length = Ending(word, length, "ised", "ized");
                length = Ending(word, length, "ysed", "yzed");
                return Ending(word, length, "lled", "led");
            case ('n', 'g'):
                length = Ending(word, length, "ising", "izing");
                length = Ending(word, length, "ysing", "yzing");
                return Ending(word, length, "lling", "ling");
            case ('r', 'e'):
                length = Ending(word, length, "litre", "liter");
                length = Ending(word, length, "metre", "meter");
                length = Ending(word, length, "titre", "titer");
                length = Ending(word, length, "fibre", "fiber");
                return Ending(word, length, "centre", "center");
            default:
                return length;
        }
    }

    private static int Ending(Span<char> word, int length, ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        ReadOnlySpan<char> current = word[..length];
        if (!current.EndsWith(from))
        {
            return length;
        }

        to.CopyTo(word[(length - from.Length)..]);
        return length - from.Length + to.Length;
    }

    private static int Shrink(Span<char> word, int length, ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        var at = 0;
        while (at < length)
        {
            ReadOnlySpan<char> rest = word[at..length];
            var found = rest.IndexOf(from);
            if (found < 0)
            {
                break;
            }

            at += found;
            to.CopyTo(word[at..]);
            word[(at + from.Length)..length].CopyTo(word[(at + to.Length)..]);
            length -= from.Length - to.Length;
            at += to.Length;
        }

        return length;
    }
}

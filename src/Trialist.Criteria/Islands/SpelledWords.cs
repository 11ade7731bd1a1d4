using System.Buffers;

namespace Trialist.Criteria.Islands;

/// <summary>Words of the text as a name: in lower case, one blank between words, no marks at the ends.</summary>
internal static class SpelledWords
{
    private const int LongestOnStack = 256;
    private const string Marks = "*-:, \\";

    private static readonly HashSet<string> Owners = new(StringComparer.Ordinal) { "the", "their", "his", "her", "his/her", "its" };

    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "of", "to", "in", "for", "with", "by", "from", "on", "as", "at", "against", "requiring", "than", "during", "despite", "after" };

    /// <summary>As <see cref="Of"/>, without articles and owners: "in the test area" is "in test area". The "a" of "vitamin A" is none.</summary>
    public static string Plainly(ReadOnlySpan<char> words)
    {
        var name = Of(words);
        if (!name.Contains(' ', StringComparison.Ordinal))
        {
            return name;
        }

        var parts = name.Split(' ');
        return string.Join(' ', parts.Where((word, index) => !Owners.Contains(word) && !(word is "a" or "an" && index > 0 && Prepositions.Contains(parts[index - 1]))));
    }

    public static string Of(ReadOnlySpan<char> words)
    {
        char[]? rented = null;
        var name = words.Length <= LongestOnStack ? stackalloc char[words.Length] : rented = ArrayPool<char>.Shared.Rent(words.Length);
        var length = 0;
        foreach (var c in words)
        {
            if (c is '®' or '™' or '©')
            {
                continue;
            }

            if (!char.IsWhiteSpace(c))
            {
                name[length++] = char.ToLowerInvariant(c);
            }
            else if (length > 0 && name[length - 1] != ' ')
            {
                name[length++] = ' ';
            }
        }

        var spelled = name[..length].Trim(Marks).ToString();
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return spelled;
    }
}

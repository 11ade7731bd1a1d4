using System.Buffers;

namespace Trialist.Criteria.Islands;

/// <summary>Words of the text as a name: in lower case, one blank between words, no marks at the ends.</summary>
internal static class SpelledWords
{
    private const int LongestOnStack = 256;
    private const string Marks = "*-:, \\";

    public static string Of(ReadOnlySpan<char> words)
    {
        char[]? rented = null;
        var name = words.Length <= LongestOnStack ? stackalloc char[words.Length] : rented = ArrayPool<char>.Shared.Rent(words.Length);
        var length = 0;
        foreach (var c in words)
        {
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

namespace Trialist.Criteria.Vocabulary;

/// <summary>Phrases that letters may begin with; the first letter tells which of them can.</summary>
internal sealed class BeginningList
{
    private const int Letters = 128; // all phrases are ASCII

    private readonly string[][] byFirst = new string[Letters][]; // each longest first

    public BeginningList(params ReadOnlySpan<string> phrases)
    {
        Array.Fill(byFirst, []);
        foreach (var group in phrases.ToArray().GroupBy(phrase => phrase[0]))
        {
            byFirst[group.Key] = [.. group.OrderByDescending(phrase => phrase.Length)];
        }
    }

    /// <summary>The length of the longest phrase that the letters begin with; 0 when they begin with none.</summary>
    public int LongestIn(ReadOnlySpan<char> letters)
    {
        if (letters.IsEmpty || letters[0] >= Letters)
        {
            return 0;
        }

        foreach (var phrase in byFirst[letters[0]])
        {
            if (letters.StartsWith(phrase, StringComparison.Ordinal))
            {
                return phrase.Length;
            }
        }

        return 0;
    }
}

using Trialist.Criteria.Tokens;
using Trialist.Terminology.Folding;

namespace Trialist.Criteria.Vocabulary;

/// <summary>The function words of criteria, from the embedded table cues.tsv.</summary>
internal sealed class CueTable
{
    private const string Resource = "cues.tsv";
    private const int LongestWord = 32;

    /// <summary>The bit that tells small from capital letters in ASCII.</summary>
    private const int LowerCase = 0x20;

    private readonly WordTable words = new();
    private readonly string[] texts; // by number
    private readonly CueTree tree;
    private readonly int[] digits;

    private CueTable()
    {
        var all = new Dictionary<string, CuePhrase>(StringComparer.Ordinal);
        foreach (var (cue, value, written) in Rows())
        {
            var parts = written.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
            var key = string.Join(' ', parts);
            if (!all.TryGetValue(key, out var phrase))
            {
                all[key] = phrase = new CuePhrase(parts);
            }

            phrase.Add(cue, value);
        }

        texts = [.. all.Values.SelectMany(phrase => phrase.Words).Concat(NumberWords.All).Concat(TimeUnits.All).Concat(AnchorWords.All).Concat(["x"]).Distinct(StringComparer.Ordinal)];
        Array.ForEach(texts, word => words.Add(word));
        digits = [.. "0123456789".Select(digit => words.Find([digit]))];
        tree = new CueTree(words.Count, all.Values.Select(phrase => (Array.ConvertAll(phrase.Words, word => words.Find(word)), phrase)));
    }

    /// <summary>Every single word of the phrases, in lower case.</summary>
    public IReadOnlyList<string> Words => texts;

    public static CueTable Default { get; } = new();

    /// <summary>Every phrase as the table has it.</summary>
    public static IEnumerable<string> Phrases => Rows().Select(row => row.Phrase);

    /// <summary>The longest phrase that starts at a token; null when none does.</summary>
    /// <param name="tokens">The tokens of the criterion.</param>
    /// <param name="at">Index of the first.</param>
    /// <param name="after">Index after the last token of the phrase.</param>
    public CuePhrase? Match(ReadOnlySpan<Token> tokens, int at, out int after)
    {
        after = at;
        CuePhrase? found = null;
        var place = tokens[at].Text is not null ? tokens[at].Word : -1;
        for (var next = at + 1; place >= 0; next++)
        {
            if (tree.PhraseAt(place) is { } phrase)
            {
                (found, after) = (phrase, next);
            }

            // "child-bearing" and "child bearing" are the same phrase.
            if (next < tokens.Length && tokens[next].Kind == TokenKind.Dash && tokens[next].Start == tokens[next - 1].End)
            {
                next++;
            }

            place = next < tokens.Length ? tree.After(place, tokens[next].Word) : -1;
        }

        return found;
    }

    /// <summary>The word in lower case as the table holds it; null when no phrase uses it.</summary>
    public string? WordOf(ReadOnlySpan<char> written) => NumberOf(written) is >= 0 and var number ? texts[number] : null;

    /// <summary>The number of a word that is written in any case; -1 when no phrase uses it.</summary>
    public int NumberOf(ReadOnlySpan<char> written)
    {
        Span<char> lower = stackalloc char[LongestWord];
        if (written.Length > lower.Length)
        {
            return -1;
        }

        for (var i = 0; i < written.Length; i++)
        {
            var c = written[i];
            lower[i] = char.IsAsciiLetter(c) ? (char)(c | LowerCase) : c == '’' ? '\'' : char.ToLowerInvariant(c);
        }

        return words.Find(lower[..written.Length]);
    }

    /// <summary>The number of a digit that stands alone; -1 when no phrase uses it.</summary>
    public int DigitOf(int digit) => digits[digit];

    /// <summary>The word with the number.</summary>
    public string this[int number] => texts[number];

    private static IEnumerable<(Cue Cue, string Value, string Phrase)> Rows()
    {
        using var stream = typeof(CueTable).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var cells = line.Split('\t');
                foreach (var phrase in cells[2].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    yield return (Enum.Parse<Cue>(cells[0], ignoreCase: true), cells[1], phrase);
                }
            }
        }
    }
}

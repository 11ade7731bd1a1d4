using Trialist.Criteria.Tokens;

namespace Trialist.Criteria.Vocabulary;

/// <summary>The function words of criteria, from the embedded table cues.tsv, by their first word.</summary>
internal sealed class CueTable
{
    private const string Resource = "cues.tsv";
    private const int LongestWord = 32;

    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CuePhrase[]> phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private CueTable()
    {
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
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

        foreach (var word in all.Values.SelectMany(phrase => phrase.Words).Concat(NumberWords.All).Concat(TimeUnits.All).Concat(AnchorWords.All).Concat(["x"]))
        {
            words.TryAdd(word, word);
        }

        foreach (var group in all.Values.GroupBy(phrase => phrase.Words[0], StringComparer.Ordinal))
        {
            phrases[group.Key] = [.. group.OrderByDescending(phrase => phrase.Words.Length)];
        }
    }

    /// <summary>Every single word of the phrases, in lower case.</summary>
    public IEnumerable<string> Words => words.Keys;

    public static CueTable Default { get; } = new();

    /// <summary>The longest phrase that starts at a token; null when none does.</summary>
    /// <param name="tokens">The tokens of the criterion.</param>
    /// <param name="at">Index of the first.</param>
    /// <param name="after">Index after the last token of the phrase.</param>
    public CuePhrase? Match(List<Token> tokens, int at, out int after)
    {
        after = at;
        if (tokens[at].Text is not { } first || !phrases.TryGetValue(first, out var candidates))
        {
            return null;
        }

        foreach (var phrase in candidates)
        {
            if (TryFollow(tokens, at, phrase.Words, out after))
            {
                return phrase;
            }
        }

        return null;
    }

    /// <summary>The word in lower case as the table holds it; null when no phrase uses it.</summary>
    public string? WordOf(ReadOnlySpan<char> written)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        if (written.Length > buffer.Length)
        {
            return null;
        }

        var lower = buffer[..written.ToLowerInvariant(buffer)];
        lower.Replace('’', '\'');
        return lookup.TryGetValue(lower, out var word) ? word : null;
    }

    private static bool TryFollow(List<Token> tokens, int at, string[] words, out int after)
    {
        after = at;
        foreach (var word in words)
        {
            // "child-bearing" and "child bearing" are the same phrase.
            if (after > at && after < tokens.Count && tokens[after].Kind == TokenKind.Dash && tokens[after].Start == tokens[after - 1].End)
            {
                after++;
            }

            if (after >= tokens.Count || !Is(tokens[after], word))
            {
                return false;
            }

            after++;
        }

        return true;
    }

    private static bool Is(in Token token, string word) =>
        ReferenceEquals(token.Text, word) || (token.Text is { } text ? text == word : token.Kind == TokenKind.Number && word.Length == 1 && char.IsAsciiDigit(word[0]) && token.Value == word[0] - '0' && token.End == token.Start + 1);

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

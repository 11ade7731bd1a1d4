using Trialist.Terminology;

namespace Trialist.Criteria.Vocabulary;

/// <summary>The short forms that a text itself explains, as in "mitral stenosis (MS)": they mean that there, whatever they mean elsewhere.</summary>
/// <remarks>
/// A bracket explains the words before it where its letters stand in them in order, the first of them at the beginning of a word: A. Schwartz and M. Hearst,
/// "A simple algorithm for identifying abbreviation definitions in biomedical text", 2003.
/// </remarks>
internal sealed class OwnAbbreviations
{
    private const int Shortest = 2;
    private const int Longest = 8;
    private const int MostFurtherWords = 5; // of the long form, beyond one for each letter
    private const int LongestForm = 120;
    private const int MostOfText = 200;
    private const int AkinLetters = 4;

    // Null where the text says what the lexicon says as well.
    private readonly Dictionary<string, ValueList<LexiconEntry>?> meanings = new(StringComparer.Ordinal);

    private OwnAbbreviations()
    {
    }

    /// <summary>What a text explains; null where it explains nothing.</summary>
    public static OwnAbbreviations? Of(string text, Lexicon lexicon)
    {
        OwnAbbreviations? own = null;
        for (var open = text.IndexOf('('); open > 0 && (own is null || own.meanings.Count < MostOfText); open = text.IndexOf('(', open + 1))
        {
            if (ShortFormIn(text, open + 1) is { Length: > 0 } brief && LongFormBefore(text, open, brief) is { Length: > 0 } words)
            {
                (own ??= new OwnAbbreviations()).Add(brief.ToString(), MeaningOf(brief, words, lexicon));
            }
        }

        return own;
    }

    /// <summary>True when the word means something else in this text than the lexicon says.</summary>
    /// <param name="word">As it is written.</param>
    /// <param name="entries">What it means; empty where that is not known.</param>
    public bool TryFind(ReadOnlySpan<char> word, out ValueList<LexiconEntry> entries)
    {
        entries = default;
        if (word.Length is < Shortest or > Longest || !(char.IsAsciiLetterUpper(word[^1]) || char.IsAsciiDigit(word[^1])) || !meanings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var meaning) || meaning is null)
        {
            return false;
        }

        entries = meaning.Value;
        return true;
    }

    // Explained in two ways, it means neither surely.
    private void Add(string brief, ValueList<LexiconEntry>? meaning) => meanings[brief] = meanings.TryGetValue(brief, out var before) && before != meaning ? default(ValueList<LexiconEntry>) : meaning;

    // Capitals and digits, at least two of them letters, alone in their bracket.
    private static ReadOnlySpan<char> ShortFormIn(string text, int start)
    {
        var end = start;
        var letters = 0;
        for (; end < text.Length && (char.IsAsciiLetterUpper(text[end]) || char.IsAsciiDigit(text[end])); end++)
        {
            letters += char.IsAsciiLetter(text[end]) ? 1 : 0;
        }

        return letters >= Shortest && end - start <= Longest && end < text.Length && text[end] == ')' ? text.AsSpan(start..end) : default;
    }

    private static ReadOnlySpan<char> LongFormBefore(string text, int open, ReadOnlySpan<char> brief)
    {
        var end = open;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        var from = end;
        for (var words = Math.Min(brief.Length + MostFurtherWords, 2 * brief.Length); from > 0 && end - from < LongestForm && !(text[from - 1] is '\n' or ';' or ':' or ',' or '(' or ')'); from--)
        {
            if (text[from - 1] == ' ' && --words == 0)
            {
                break;
            }
        }

        var at = end - 1;
        for (var letter = brief.Length - 1; letter >= 0; letter--, at--)
        {
            while (at >= from && (char.ToUpperInvariant(text[at]) != brief[letter] || (letter == 0 && at > 0 && char.IsLetterOrDigit(text[at - 1]))))
            {
                at--;
            }

            if (at < from)
            {
                return default;
            }
        }

        return end - at - 1 > 2 * brief.Length ? text.AsSpan((at + 1)..end) : default;
    }

    // Null where the lexicon's own meaning of the short form stands, or where nothing is known of either.
    private static ValueList<LexiconEntry>? MeaningOf(ReadOnlySpan<char> brief, ReadOnlySpan<char> words, Lexicon lexicon)
    {
        var known = lexicon.Find(brief);
        var explained = lexicon.Find(words) is [{ LeafType: not null, Kind: not (EntryKind.Matter or EntryKind.Anchor) }, ..] facts ? facts : [];
        if (known.IsEmpty)
        {
            return explained.IsEmpty ? null : explained;
        }

        foreach (var entry in known)
        {
            if (explained.Any(one => ReferenceEquals(one, entry)) || IsAkin(entry, words))
            {
                return null;
            }
        }

        return explained;
    }

    // "hepatitis C virus (HCV)" and hepatitis C, "performance status (PS)" and the ECOG performance status: a word of the one begins as a word of the other.
    private static bool IsAkin(LexiconEntry entry, ReadOnlySpan<char> words)
    {
        foreach (var part in words.SplitAny(" -/"))
        {
            var word = words[part];
            if (word.Length < AkinLetters)
            {
                continue;
            }

            if (BeginsIn(entry.Label, word[..AkinLetters]))
            {
                return true;
            }

            foreach (var synonym in entry.Synonyms)
            {
                if (BeginsIn(synonym, word[..AkinLetters]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "seas" begins no word of "disease".
    private static bool BeginsIn(string name, ReadOnlySpan<char> stem)
    {
        for (var from = 0; name.AsSpan(from).IndexOf(stem, StringComparison.OrdinalIgnoreCase) is >= 0 and var found; from += found + 1)
        {
            if (from + found == 0 || !char.IsLetter(name[from + found - 1]))
            {
                return true;
            }
        }

        return false;
    }
}

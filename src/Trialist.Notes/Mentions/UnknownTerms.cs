using Trialist.Notes.Text;

namespace Trialist.Notes.Mentions;

/// <summary>
/// Finds terms that the lexicon does not know by the form of their words: diseases by the word that heads them ("anaplastic astrocytoma",
/// "urinary retention"), drugs by their INN stem, operations by their suffix.
/// </summary>
internal static class UnknownTerms
{
    /// <summary>How many words may stand before the head.</summary>
    private const int MostModifiers = 3;

    /// <summary>A head shorter than this is a chance ending ("coma" is a word of the lexicon, "oma" none).</summary>
    private const int ShortestEnding = 6;

    private static readonly HashSet<string> Heads = new(StringComparer.OrdinalIgnoreCase);
    private static readonly List<string> Endings = [];
    private static readonly (string Ending, LeafType Type)[] Stems =
        [.. Tables.NoteTable.Rows("stems.tsv").Select(row => (row[0], Enum.Parse<LeafType>(row[1], ignoreCase: true))).OrderByDescending(stem => stem.Item1.Length)];
    // They end as diseases do and are none.
    private static readonly HashSet<string> NoDiseases = new(StringComparer.OrdinalIgnoreCase) { "prognosis", "diagnosis", "hypnosis", "apoptosis", "mitosis", "osmosis", "diploma", "aroma", "homeopathy", "empathy", "sympathy", "naturopathy" };

    private static readonly HashSet<string> PlainWords = Tables.NoteTable.Rows("plain-words.tsv").Select(row => row[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);

    static UnknownTerms()
    {
        foreach (var row in Tables.NoteTable.Rows("disease-words.tsv"))
        {
            if (row[0][0] == '-')
            {
                Endings.Add(row[0][1..]);
            }
            else
            {
                Heads.Add(row[0]);
            }
        }
    }

    public static void Find(SentenceTerms terms)
    {
        var tokens = terms.Tokens;
        var taken = new bool[tokens.Length];
        foreach (var mention in terms.Mentions)
        {
            Array.Fill(taken, true, mention.First, mention.End - mention.First);
        }

        foreach (var cue in terms.Cues)
        {
            Array.Fill(taken, true, cue.First, cue.End - cue.First);
        }

        for (var at = 0; at < tokens.Length; at++)
        {
            if (!taken[at] && tokens[at].IsWord && StemOf(tokens[at].In(terms.Note)) is { } type)
            {
                terms.Mentions.Add(new Mention(at, at + 1, type, new Concept(tokens[at].In(terms.Note).ToString().ToLowerInvariant())));
                taken[at] = true;
            }

            if (taken[at] || !tokens[at].IsWord || !IsHead(Singular(tokens[at].In(terms.Note))))
            {
                continue;
            }

            var first = at;
            while (first > 0 && at - first < MostModifiers && !taken[first - 1] && IsModifier(terms.Note, tokens, first - 1))
            {
                first--;
            }

            var isBareHead = first == at && Heads.Contains(Singular(tokens[at].In(terms.Note)).ToString());
            if (!isBareHead)
            {
                var name = string.Join(' ', terms.Words(first, at + 1).ToString().ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                terms.Mentions.Add(new Mention(first, at + 1, LeafType.Condition, new Concept(name)));
                Array.Fill(taken, true, first, at + 1 - first);
            }
        }

        terms.Mentions.Sort((left, right) => left.First.CompareTo(right.First));
    }

    private static LeafType? StemOf(ReadOnlySpan<char> word)
    {
        foreach (var (ending, type) in Stems)
        {
            if (word.Length >= Math.Max(ShortestEnding, ending.Length + 2) ? word.EndsWith(ending, StringComparison.OrdinalIgnoreCase) : word.Equals(ending, StringComparison.OrdinalIgnoreCase))
            {
                return type;
            }
        }

        return null;
    }

    // A word that says nothing alone ("disease", "pain") is no head without a modifier; a disease by its ending is.
    private static bool IsHead(ReadOnlySpan<char> word)
    {
        if (Heads.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
        {
            return true;
        }

        if (word.Length < ShortestEnding || NoDiseases.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
        {
            return false;
        }

        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word) =>
        word.EndsWith("s", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("ss", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("is", StringComparison.OrdinalIgnoreCase) ? word[..^1] : word;

    private static bool IsModifier(string note, NoteToken[] tokens, int at)
    {
        var word = tokens[at].In(note);
        return tokens[at].IsWord && tokens[at + 1].Start <= tokens[at].End + 1 && word.Length > 2 &&
            !PlainWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) &&
            !word.EndsWith("ly", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("ing", StringComparison.OrdinalIgnoreCase);
    }
}

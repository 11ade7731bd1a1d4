using Trialist.Notes.Text;

namespace Trialist.Notes.Mentions;

/// <summary>Short forms that only notes use, from <c>abbreviations.tsv</c>; criteria spell them out, so the lexicon need not know them.</summary>
internal sealed class AbbreviationTable
{
    private readonly Dictionary<string, LexiconEntry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> diseases = new(StringComparer.Ordinal);
    private readonly Lexicon lexicon;

    public AbbreviationTable(Lexicon lexicon)
    {
        this.lexicon = lexicon;
        foreach (var row in Tables.NoteTable.Rows("abbreviations.tsv"))
        {
            var known = lexicon.Find(row[1]);
            entries[row[0]] = known.IsEmpty
                ? new LexiconEntry(EntryKind.Condition, new Concept(row[1])) { LeafType = Enum.Parse<LeafType>(row[2], ignoreCase: true) }
                : known[0];
            if (entries[row[0]].LeafType == LeafType.Condition)
            {
                diseases[row[0]] = row[1];
            }
        }
    }

    /// <summary>The entry that the token, or the token and the two after it around a slash, stands for; also "pulmonary HTN", where the lexicon knows the disease under both words.</summary>
    public (LexiconEntry Entry, int End)? Find(string note, NoteToken[] tokens, int at)
    {
        if (!tokens[at].IsWord)
        {
            return null;
        }

        var lookup = entries.GetAlternateLookup<ReadOnlySpan<char>>();
        if (at + 2 < tokens.Length && tokens[at + 1].Is(note, '/') && tokens[at + 2].IsWord && tokens[at + 2].Start == tokens[at].End + 1 &&
            lookup.TryGetValue(note.AsSpan(tokens[at].Start, tokens[at + 2].End - tokens[at].Start), out var joined))
        {
            return (joined, at + 3);
        }

        if (at + 1 < tokens.Length && tokens[at + 1].IsWord && diseases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(tokens[at + 1].In(note), out var disease) &&
            lexicon.Find($"{tokens[at].In(note)} {disease}") is { IsEmpty: false } both && both[0].LeafType == LeafType.Condition)
        {
            return (both[0], at + 2);
        }

        return lookup.TryGetValue(tokens[at].In(note), out var entry) ? (entry, at + 1) : null;
    }
}

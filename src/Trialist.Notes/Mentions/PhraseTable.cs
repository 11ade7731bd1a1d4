using Trialist.Notes.Text;

namespace Trialist.Notes.Mentions;

/// <summary>The phrases of <c>phrases.tsv</c>.</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<string, List<Row>> byFirst = new(StringComparer.OrdinalIgnoreCase);

    public PhraseTable(Lexicon lexicon)
    {
        foreach (var cells in Tables.NoteTable.Rows("phrases.tsv"))
        {
            var words = cells[0].Split(' ');
            var row = new Row(
                words,
                cells[1] == "-" ? LeafType.Unread : Enum.Parse<LeafType>(cells[1], ignoreCase: true),
                lexicon.ByName(cells[2])?.Concept ?? new Concept(cells[2]),
                Enum.Parse<Presence>(cells[3], ignoreCase: true),
                cells[4] == "-" ? null : Enum.Parse<FactStatus>(cells[4], ignoreCase: true));
            if (!byFirst.TryGetValue(words[0], out var rows))
            {
                byFirst[words[0]] = rows = [];
            }

            rows.Add(row);
        }

        foreach (var rows in byFirst.Values)
        {
            rows.Sort((left, right) => right.Words.Length.CompareTo(left.Words.Length));
        }
    }

    /// <summary>The longest phrase that starts at the token; null when none does. A phrase that denies something stands by itself, any other is open to its context.</summary>
    public Mention? Find(string note, NoteToken[] tokens, int at)
    {
        if (!byFirst.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(tokens[at].In(note), out var rows))
        {
            return null;
        }

        foreach (var row in rows)
        {
            if (Matches(row.Words, note, tokens, at))
            {
                return new Mention(at, at + row.Words.Length, row.Type, row.Concept)
                {
                    Presence = row.Presence == Presence.Absent ? Presence.Absent : null,
                    Status = row.Status,
                };
            }
        }

        return null;
    }

    private static bool Matches(string[] words, string note, NoteToken[] tokens, int at)
    {
        if (at + words.Length > tokens.Length)
        {
            return false;
        }

        for (var index = 0; index < words.Length; index++)
        {
            if (!tokens[at + index].In(note).Equals(words[index], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Row(string[] Words, LeafType Type, Concept Concept, Presence Presence, FactStatus? Status);
}

using Trialist.Notes.Text;

namespace Trialist.Notes.Context;

/// <summary>The cues of <c>cues.tsv</c>, found by their first word.</summary>
internal sealed class CueTable
{
    /// <summary>The whole sentence.</summary>
    private const int Unlimited = NoteLimits.TokensPerSentence;

    private readonly Dictionary<string, List<Cue>> byFirst = new(StringComparer.OrdinalIgnoreCase);

    private CueTable()
    {
        foreach (var row in Tables.NoteTable.Rows("cues.tsv"))
        {
            var words = row[0].Split(' ');
            var cue = new Cue(
                words, Enum.Parse<CueKind>(row[1], ignoreCase: true), Enum.Parse<CueDirection>(row[2], ignoreCase: true),
                row[3] == "-" ? Unlimited : int.Parse(row[3]), row.Length > 4 ? row[4] : null);
            if (!byFirst.TryGetValue(words[0], out var cues))
            {
                byFirst[words[0]] = cues = [];
            }

            cues.Add(cue);
        }

        foreach (var cues in byFirst.Values)
        {
            cues.Sort((left, right) => right.Words.Length.CompareTo(left.Words.Length));
        }
    }

    public static CueTable Default { get; } = new();

    /// <summary>The longest cues that start at the token: one phrase may look both ways, or be a cue and a stop.</summary>
    public IEnumerable<CueHit> Find(string note, NoteToken[] tokens, int at)
    {
        if (!byFirst.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(tokens[at].In(note), out var cues))
        {
            yield break;
        }

        var length = 0;
        foreach (var cue in cues)
        {
            if (length > 0 && cue.Words.Length < length)
            {
                yield break;
            }

            if (Matches(cue, note, tokens, at))
            {
                length = cue.Words.Length;
                yield return new CueHit(cue, at, at + length);
            }
        }
    }

    private static bool Matches(Cue cue, string note, NoteToken[] tokens, int at)
    {
        if (at + cue.Words.Length > tokens.Length)
        {
            return false;
        }

        for (var index = 1; index < cue.Words.Length; index++)
        {
            if (!tokens[at + index].In(note).Equals(cue.Words[index], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}

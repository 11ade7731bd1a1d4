namespace Trialist.Notes.Text;

/// <summary>Groups tokens into sentences and tells which section each stands in.</summary>
internal sealed class SentenceSplitter(string note, List<NoteToken> tokens)
{
    /// <summary>A line this long that goes on in lower case was wrapped, not ended.</summary>
    private const int WrappedLine = 60;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "dr", "mr", "mrs", "ms", "pt", "pts", "vs", "e.g", "i.e", "eg", "ie", "approx", "est", "st", "no", "fig", "y", "o", "yo", "dept", "prof", "wt", "ht", "temp", "resp", "inc", "cf", "al", "ca", "hx", "dx", "geb",
    };

    private readonly List<NoteSentence> sentences = [];
    private readonly List<NoteToken> current = [];
    private NoteSection section = NoteSection.Plain;
    private bool sectionEndsWithLine;
    private bool sectionEndsWithSentence;
    private bool isItem;

    public List<NoteSentence> Split()
    {
        var at = StartLine(0);
        while (at < tokens.Count)
        {
            var token = tokens[at];
            if (token.Kind == NoteTokenKind.Break)
            {
                if (!IsWrapped(at))
                {
                    Close();
                    at = StartLine(at + 1);
                    continue;
                }
            }
            else if (EndsSentence(at))
            {
                Close();
                if (TryHeading(at + 1, out var next))
                {
                    // Inside a line, a heading holds for what directly follows it.
                    sectionEndsWithSentence = sectionEndsWithLine;
                }

                at = next;
                continue;
            }
            else
            {
                current.Add(token);
                if (current.Count >= NoteLimits.TokensPerSentence)
                {
                    Close();
                }
            }

            at++;
        }

        Close();
        return sentences;
    }

    private void Close()
    {
        if (current.Count > 0)
        {
            sentences.Add(new NoteSentence([.. current], section, isItem));
            current.Clear();
            if (sectionEndsWithSentence)
            {
                (section, sectionEndsWithLine, sectionEndsWithSentence) = (NoteSection.Plain, false, false);
            }
        }
    }

    // List marks and headings stand at the start of a line.
    private int StartLine(int at)
    {
        var isBlank = at < tokens.Count && tokens[at].Kind == NoteTokenKind.Break;
        var first = at;
        at = SkipListMark(at);
        isItem = at > first;
        if (TryHeading(at, out var next))
        {
            return next;
        }

        if (sectionEndsWithLine && !isItem && !isBlank)
        {
            section = NoteSection.Plain;
            sectionEndsWithLine = false;
        }

        return at;
    }

    private bool TryHeading(int at, out int next)
    {
        next = at;
        for (var end = at; end < tokens.Count && end <= at + HeadingTable.LongestHeading; end++)
        {
            if (tokens[end].Is(note, ':') && end > at)
            {
                // "P: 72" is a pulse.
                if (tokens[end - 1].End - tokens[at].Start == 1 && end + 1 < tokens.Count && tokens[end + 1].IsNumber)
                {
                    return false;
                }

                if (HeadingTable.Find(note.AsSpan(tokens[at].Start, tokens[end - 1].End - tokens[at].Start)) is not { } found)
                {
                    return false;
                }

                section = found;
                next = end + 1;
                sectionEndsWithLine = next < tokens.Count && tokens[next].Kind != NoteTokenKind.Break;
                isItem = sectionEndsWithLine;
                return true;
            }

            if (tokens[end].Kind == NoteTokenKind.Break)
            {
                return false;
            }
        }

        return false;
    }

    private int SkipListMark(int at)
    {
        if (at < tokens.Count && tokens[at].Kind == NoteTokenKind.Symbol && note[tokens[at].Start] is '-' or '*' or '•' or '·' or '–' or '#' or '+' or '>' &&
            at + 1 < tokens.Count && tokens[at + 1].Start > tokens[at].End)
        {
            return at + 1;
        }

        var isNumbered = at + 2 < tokens.Count && tokens[at].IsNumber && tokens[at].End - tokens[at].Start <= 2 &&
            tokens[at + 1].Kind == NoteTokenKind.Symbol && note[tokens[at + 1].Start] is '.' or ')' && tokens[at + 1].Start == tokens[at].End &&
            tokens[at + 2].Start > tokens[at + 1].End;
        return isNumbered ? at + 2 : at;
    }

    private bool IsWrapped(int at)
    {
        if (at == 0 || at + 1 >= tokens.Count || tokens[at + 1].Kind != NoteTokenKind.Word || !char.IsLower(note[tokens[at + 1].Start]))
        {
            return false;
        }

        var lineStart = tokens[at].Start == 0 ? 0 : note.LastIndexOf('\n', tokens[at].Start - 1) + 1;
        return tokens[at].Start - lineStart >= WrappedLine && tokens[at - 1].Kind != NoteTokenKind.Break;
    }

    private bool EndsSentence(int at)
    {
        var token = tokens[at];
        if (token.Kind != NoteTokenKind.Symbol || note[token.Start] is not ('.' or '!' or '?'))
        {
            return false;
        }

        if (at + 1 >= tokens.Count)
        {
            return true;
        }

        var next = tokens[at + 1];
        if (next.Kind == NoteTokenKind.Break)
        {
            return note[token.Start] != '?' || at == 0 || tokens[at - 1].End == token.Start;
        }

        if (next.Start == token.End || (at > 0 && tokens[at - 1].End != token.Start))
        {
            return false;
        }

        var previous = at > 0 ? tokens[at - 1] : default;
        var isAbbreviation = note[token.Start] == '.' && previous.IsWord &&
            (Abbreviations.Contains(previous.In(note).ToString()) || (previous.End - previous.Start == 1 && char.IsUpper(note[previous.Start])));
        // "hepatitis B." ends a sentence, "J. Smith" does not; the next word's capital cannot tell them apart, so single letters after a word do end.
        // Nor is the last letter of a unit one: "30 U/L."
        if (isAbbreviation && previous.End - previous.Start == 1 && at > 1 && ((tokens[at - 2].IsWord && char.IsLower(note[tokens[at - 2].Start])) || tokens[at - 2].Is(note, '/') || tokens[at - 2].IsNumber))
        {
            isAbbreviation = false;
        }

        // "My sister has MS. I have not": the title is written "Ms".
        if (isAbbreviation && previous.In(note) is "MS")
        {
            isAbbreviation = false;
        }

        // "No. 5" is a number, "No." an answer.
        if (isAbbreviation && previous.IsWordOf(note, "no") && !next.IsNumber)
        {
            isAbbreviation = false;
        }

        // "in 2021. eGFR 88": after a number, or before a name with capitals in it, it ends as well.
        return !isAbbreviation && (!next.IsWord || previous.IsNumber || next.In(note).IndexOfAnyInRange('A', 'Z') >= 0);
    }
}

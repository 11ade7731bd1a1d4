using Trialist.Notes.Mentions;

namespace Trialist.Notes.Values;

/// <summary>Reads the laboratory's own range behind a value: "30 U/L (ref 0-40)", "(normal: &lt; 40)", "[0.3-1.2]", "ULN 40".</summary>
internal static class ReferenceRangeReader
{
    private static readonly HashSet<string> Labels = new(StringComparer.OrdinalIgnoreCase) { "ref", "reference", "normal", "range", "nl", "rr", "interval", "limits", "limit", "uln", "upper", "of", "values" };

    /// <summary>The range, in the unit of the value; null where none is written.</summary>
    public static Bounds? Of(SentenceTerms terms, int at, string? unit)
    {
        var (note, tokens) = (terms.Note, terms.Tokens);
        if (at >= tokens.Length || !(tokens[at].Is(note, '(') || tokens[at].Is(note, '[')))
        {
            return null;
        }

        var (labelled, isUpper) = (false, false);
        for (var here = at + 1; here < tokens.Length; here++)
        {
            if (tokens[here].IsNumber)
            {
                return ValueReader.Number(note, tokens[here]) is { } number ? RangeAt(terms, here, number, unit, labelled, isUpper) : null;
            }

            isUpper |= tokens[here].IsWordOf(note, "uln") || tokens[here].IsWordOf(note, "upper") || tokens[here].Is(note, '<') || tokens[here].Is(note, '≤');
            labelled |= tokens[here].IsWord;
            var isPart = tokens[here].IsWord ? Labels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tokens[here].In(note)) : note[tokens[here].Start] is ':' or '.' or '<' or '≤' or '=';
            if (!isPart)
            {
                return null;
            }
        }

        return null;
    }

    private static Bounds? RangeAt(SentenceTerms terms, int at, decimal number, string? unit, bool labelled, bool isUpper)
    {
        var (note, tokens) = (terms.Note, terms.Tokens);
        if (isUpper)
        {
            return labelled && Closes(terms, at + 1, unit) ? new Bounds(null, new Bound(number, true), unit) : null;
        }

        var isRange = at + 2 < tokens.Length && tokens[at + 2].IsNumber && (tokens[at + 1].Is(note, '-') || tokens[at + 1].Is(note, '–') || tokens[at + 1].IsWordOf(note, "to"));
        return isRange && ValueReader.Number(note, tokens[at + 2]) is { } high && high > number && Closes(terms, at + 3, unit)
            ? new Bounds(new Bound(number, true), new Bound(high, true), unit)
            : null;
    }

    // The bracket ends, or a unit ends it that is the value's own.
    private static bool Closes(SentenceTerms terms, int at, string? unit)
    {
        if (at < terms.Tokens.Length && ValueReader.At(terms, at - 1) is { Unit: { } written } read)
        {
            return written == unit && read.End < terms.Tokens.Length && IsClose(terms, read.End);
        }

        return at < terms.Tokens.Length && IsClose(terms, at);
    }

    private static bool IsClose(SentenceTerms terms, int at) => terms.Tokens[at].Is(terms.Note, ')') || terms.Tokens[at].Is(terms.Note, ']') || terms.Tokens[at].Is(terms.Note, ',') || terms.Tokens[at].Is(terms.Note, ';');
}

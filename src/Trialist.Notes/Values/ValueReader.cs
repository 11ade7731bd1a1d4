using Trialist.Notes.Mentions;
using Trialist.Notes.Text;
using Trialist.Terminology.Measures;

namespace Trialist.Notes.Values;

/// <summary>Reads the number that belongs to a measurement or score: "creatinine was 1.8", "HbA1c (9.2%)", "EF of 25 %", "rose from 1.2 to 3.4".</summary>
internal static class ValueReader
{
    /// <summary>How far after its name a value may stand, in tokens.</summary>
    private const int Reach = 9;

    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "of", "was", "is", "were", "are", "at", "to", "up", "level", "levels", "count", "counts", "value", "values", "score", "scores", "around", "about",
        "approximately", "found", "be", "measured", "measuring", "reading", "readings", "a", "an", "the", "result", "results", "reported", "noted", "performance", "status", "currently", "today",
        "now", "rose", "increased", "decreased", "elevated", "low", "high", "normal", "grade", "class", "stage", "equals", "equal", "has", "had", "been", "stable", "rate", "index",
        "peak", "peaked", "initial", "initially", "on", "admission", "concentration", "serum", "his", "her", "by", "as", "remained", "fell", "dropped", "came", "back", "only", "in", "with", "total", "estimated", "calculated", "mildly", "markedly", "slightly", "down", "went", "recorded", "ps", "scale", "exam", "test", "examination", "from",
    };

    public static ReadValue? After(SentenceTerms terms, int at)
    {
        var tokens = terms.Tokens;
        for (var here = at; here < tokens.Length && here < at + Reach; here++)
        {
            var token = tokens[here];
            if (token.IsNumber)
            {
                // "from 1.2 to 3.4": the later value counts.
                if (here > at && tokens[here - 1].IsWordOf(terms.Note, "from") && NumberAfterTo(terms, here) is { } second)
                {
                    here = second;
                }

                return At(terms, here, ComparatorBefore(terms, at, here));
            }

            if (!IsFiller(terms, here))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Reads the number at a token with what belongs to it.</summary>
    public static ReadValue? At(SentenceTerms terms, int at, string? comparator = null)
    {
        var (note, tokens) = (terms.Note, terms.Tokens);
        if (Number(note, tokens[at]) is not { } number)
        {
            return null;
        }

        var end = at + 1;
        decimal? lower = null;
        decimal? upper = null;
        if (end + 1 < tokens.Length && tokens[end + 1].IsNumber && tokens[end].End == tokens[end + 1].Start)
        {
            if (tokens[end].Is(note, '/'))
            {
                lower = Number(note, tokens[end + 1]);
                end += 2;
            }
            else if (tokens[end].Is(note, '-') || tokens[end].Is(note, '–'))
            {
                upper = Number(note, tokens[end + 1]);
                end += 2;
            }
        }

        string? unit = null;
        if (end <= tokens.Length && UnitAfter(terms, end) is { } match)
        {
            unit = match.Unit.Code;
            while (end < tokens.Length && tokens[end].Start < match.End)
            {
                end++;
            }
        }

        var within = upper is { } high && high > number ? new Bounds(new Bound(number, true), new Bound(high, true), unit) : Limit(comparator, number, unit);
        return new ReadValue(within is null ? number : null, within, unit, at, end) { Lower = lower };
    }

    public static decimal? Number(string note, NoteToken token) =>
        token.IsNumber && token.End - token.Start <= 15 &&
        decimal.TryParse(token.In(note), System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static UnitMatch? UnitAfter(SentenceTerms terms, int end)
    {
        var start = end == 0 ? terms.Sentence.Start : terms.Tokens[end - 1].End;
        var text = terms.Note.AsSpan(0, terms.Sentence.End);
        while (start < text.Length && text[start] is ' ' or ' ')
        {
            start++;
        }

        return Units.TryMatch(text, start, out var match) ? match : null;
    }

    private static bool IsFiller(SentenceTerms terms, int at)
    {
        var token = terms.Tokens[at];
        return token.Kind switch
        {
            NoteTokenKind.Word => Fillers.Contains(token.In(terms.Note).ToString()),
            NoteTokenKind.Symbol => terms.Note[token.Start] is '=' or ':' or '(' or '~' or '<' or '>' or '≤' or '≥' or '-' or '–' or '[' or '*',
            _ => false,
        };
    }

    private static int? NumberAfterTo(SentenceTerms terms, int at)
    {
        for (var here = at + 1; here + 1 < terms.Tokens.Length && here <= at + 4; here++)
        {
            if (terms.Tokens[here].IsWordOf(terms.Note, "to") && terms.Tokens[here + 1].IsNumber)
            {
                return here + 1;
            }
        }

        return null;
    }

    private static string? ComparatorBefore(SentenceTerms terms, int from, int at)
    {
        for (var here = at - 1; here >= from; here--)
        {
            var token = terms.Tokens[here];
            if (token.Kind == NoteTokenKind.Symbol && terms.Note[token.Start] is '<' or '>' or '≤' or '≥')
            {
                return terms.Note[token.Start].ToString();
            }
        }

        return null;
    }

    private static Bounds? Limit(string? comparator, decimal number, string? unit) => comparator switch
    {
        "<" => new Bounds(null, new Bound(number, false), unit),
        "≤" => new Bounds(null, new Bound(number, true), unit),
        ">" => new Bounds(new Bound(number, false), null, unit),
        "≥" => new Bounds(new Bound(number, true), null, unit),
        _ => null,
    };
}

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
        "peak", "peaked", "more", "greater", "longer", "less", "than", "least", "most", "over", "above", "below", "under", "exceeds", "exceeding", "est", "expected", "roughly", "beyond", "well", "initial", "initially", "on", "admission", "concentration", "serum", "his", "her", "by", "as", "remained", "fell", "dropped", "came", "back", "only", "in", "with", "total", "estimated", "calculated", "mildly", "markedly", "slightly", "down", "went", "recorded", "ps", "scale", "exam", "test", "examination", "from",
    };

    public static ReadValue? After(SentenceTerms terms, int at)
    {
        var tokens = terms.Tokens;
        for (var here = at; here < tokens.Length && here < at + Reach; here++)
        {
            var token = tokens[here];
            if (token.IsNumber)
            {
                if (terms.Valued.Contains(here))
                {
                    return null;
                }

                // "from 1.2 to 3.4": the later value counts.
                if (here > at && tokens[here - 1].IsWordOf(terms.Note, "from") && NumberAfterTo(terms, here) is { } second)
                {
                    here = second;
                }

                return Now(terms, At(terms, here, ComparatorBefore(terms, at, here)));
            }

            // "SpO2 (room air): 97 %"
            if (here == at && token.Is(terms.Note, '(') && AsideBeforeColon(terms, here) is { } behind)
            {
                here = behind;
                continue;
            }

            // "Creatinine (mg/dL): 0.9"
            if (token.Is(terms.Note, '(') && UnitInBrackets(terms, here) is var (unit, afterBracket) && NumberAfter(terms, afterBracket) is { } written)
            {
                return At(terms, written, ComparatorBefore(terms, at, written)) is { Unit: null } bare ? bare with { Unit = unit, Within = bare.Within is { } within ? within with { Unit = unit } : null } : null;
            }

            if (!IsFiller(terms, here))
            {
                return null;
            }
        }

        return null;
    }

    // "Creatinine was 2.4 on admission, now 1.1 mg/dL": the later value counts, where nothing else is named before it.
    private static ReadValue? Now(SentenceTerms terms, ReadValue? first)
    {
        if (first is not { } before)
        {
            return first;
        }

        // "121 -> 128"
        var arrow = before.End < terms.Tokens.Length && terms.Tokens[before.End].Is(terms.Note, '→') ? before.End + 1
            : before.End + 1 < terms.Tokens.Length && terms.Tokens[before.End].Is(terms.Note, '-') && terms.Tokens[before.End + 1].Is(terms.Note, '>') ? before.End + 2 : 0;
        if (arrow > 0 && arrow < terms.Tokens.Length && terms.Tokens[arrow].IsNumber && At(terms, arrow) is { } last)
        {
            return Now(terms, last with { Unit = last.Unit ?? before.Unit });
        }

        for (var at = before.End; at + 1 < terms.Tokens.Length && at < before.End + Reach; at++)
        {
            var token = terms.Tokens[at];
            if (token.Is(terms.Note, ';') || terms.Mentions.Exists(mention => mention.First == at))
            {
                return first;
            }

            if (token.IsWordOf(terms.Note, "now") || token.IsWordOf(terms.Note, "today") || token.IsWordOf(terms.Note, "currently"))
            {
                var number = at + 1;
                while (number < terms.Tokens.Length && number < at + 3 && (terms.Tokens[number].IsWordOf(terms.Note, "is") || terms.Tokens[number].IsWordOf(terms.Note, "at") || terms.Tokens[number].Is(terms.Note, ':')))
                {
                    number++;
                }

                return number < terms.Tokens.Length && terms.Tokens[number].IsNumber && !terms.Times.Exists(time => time.First == number) && At(terms, number) is { } later && (later.Unit is null || before.Unit is null || later.Unit == before.Unit)
                    ? later with { Unit = later.Unit ?? before.Unit }
                    : first;
            }
        }

        return first;
    }

    /// <summary>Reads a share that stands right before its name: "20 % blasts", "97% saturation".</summary>
    public static ReadValue? Before(SentenceTerms terms, int at)
    {
        // One word may stand between: "20 % residual blasts".
        var end = at > 1 && terms.Tokens[at - 1].IsWord && !terms.Mentions.Exists(mention => mention.First < at && mention.End >= at) && !terms.Cues.Exists(hit => hit.First < at && hit.End >= at) && !IsFiller(terms, at - 1) ? at - 1 : at;
        if (end < 2 || !terms.Tokens[end - 1].Is(terms.Note, '%') || !terms.Tokens[end - 2].IsNumber || terms.Valued.Contains(end - 2))
        {
            return null;
        }

        var first = end - 2;
        if (first > 1 && terms.Tokens[first - 2].IsNumber && terms.Tokens[first - 1].Start == terms.Tokens[first - 2].End && (terms.Tokens[first - 1].Is(terms.Note, '-') || terms.Tokens[first - 1].Is(terms.Note, '–')))
        {
            first -= 2;
        }

        return At(terms, first, ComparatorBefore(terms, Math.Max(0, first - 1), first));
    }

    // The colon behind a bracket of a few words without a number.
    private static int? AsideBeforeColon(SentenceTerms terms, int open)
    {
        for (var at = open + 1; at < terms.Tokens.Length && at < open + Reach; at++)
        {
            if (terms.Tokens[at].IsNumber || terms.Tokens[at].Is(terms.Note, '('))
            {
                return null;
            }

            if (terms.Tokens[at].Is(terms.Note, ')'))
            {
                return at + 1 < terms.Tokens.Length && terms.Tokens[at + 1].Is(terms.Note, ':') && UnitInBrackets(terms, open) is null ? at + 1 : null;
            }
        }

        return null;
    }

    private static (string Unit, int End)? UnitInBrackets(SentenceTerms terms, int open)
    {
        if (UnitAfter(terms, open + 1) is not { } unit)
        {
            return null;
        }

        var close = open + 1;
        while (close < terms.Tokens.Length && terms.Tokens[close].Start < unit.End)
        {
            close++;
        }

        return close < terms.Tokens.Length && terms.Tokens[close].Is(terms.Note, ')') ? (unit.Unit.Code, close + 1) : null;
    }

    private static int? NumberAfter(SentenceTerms terms, int at)
    {
        while (at < terms.Tokens.Length && (terms.Tokens[at].Is(terms.Note, ':') || terms.Tokens[at].Is(terms.Note, '=') || terms.Tokens[at].Is(terms.Note, '<') || terms.Tokens[at].Is(terms.Note, '>')))
        {
            at++;
        }

        return at < terms.Tokens.Length && terms.Tokens[at].IsNumber ? at : null;
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
        // "4,1 mmol/L": a comma with one or two digits behind it may part a list; it is a decimal comma where a unit follows or a nought stands before it.
        if (end + 1 < tokens.Length && tokens[end].Is(note, ',') && tokens[end].Start == tokens[at].End && tokens[end + 1].IsNumber && tokens[end + 1].Start == tokens[end].End &&
            tokens[end + 1].End - tokens[end + 1].Start <= 2 && Number(note, tokens[end + 1]) is { } fraction && number == decimal.Truncate(number))
        {
            if (number != 0 && UnitAfter(terms, end + 2) is null)
            {
                return null;
            }

            number += fraction / (tokens[end + 1].End - tokens[end + 1].Start == 1 ? 10 : 100);
            end += 2;
        }

        decimal? lower = null;
        decimal? upper = null;
        if (end + 1 < tokens.Length && tokens[end + 1].IsNumber && (tokens[end].End == tokens[end + 1].Start || (tokens[end].Is(note, '/') && terms.Mentions.Exists(mention => mention.First > 0 && mention.End <= at && tokens[mention.First - 1].Is(note, '/')))))
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

        // "30 / 28 U/L" are two values.
        return !(start + 1 < text.Length && text[start] == '/' && (text[start + 1] == ' ' || char.IsAsciiDigit(text[start + 1]))) && Units.TryMatch(text, start, out var match) ? match : null;
    }

    private static bool IsFiller(SentenceTerms terms, int at)
    {
        var token = terms.Tokens[at];
        if (IsOfMethod(terms, at))
        {
            return true;
        }

        return token.Kind switch
        {
            NoteTokenKind.Word => Fillers.Contains(token.In(terms.Note).ToString()),
            NoteTokenKind.Symbol => terms.Note[token.Start] is '=' or ':' or '.' or '(' or ')' or '~' or '<' or '>' or '≤' or '≥' or '-' or '–' or '[' or '*',
            _ => false,
        };
    }

    // "LVEF (echocardiogram): 60 %", "blasts by flow cytometry 18 %"
    private static bool IsOfMethod(SentenceTerms terms, int at) =>
        terms.Qualifiers.Exists(one => one.First <= at && one.End > at && one.Qualifier.Kind == QualifierKind.Method) ||
        terms.Mentions.Exists(one => one.First <= at && one.End > at && one.Type == LeafType.Procedure && one.First > 0 &&
            (terms.Tokens[one.First - 1].Is(terms.Note, '(') || terms.Tokens[one.First - 1].IsWordOf(terms.Note, "by") || terms.Tokens[one.First - 1].IsWordOf(terms.Note, "on")));

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
                return here + 1 < terms.Tokens.Length && terms.Tokens[here + 1].Is(terms.Note, '=') ? terms.Note[token.Start] == '<' ? "≤" : "≥" : terms.Note[token.Start].ToString();
            }

            if (token.IsWord && WordedComparator(terms, here) is { } worded)
            {
                return worded;
            }
        }

        return null;
    }

    // "More than 3 months", "at least 6 months", "below 5 %"
    private static string? WordedComparator(SentenceTerms terms, int at) => terms.Tokens[at].In(terms.Note) switch
    {
        "than" when at > 0 => terms.Tokens[at - 1].In(terms.Note) is "more" or "greater" or "longer" or "higher" ? ">" : terms.Tokens[at - 1].In(terms.Note) is "less" or "fewer" or "shorter" or "lower" ? "<" : null,
        "least" => "≥",
        "most" => "≤",
        "over" or "above" or "exceeds" or "exceeding" => ">",
        "under" or "below" => "<",
        _ => null,
    };

    private static Bounds? Limit(string? comparator, decimal number, string? unit) => comparator switch
    {
        "<" => new Bounds(null, new Bound(number, false), unit),
        "≤" => new Bounds(null, new Bound(number, true), unit),
        ">" => new Bounds(new Bound(number, false), null, unit),
        "≥" => new Bounds(new Bound(number, true), null, unit),
        _ => null,
    };
}

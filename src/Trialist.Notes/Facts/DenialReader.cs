using Trialist.Notes.Context;
using Trialist.Notes.Mentions;

namespace Trialist.Notes.Facts;

/// <summary>How far back a denial reaches, where its sentence says so: "no steroids in the last 4 weeks", "no infection since 2024".</summary>
internal static class DenialReader
{
    private const int MostUnits = 600;

    private static readonly HashSet<string> Leads = new(StringComparer.OrdinalIgnoreCase) { "in", "within", "during", "over", "for" };
    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase) { "the", "at", "least" };
    private static readonly HashSet<string> Last = new(StringComparer.OrdinalIgnoreCase) { "last", "past", "previous", "prior", "preceding", "recent" };

    /// <summary>True where the denial is limited, with the first day for which it holds; no day where the note does not tell it.</summary>
    public static (bool IsLimited, PartialDate? Since) Of(SentenceTerms terms, Mention mention, DateOnly? writtenOn)
    {
        for (var at = 0; at < terms.Tokens.Length; at++)
        {
            if (at >= mention.First && at < mention.End)
            {
                continue;
            }

            if (LengthAt(terms, at) is var (count, unit) && !IsApart(terms, mention, at))
            {
                return (true, writtenOn is { } day && count is { } known ? PartialDate.OfDay(Back(day, known, unit)) : null);
            }

            // "No bleeding since." does not say since when.
            if (terms.Tokens[at].IsWordOf(terms.Note, "since") && at >= mention.End && !IsApart(terms, mention, at) && !HasOwnCue(terms, mention, at))
            {
                return (true, terms.Times.Find(time => time.First == at + 1).Time.Date);
            }
        }

        return (false, null);
    }

    /// <summary>True where words such as "in the last 2 years" begin at the token.</summary>
    public static bool IsStretch(SentenceTerms terms, int at) => LengthAt(terms, at) is not null;

    // "in the last 4 weeks", "within 2 weeks", "in the past month", "in the past few weeks"
    private static (int? Count, string Unit)? LengthAt(SentenceTerms terms, int at)
    {
        var tokens = terms.Tokens;
        if (!tokens[at].IsWord || !Is(Leads, terms, at))
        {
            return null;
        }

        var isLast = false;
        for (var next = at + 1; next < tokens.Length && next <= at + 5; next++)
        {
            if (UnitOf(terms, next) is { } bare)
            {
                return isLast ? (1, bare) : null;
            }

            if (tokens[next].IsWord && (Is(Last, terms, next) || Is(Fillers, terms, next)))
            {
                isLast |= Is(Last, terms, next);
                continue;
            }

            var isFew = tokens[next].IsWordOf(terms.Note, "few") || tokens[next].IsWordOf(terms.Note, "several");
            var count = LinesReader.NumberOf(terms, next);
            // "For 3 years no attack" counts as well; "for 2 weeks" alone may be how long something lasted, which is denied.
            return (isLast || tokens[at].IsWordOf(terms.Note, "within")) && (isFew || count is > 0 and <= MostUnits) && next + 1 < tokens.Length && UnitOf(terms, next + 1) is { } unit
                ? (isFew ? null : count, unit)
                : null;
        }

        return null;
    }

    // "No GVHD, off tacrolimus since July": the day is said of what the nearer cue speaks of.
    private static bool HasOwnCue(SentenceTerms terms, Mention mention, int at) =>
        terms.Cues.Exists(hit => hit.First >= mention.End && hit.End <= at && hit.Cue.Direction != CueDirection.Backward && hit.Cue.Kind is CueKind.Negated or CueKind.Ended or CueKind.Taken or CueKind.Current && terms.Mentions.Exists(other => other.First >= hit.End && other.End <= at));

    // Behind a semicolon or "but" another statement begins.
    private static bool IsApart(SentenceTerms terms, Mention mention, int at)
    {
        var (from, to) = at < mention.First ? (at, mention.First) : (mention.End, at);
        for (var between = from; between < to; between++)
        {
            if (terms.Tokens[between].Is(terms.Note, ';') || terms.Tokens[between].IsWordOf(terms.Note, "but"))
            {
                return true;
            }
        }

        return false;
    }

    private static string? UnitOf(SentenceTerms terms, int at) => terms.Tokens[at].In(terms.Note) switch
    {
        "day" or "days" => "d",
        "week" or "weeks" or "wk" or "wks" => "wk",
        "month" or "months" or "mo" or "mos" => "mo",
        "year" or "years" or "yr" or "yrs" => "a",
        _ => null,
    };

    private static DateOnly Back(DateOnly day, int count, string unit) => unit switch
    {
        "d" => day.AddDays(-count),
        "wk" => day.AddDays(-7 * count),
        "mo" => day.AddMonths(-count),
        _ => day.AddYears(-Math.Min(count, 200)),
    };

    private static bool Is(HashSet<string> words, SentenceTerms terms, int at) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(terms.Tokens[at].In(terms.Note));
}

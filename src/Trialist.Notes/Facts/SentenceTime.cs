using Trialist.Notes.Mentions;
using Trialist.Notes.Values;

namespace Trialist.Notes.Facts;

/// <summary>When a sentence says that something was: "in 2009", "2 years ago", "on 12 November 2026". Masks are dates of a shifted calendar and say nothing.</summary>
internal readonly partial record struct SentenceTime(PartialDate? Date, bool IsLongAgo)
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;
    private const int DaysThatCountAsNow = 28;

    /// <summary>How far from a term its time may stand, in tokens.</summary>
    private const int Reach = 10;

    private static readonly string[] BeforeYear = ["in", "since", "from", "on", "of", "year", "until"];

    private static readonly string[] AfterYear = ["with", "and", "then", "treated", "followed", "s", "status", "by", "for"];

    private static readonly string[] OfBirth = ["dob", "birth", "born", "birthdate", "geb", "geboren"];

    private static readonly HashSet<string> Admission = new(StringComparer.OrdinalIgnoreCase) { "hospitalized", "hospitalised", "admitted", "admission", "hospitalization", "readmitted", "seen" };

    // Words that may stand between a disease or treatment and its date; any other word may give the date to something else.
    private static readonly HashSet<string> Linking = new(StringComparer.OrdinalIgnoreCase)
    {
        "diagnosed", "dx", "diagnosis", "of", "since", "in", "on", "from", "first", "initially", "found", "confirmed", "was", "is", "were", "made", "given", "done", "performed", "received", "completed", "infused", "early", "late", "mid", "date", "dated", "onset", "with", "therapy", "treatment", "infusion",
    };

    /// <summary>The time of a value: that said nearest after it, else before it; a sentence with one date gives it to all its values.</summary>
    public static SentenceTime OfValue(SentenceTerms terms, int first, int end)
    {
        var times = terms.Times;
        if (Nearest(terms, times, first, end) is { } near)
        {
            return near.Time;
        }

        return times is [{ IsDate: true } only] && !HasBreak(terms, Math.Min(end, only.End), Math.Max(first, only.First)) && !(only.First >= end ? IsInAside(terms, end, only.First) : IsClosedOff(terms, only.End, first)) ? only.Time : default;
    }

    /// <summary>The time of a disease, treatment or operation. A full date counts only where nothing else stands between.</summary>
    public static SentenceTime OfEvent(SentenceTerms terms, int first, int end) =>
        Nearest(terms, terms.Times, first, end) is { } near && (near.IsDate ? IsLinked(terms, first, end, near) && (near.First >= end || IsNearBefore(terms, near, first)) : near.First >= end || IsNearBefore(terms, near, first)) && !IsOfAdmission(terms, first) ? near.Time : default;

    /// <summary>All times of a sentence, from left to right.</summary>
    public static List<TimeWords> Find(SentenceTerms terms, DateReader dates, DateOnly? writtenOn)
    {
        var found = new List<TimeWords>();
        for (var at = 0; at < terms.Tokens.Length; at++)
        {
            if (dates.At(terms.Note, terms.Tokens, at) is var (date, end))
            {
                var (time, last) = Stretch(terms, dates, date, end);
                if (!IsOfBirth(terms, at))
                {
                    found.Add(new TimeWords(at, last, IsDate: true, time));
                }

                at = last - 1;
            }
            else if (YearsAt(terms, at, writtenOn) is var (years, afterYears))
            {
                found.Add(new TimeWords(at, afterYears, IsDate: true, years));
                at = afterYears - 1;
            }
            else if (Read(terms, at, writtenOn) is { } ago)
            {
                found.Add(new TimeWords(at, at + 1, IsDate: false, ago));
            }
            else if (BareYear(terms, at, writtenOn) is { } year)
            {
                found.Add(new TimeWords(at, at + 1, IsDate: true, new SentenceTime(PartialDate.OfYear(year), IsLongAgo: true)));
            }
        }

        return found;
    }

    // "CABG 2015, ICD (2018)": a year right behind a term.
    private static int? BareYear(SentenceTerms terms, int at, DateOnly? writtenOn)
    {
        var tokens = terms.Tokens;
        if (!tokens[at].IsNumber || tokens[at].End - tokens[at].Start != 4 || !int.TryParse(tokens[at].In(terms.Note), out var year) || year < EarliestYear || year > (writtenOn?.Year ?? LatestYear))
        {
            return null;
        }

        var end = at > 0 && tokens[at - 1].Is(terms.Note, '(') ? at - 1 : at;
        var closes = at + 1 == tokens.Length || (tokens[at + 1].Kind == Text.NoteTokenKind.Symbol && !tokens[at + 1].Is(terms.Note, '/') && !tokens[at + 1].Is(terms.Note, '%')) || Array.Exists(AfterYear, word => tokens[at + 1].IsWordOf(terms.Note, word));
        return closes && terms.Mentions.Exists(mention => mention.End == end && mention.Type is LeafType.Condition or LeafType.Procedure or LeafType.Treatment) ? year : null;
    }

    private static TimeWords? Nearest(SentenceTerms terms, List<TimeWords> times, int first, int end)
    {
        TimeWords? before = null, after = null;
        foreach (var time in times)
        {
            if (time.First >= end && time.First < end + Reach && after is null && !HasBreak(terms, end, time.First) && !IsInAside(terms, end, time.First))
            {
                after = time;
            }

            if (time.End <= first && time.End > first - Reach && !HasBreak(terms, time.End, first) && !IsClosedOff(terms, time.End, first))
            {
                before = time;
            }
        }

        // "2026-10-20 LVEF 60 %, creatinine on 2026-11-16": what stands right before the term is nearer.
        return before is { IsDate: true } close && first - close.End <= 1 && (after is not { } late || late.First - end > 1) ? close : after ?? before;
    }

    private static bool HasBreak(SentenceTerms terms, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (terms.Tokens[at].Is(terms.Note, ';'))
            {
                return true;
            }
        }

        return false;
    }

    // "(LVEF 28 % on 1 September 2026), infarction": what is said in brackets stays in them.
    private static bool IsClosedOff(SentenceTerms terms, int from, int to)
    {
        var depth = 0;
        for (var at = from; at < to && depth >= 0; at++)
        {
            depth += terms.Tokens[at].Is(terms.Note, '(') ? 1 : terms.Tokens[at].Is(terms.Note, ')') ? -1 : 0;
        }

        return depth < 0;
    }

    // "SLEDAI 12, on a drug (since March 2025)": a bracket that opens right behind a term is said of it, another one is not.
    private static bool IsInAside(SentenceTerms terms, int from, int to)
    {
        var depth = 0;
        for (var at = from; at < to; at++)
        {
            depth += terms.Tokens[at].Is(terms.Note, '(') && at > from ? 1 : terms.Tokens[at].Is(terms.Note, ')') ? -1 : 0;
        }

        return depth > 0;
    }

    private static bool IsLinked(SentenceTerms terms, int first, int end, TimeWords time)
    {
        var (from, to) = time.First >= end ? (end, time.First) : (time.End, first);
        for (var at = from; at < to; at++)
        {
            if (terms.Tokens[at].IsNumber || (terms.Tokens[at].IsWord && !Linking.GetAlternateLookup<ReadOnlySpan<char>>().Contains(terms.Tokens[at].In(terms.Note))))
            {
                return false;
            }
        }

        return true;
    }

    // "Diagnosed in 2014, on metformin": behind a comma another thing begins, save where the time opens the sentence. "Dialysis since 2020 for nephritis" dates the dialysis.
    private static bool IsNearBefore(SentenceTerms terms, TimeWords time, int first)
    {
        // "Sober since 1 March, cirrhosis": the day belongs to what stands before it.
        var isOfBefore = time.First > 1 && terms.Tokens[time.First - 1].IsWordOf(terms.Note, "since");
        for (var at = time.End; at < first; at++)
        {
            if (terms.Tokens[at].IsWordOf(terms.Note, "for") || terms.Tokens[at].IsWordOf(terms.Note, "due"))
            {
                return false;
            }

            if (terms.Tokens[at].Is(terms.Note, ',') && (time.First > 2 || isOfBefore))
            {
                return false;
            }
        }

        return true;
    }

    // "Hospitalized for heart failure in June" dates the stay.
    private static bool IsOfAdmission(SentenceTerms terms, int first)
    {
        for (var back = first - 1; back >= 0 && back >= first - 4; back--)
        {
            if (terms.Tokens[back].IsWord && Admission.Contains(terms.Tokens[back].In(terms.Note).ToString()))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfBirth(SentenceTerms terms, int at)
    {
        for (var back = at - 1; back >= 0 && back >= at - 3; back--)
        {
            if (Array.Exists(OfBirth, word => terms.Tokens[back].IsWordOf(terms.Note, word)))
            {
                return true;
            }
        }

        return false;
    }

    private static SentenceTime? Read(SentenceTerms terms, int at, DateOnly? writtenOn)
    {
        var tokens = terms.Tokens;
        if (!tokens[at].IsNumber || ValueReader.Number(terms.Note, tokens[at]) is not { } number)
        {
            return null;
        }

        if (number is >= EarliestYear and <= LatestYear && tokens[at].End - tokens[at].Start == 4 && at > 0 &&
            Array.Exists(BeforeYear, word => tokens[at - 1].IsWordOf(terms.Note, word)))
        {
            var year = (int)number;
            return writtenOn is { } day && year > day.Year ? null : new SentenceTime(PartialDate.OfYear(year), IsLongAgo: true);
        }

        if (at + 2 < tokens.Length && tokens[at + 1].IsWord && DaysOf(tokens[at + 1].In(terms.Note)) is { } days &&
            (tokens[at + 2].IsWordOf(terms.Note, "ago") || tokens[at + 2].IsWordOf(terms.Note, "earlier") || tokens[at + 2].IsWordOf(terms.Note, "prior")))
        {
            var length = number * days;
            if (length > 365 * 150)
            {
                return null;
            }

            return new SentenceTime(writtenOn is { } written ? About(written.AddDays(-(int)length), days) : null, length > DaysThatCountAsNow);
        }

        return null;
    }

    // "Two years ago" is a year, not a day.
    private static PartialDate About(DateOnly day, int unitDays) =>
        unitDays >= 365 ? PartialDate.OfYear(day.Year) : unitDays >= 28 ? PartialDate.OfMonth(day.Year, day.Month) : PartialDate.OfDay(day);

    private static int? DaysOf(ReadOnlySpan<char> word) => word switch
    {
        "day" or "days" => 1,
        "week" or "weeks" or "wk" or "wks" => 7,
        "month" or "months" or "mo" => 30,
        "year" or "years" or "yrs" or "yr" => 365,
        _ => null,
    };
}

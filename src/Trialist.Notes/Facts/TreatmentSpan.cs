using Trialist.Notes.Context;
using Trialist.Notes.Mentions;

namespace Trialist.Notes.Facts;

/// <summary>From when to when a treatment was given, where the words behind its name tell: "40 mg from 06/2018 to 12/2020", "15 mg weekly since 2010, discontinued in March 2024", "last dose 2 weeks ago".</summary>
/// <param name="Start">First day; null when not said.</param>
/// <param name="End">Last day; null when not said.</param>
/// <param name="IsOver">True where an end is said that lies behind the note, with its day or without.</param>
/// <param name="GoesOn">True where a stretch is said to go on.</param>
internal readonly record struct TreatmentSpan(PartialDate? Start, PartialDate? End, bool IsOver, bool GoesOn)
{
    /// <summary>How far behind a name the words may stand, in tokens; a dose takes some six.</summary>
    private const int Reach = 14;

    private static readonly HashSet<string> Ends = new(StringComparer.OrdinalIgnoreCase)
    {
        "stopped", "discontinued", "ended", "completed", "finished", "ceased", "withdrawn", "tapered", "weaned", "last", "until", "till", "quit",
    };

    // Words that stand between an end and its date: "last dose given on", "tapered off by".
    private static readonly HashSet<string> Between = new(StringComparer.OrdinalIgnoreCase)
    {
        "dose", "given", "on", "in", "off", "by", "taken", "administered", "received", "infusion", "was", "cycle", "treatment", "about", "approximately", "some", "around", "therapy",
    };

    // Words of a dose and of a first day.
    private static readonly HashSet<string> Dosing = new(StringComparer.OrdinalIgnoreCase)
    {
        "mg", "g", "mcg", "ug", "ml", "iu", "units", "unit", "kg", "m2", "auc", "po", "iv", "sc", "im", "s", "c", "p", "o", "i", "v", "m", "oral", "orally", "daily", "weekly", "monthly", "bid", "tid", "qd", "qid", "od", "qhs", "prn", "q", "w", "d", "h",
        "q2w", "q3w", "q4w", "q6w", "q8w", "q1w", "every", "week", "weeks", "day", "days", "month", "months", "once", "twice", "per", "a", "x", "cycle", "cycles", "tablet", "tablets", "since", "from", "in", "on", "started", "was", "at", "dose", "of", "maintenance", "monotherapy", "therapy", "treatment", "then", "with", "as",
    };

    /// <summary>What is said of a treatment's time; all empty where nothing is.</summary>
    public static TreatmentSpan Of(SentenceTerms terms, Mention mention, DateOnly? writtenOn)
    {
        PartialDate? start = null, end = null;
        var (isOver, goesOn, isJoined) = (false, false, false);
        var begin = mention.End;
        for (var at = mention.End; at < terms.Tokens.Length && at < begin + Reach; at++)
        {
            if (terms.Tokens[at].Is(terms.Note, ';') || terms.Tokens[at].Is(terms.Note, ')'))
            {
                break;
            }

            // "Letrozole + palbociclib 03/2023 - 09/2024": given together.
            if (terms.Mentions.Find(other => other.First == at) is { } next)
            {
                if (next.Type != LeafType.Treatment || !IsPlus(terms, at - 1) || start is not null || isOver)
                {
                    break;
                }

                (isJoined, begin) = (true, next.End);
                at = next.End - 1;
                continue;
            }

            if (terms.Times.Exists(time => time.First == at))
            {
                var time = terms.Times.Find(one => one.First == at);
                if (!isOver && start is null && (time.Time.Until is not null || time.Time.GoesOn || (!isJoined && IsFirstDay(terms, at))))
                {
                    (start, end, goesOn) = (time.Time.Date, time.Time.Until, time.Time.GoesOn);
                    isOver = end is { } last && writtenOn is { } day && last.Earliest <= day;
                }

                at = time.End - 1;
                continue;
            }

            // "On denosumab every 6 months (last dose in June)" goes on.
            if (terms.Tokens[at].IsWordOf(terms.Note, "last") && IsTaken(terms, mention))
            {
                break;
            }

            if (IsEnd(terms, at) && !IsToBe(terms, at))
            {
                if (TimeBehind(terms, at + 1) is { } said)
                {
                    if (writtenOn is { } day && said.Date is { } date && date.Earliest > day)
                    {
                        break;
                    }

                    return new TreatmentSpan(start, said.Date, true, false);
                }

                continue;
            }

            if (at + 1 < terms.Tokens.Length && IsPlus(terms, at) && terms.Mentions.Exists(other => other.First == at + 1))
            {
                continue;
            }

            if (!terms.Tokens[at].IsNumber && terms.Tokens[at].IsWord && !Dosing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(terms.Tokens[at].In(terms.Note)) && !IsDose(terms.Tokens[at].In(terms.Note)))
            {
                break;
            }
        }

        return new TreatmentSpan(start, end, isOver, goesOn);
    }

    /// <summary>True where words right before a treatment say that it is taken: "on", "takes", "currently receiving".</summary>
    public static bool IsTaken(SentenceTerms terms, Mention mention) =>
        terms.Cues.Exists(hit => hit.Cue.Kind == CueKind.Taken && hit.Cue.Direction != CueDirection.Backward && hit.End == mention.First);

    // "Since 2010", "from 06/2018": a lone date is the first day only where the words say so.
    private static bool IsFirstDay(SentenceTerms terms, int at) =>
        at > 0 && (terms.Tokens[at - 1].IsWordOf(terms.Note, "since") || terms.Tokens[at - 1].IsWordOf(terms.Note, "from"));

    private static bool IsPlus(SentenceTerms terms, int at) =>
        terms.Tokens[at].Is(terms.Note, '+') || terms.Tokens[at].Is(terms.Note, '/') || terms.Tokens[at].Is(terms.Note, '&') || terms.Tokens[at].IsWordOf(terms.Note, "and") || terms.Tokens[at].IsWordOf(terms.Note, "plus");

    private static bool IsEnd(SentenceTerms terms, int at) => terms.Tokens[at].IsWord && Ends.GetAlternateLookup<ReadOnlySpan<char>>().Contains(terms.Tokens[at].In(terms.Note));

    // "To be stopped", "will be completed", "not yet discontinued"
    private static bool IsToBe(SentenceTerms terms, int at) =>
        at > 0 && (terms.Tokens[at - 1].IsWordOf(terms.Note, "be") || terms.Tokens[at - 1].IsWordOf(terms.Note, "not") || terms.Tokens[at - 1].IsWordOf(terms.Note, "never") || terms.Tokens[at - 1].IsWordOf(terms.Note, "being"));

    private static SentenceTime? TimeBehind(SentenceTerms terms, int at)
    {
        const int most = 5;
        for (var here = at; here < terms.Tokens.Length && here < at + most; here++)
        {
            if (terms.Times.Exists(time => time.First == here))
            {
                return terms.Times.Find(time => time.First == here).Time;
            }

            if (!Between.GetAlternateLookup<ReadOnlySpan<char>>().Contains(terms.Tokens[here].In(terms.Note)))
            {
                return null;
            }
        }

        return null;
    }

    // "40mg", "q3w"
    private static bool IsDose(ReadOnlySpan<char> word) => word.Length >= 2 && word[0] is 'q' or 'Q' && char.IsAsciiDigit(word[1]);
}

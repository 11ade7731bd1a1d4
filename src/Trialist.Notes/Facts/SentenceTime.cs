using Trialist.Notes.Mentions;
using Trialist.Notes.Values;

namespace Trialist.Notes.Facts;

/// <summary>When a sentence says that something was: "in 2009", "2 years ago". Masks are dates of a shifted calendar and say nothing.</summary>
internal readonly record struct SentenceTime(PartialDate? Date, bool IsLongAgo)
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;
    private const int DaysThatCountAsNow = 28;

    private static readonly string[] BeforeYear = ["in", "since", "from", "on", "of", "year", "until"];

    /// <summary>The time said nearest after the token, else nearest before it, within the reach of a clause.</summary>
    public static SentenceTime Near(SentenceTerms terms, int first, int end, DateOnly? writtenOn)
    {
        const int reach = 10;
        for (var at = end; at < terms.Tokens.Length && at < end + reach; at++)
        {
            if (Read(terms, at, writtenOn) is { } found)
            {
                return found;
            }
        }

        for (var at = first - 1; at >= 0 && at > first - reach; at--)
        {
            if (Read(terms, at, writtenOn) is { } found)
            {
                return found;
            }
        }

        return default;
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

using System.Globalization;
using Trialist.Notes.Text;

namespace Trialist.Notes.Values;

/// <summary>Reads dates as notes write them: "2026-11-12", "12 November 2026", "Nov 12, 2026", "November 2026", "11/25/2026", "11/25/26", "11/2026", "25.11.2026", "11.2026".</summary>
/// <remarks>Whether the day or the month stands first depends on the country: what the unmistakable dates of the note show holds for all of it.</remarks>
internal sealed class DateReader
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private readonly DateOnly? readOn;
    private readonly bool? monthFirst;

    private DateReader(DateOnly? readOn, bool? monthFirst) => (this.readOn, this.monthFirst) = (readOn, monthFirst);

    /// <summary>The reader for a note.</summary>
    /// <param name="note">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="readOn">The day on which it is read: a date after it is rather meant otherwise; null when not known.</param>
    public static DateReader Of(string note, IReadOnlyList<NoteToken> tokens, DateOnly? readOn)
    {
        var (month, day) = (false, false);
        for (var at = 0; at + 4 < tokens.Count; at++)
        {
            if (tokens[at].IsNumber && Length(tokens[at]) <= 2 && tokens[at + 1].Is(note, '/') && Joined(note, tokens, at) is var (second, _) && Length(tokens[at + 2]) <= 2 && Joined(note, tokens, at + 2) is not null && Whole(note, tokens[at]) is { } first)
            {
                month |= first <= 12 && second is > 12 and <= 31;
                day |= second <= 12 && first is > 12 and <= 31;
            }
        }

        return new DateReader(readOn, month == day ? null : month);
    }

    /// <summary>The date that starts at the token and the token after it; null when none does. Without a year nothing is a date.</summary>
    public (PartialDate Date, int End)? At(string note, IReadOnlyList<NoteToken> tokens, int at)
    {
        if (tokens[at].IsWord)
        {
            return MonthOf(note, tokens[at]) is { } month ? AfterMonth(note, tokens, at, month) : null;
        }

        if (!tokens[at].IsNumber)
        {
            return null;
        }

        if (WithStops(note, tokens, at) is { } stopped)
        {
            return stopped;
        }

        if (Whole(note, tokens[at]) is not { } number)
        {
            return null;
        }

        return Length(tokens[at]) == 4 ? YearFirst(note, tokens, at, number) : Length(tokens[at]) <= 2 ? DayOrMonthFirst(note, tokens, at, number) : null;
    }

    // "25.11.2026": where dates are written with full stops, the day stands first; "11.2026". The tokens of the former are "25.11", ".", "2026".
    private (PartialDate, int)? WithStops(string note, IReadOnlyList<NoteToken> tokens, int at)
    {
        var written = tokens[at].In(note);
        var stop = written.IndexOf('.');
        if (stop is not (1 or 2) || !int.TryParse(written[..stop], NumberStyles.None, CultureInfo.InvariantCulture, out var first) || !int.TryParse(written[(stop + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var second))
        {
            return null;
        }

        var digits = written.Length - stop - 1;
        if (digits == 4)
        {
            return stop == 2 && first is >= 1 and <= 12 && IsYear(second) ? (PartialDate.OfMonth(second, first), at + 1) : null;
        }

        if (digits > 2 || at + 2 >= tokens.Count || !tokens[at + 1].Is(note, '.') || tokens[at + 1].Start != tokens[at].End || !tokens[at + 2].IsNumber || tokens[at + 2].Start != tokens[at + 1].End ||
            (Length(tokens[at + 2]) == 2 && written.Length < 5) || Whole(note, tokens[at + 2]) is not { } number || FullYear(number, Length(tokens[at + 2])) is not { } year)
        {
            return null;
        }

        return OfDay(year, second, first) is { } exact ? (exact, at + 3) : OfDay(year, first, second) is { } monthAhead ? (monthAhead, at + 3) : null;
    }

    private static (PartialDate, int)? YearFirst(string note, IReadOnlyList<NoteToken> tokens, int at, int year)
    {
        if (!IsYear(year) || Joined(note, tokens, at) is not var (month, afterMonth) || month is < 1 or > 12 || Length(tokens[at + 2]) != 2)
        {
            return null;
        }

        return Joined(note, tokens, at + 2) is var (day, afterDay)
            ? OfDay(year, month, day) is { } exact ? (exact, afterDay) : null
            : (PartialDate.OfMonth(year, month), afterMonth);
    }

    private (PartialDate, int)? DayOrMonthFirst(string note, IReadOnlyList<NoteToken> tokens, int at, int first)
    {
        if (Joined(note, tokens, at) is var (second, afterSecond))
        {
            if (Length(tokens[at + 2]) == 4)
            {
                return IsYear(second) && first is >= 1 and <= 12 ? (PartialDate.OfMonth(second, first), afterSecond) : null;
            }

            return Joined(note, tokens, at + 2) is var (written, end) && FullYear(written, Length(tokens[at + 4])) is { } year && OfNumbers(first, second, year) is { } date ? (date, end) : null;
        }

        // "12 November 2026", "12th of November 2026"
        var next = at + 1;
        next = IsAny(note, tokens, next, "st", "nd", "rd", "th") ? next + 1 : next;
        next = IsAny(note, tokens, next, "of") ? next + 1 : next;
        next = next < tokens.Count && next == at + 1 && tokens[next].Is(note, '-') ? next + 1 : next;
        if (next >= tokens.Count || !tokens[next].IsWord || MonthOf(note, tokens[next]) is not { } month)
        {
            return null;
        }

        var yearAt = next + 1;
        yearAt = yearAt < tokens.Count && (tokens[yearAt].Is(note, ',') || tokens[yearAt].Is(note, '.') || tokens[yearAt].Is(note, '-')) ? yearAt + 1 : yearAt;
        return YearAt(note, tokens, yearAt) is { } said && OfDay(said, month, first) is { } exact ? (exact, yearAt + 1) : null;
    }

    private static (PartialDate, int)? AfterMonth(string note, IReadOnlyList<NoteToken> tokens, int at, int month)
    {
        var next = at + 1;
        next = next < tokens.Count && (tokens[next].Is(note, '.') || tokens[next].Is(note, ',')) ? next + 1 : next;
        next = IsAny(note, tokens, next, "of") ? next + 1 : next;
        if (YearAt(note, tokens, next) is { } year)
        {
            return (PartialDate.OfMonth(year, month), next + 1);
        }

        if (next >= tokens.Count || !tokens[next].IsNumber || Whole(note, tokens[next]) is not { } day || day > 31)
        {
            return null;
        }

        next++;
        next = IsAny(note, tokens, next, "st", "nd", "rd", "th") ? next + 1 : next;
        next = next < tokens.Count && tokens[next].Is(note, ',') ? next + 1 : next;
        return YearAt(note, tokens, next) is { } said && OfDay(said, month, day) is { } exact ? (exact, next + 1) : null;
    }

    // "26" is this century where that is no day to come.
    private int? FullYear(int written, int digits) => digits switch
    {
        4 => IsYear(written) ? written : null,
        2 => readOn is { } day && written > day.Year % 100 ? 1900 + written : 2000 + written,
        _ => null,
    };

    // Where both can be the month, only the year is sure.
    private PartialDate? OfNumbers(int first, int second, int year)
    {
        var (asMonth, asDay) = (OfDay(year, first, second), OfDay(year, second, first));
        if (asMonth is null || asDay is null || asMonth == asDay)
        {
            return asMonth ?? asDay;
        }

        return monthFirst is { } order ? order ? asMonth : asDay
            : readOn is { } day && asMonth.Value.Earliest > day != asDay.Value.Earliest > day ? asMonth.Value.Earliest > day ? asDay : asMonth
            : PartialDate.OfYear(year);
    }

    private static PartialDate? OfDay(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? PartialDate.OfDay(new DateOnly(year, month, day)) : null;

    // A number joined to the one before by a hyphen, a slash or a full stop.
    private static (int Number, int End)? Joined(string note, IReadOnlyList<NoteToken> tokens, int at) =>
        at + 2 < tokens.Count && tokens[at + 2].IsNumber && tokens[at + 1].Start == tokens[at].End && tokens[at + 2].Start == tokens[at + 1].End &&
        (tokens[at + 1].Is(note, '-') || tokens[at + 1].Is(note, '/')) && Whole(note, tokens[at + 2]) is { } number
            ? (number, at + 3)
            : null;

    private static int? YearAt(string note, IReadOnlyList<NoteToken> tokens, int at) =>
        at < tokens.Count && tokens[at].IsNumber && Length(tokens[at]) == 4 && Whole(note, tokens[at]) is { } year && IsYear(year) ? year : null;

    private static bool IsAny(string note, IReadOnlyList<NoteToken> tokens, int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (at < tokens.Count && tokens[at].IsWordOf(note, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsYear(int number) => number is >= EarliestYear and <= LatestYear;

    private static int Length(NoteToken token) => token.End - token.Start;

    private static int? Whole(string note, NoteToken token) =>
        Length(token) <= 4 && int.TryParse(token.In(note), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // "may" is a month only in a capital letter; short forms have three letters, or four for "Sept".
    private static int? MonthOf(string note, NoteToken token)
    {
        var word = token.In(note);
        if (word.Length < 3 || !char.IsUpper(word[0]))
        {
            return null;
        }

        for (var month = 0; month < Months.Length; month++)
        {
            if (word.Equals(Months[month], StringComparison.OrdinalIgnoreCase) ||
                (word.Length <= 4 && Months[month].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase) && (word.Length == 3 || month == 8)))
            {
                return month + 1;
            }
        }

        return null;
    }
}

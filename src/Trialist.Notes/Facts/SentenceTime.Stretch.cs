using Trialist.Notes.Mentions;
using Trialist.Notes.Values;

namespace Trialist.Notes.Facts;

/// <content>Stretches of time: "03/2023 - 09/2024", "from 2009 to 2012", "06/2025 - present".</content>
internal readonly partial record struct SentenceTime
{
    private static readonly string[] Joins = ["to", "until", "till", "through", "thru"];

    private static readonly string[] GoingOn = ["present", "now", "ongoing", "current", "today", "date"];

    /// <summary>The last day, where the words give a stretch; <see cref="Date"/> is the first.</summary>
    public PartialDate? Until { get; init; }

    /// <summary>True for a stretch that is said to go on.</summary>
    public bool GoesOn { get; init; }

    // What stands behind a first date may make it a stretch.
    private static (SentenceTime Time, int End) Stretch(SentenceTerms terms, DateReader dates, PartialDate first, int end)
    {
        var time = new SentenceTime(first, IsLongAgo: true);
        if (IsJoin(terms, end))
        {
            if (dates.At(terms.Note, terms.Tokens, end + 1) is var (last, after) && last.Latest >= first.Earliest)
            {
                return (time with { Until = last }, after);
            }

            if (IsGoingOn(terms, end + 1))
            {
                return (time with { GoesOn = true }, end + 2);
            }
        }

        return (time, end);
    }

    // "2009-2012", "from 2009 to 2012", "2019 - present"
    private static (SentenceTime Time, int End)? YearsAt(SentenceTerms terms, int at, DateOnly? writtenOn)
    {
        if (YearAt(terms, at, writtenOn) is not { } first || !IsJoin(terms, at + 1))
        {
            return null;
        }

        var time = new SentenceTime(PartialDate.OfYear(first), IsLongAgo: true);
        return IsGoingOn(terms, at + 2) ? (time with { GoesOn = true }, at + 3)
            : YearAt(terms, at + 2, writtenOn) is { } last && last >= first && !(at + 3 < terms.Tokens.Length && (terms.Tokens[at + 3].IsWord || terms.Tokens[at + 3].Is(terms.Note, '/') || terms.Tokens[at + 3].Is(terms.Note, '-')))
                ? (time with { Until = PartialDate.OfYear(last) }, at + 3)
                : null;
    }

    private static int? YearAt(SentenceTerms terms, int at, DateOnly? writtenOn) =>
        at < terms.Tokens.Length && terms.Tokens[at].IsNumber && terms.Tokens[at].End - terms.Tokens[at].Start == 4 && int.TryParse(terms.Tokens[at].In(terms.Note), out var year) && year >= EarliestYear && year <= (writtenOn?.Year ?? LatestYear)
            ? year
            : null;

    // A mark or a word with something behind it.
    private static bool IsJoin(SentenceTerms terms, int at) =>
        at + 1 < terms.Tokens.Length && (terms.Tokens[at].Is(terms.Note, '-') || terms.Tokens[at].Is(terms.Note, '–') || terms.Tokens[at].Is(terms.Note, '—') || Array.Exists(Joins, word => terms.Tokens[at].IsWordOf(terms.Note, word)));

    private static bool IsGoingOn(SentenceTerms terms, int at) =>
        at < terms.Tokens.Length && Array.Exists(GoingOn, word => terms.Tokens[at].IsWordOf(terms.Note, word));
}

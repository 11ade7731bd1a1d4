using Trialist.Notes.Mentions;

namespace Trialist.Notes.Facts;

/// <summary>Counts of relapses: "two relapses", "relapsed twice" are counts, "second relapse" says at least two.</summary>
internal static class RelapseReader
{
    private const int MostRelapses = 20;

    private static readonly Concept Relapse = new("relapses");

    // Words beside which a relapse has not happened, or is another's.
    private static readonly string[] NotHappened = ["no", "not", "never", "without", "if", "risk", "prevent", "mother", "father", "sister", "brother", "denies"];

    private static readonly string[] Between = ["prior", "previous", "documented", "confirmed", "earlier"];

    public static void Read(SentenceTerms terms, FactList facts)
    {
        for (var at = 0; at < terms.Tokens.Length; at++)
        {
            if (terms.Tokens[at].IsWordOf(terms.Note, "relapsed") && Times(terms, at + 1) is (> 0 and <= MostRelapses and var times, var after))
            {
                Add(terms, facts, at, after, fact => fact with { Value = new Quantity(times, null) });
            }
            else if (at > 0 && terms.Tokens[at].IsWordOf(terms.Note, "twice") && terms.Tokens[at - 1].IsWordOf(terms.Note, "relapsed"))
            {
                Add(terms, facts, at - 1, at + 1, fact => fact with { Value = new Quantity(2, null) });
            }
            else if (terms.Tokens[at].IsWordOf(terms.Note, "relapses") || terms.Tokens[at].IsWordOf(terms.Note, "relapse"))
            {
                ReadNumber(terms, facts, at);
            }
        }
    }

    // "relapsed two times", "relapsed x2"
    private static (int Count, int End)? Times(SentenceTerms terms, int at) =>
        at + 1 < terms.Tokens.Length && terms.Tokens[at + 1].IsWordOf(terms.Note, "times") && LinesReader.NumberOf(terms, at) is { } count ? (count, at + 2)
        : at < terms.Tokens.Length && !terms.Tokens[at].Is(terms.Note, ':') ? Listed(terms, at - 1)
        : null;

    // "Relapses: 2", "number of relapses = 2", "relapse x2"
    private static (int Count, int End)? Listed(SentenceTerms terms, int at)
    {
        var next = at + 1;
        if (next < terms.Tokens.Length && (terms.Tokens[next].Is(terms.Note, ':') || terms.Tokens[next].Is(terms.Note, '=') || terms.Tokens[next].Is(terms.Note, '×') || terms.Tokens[next].IsWordOf(terms.Note, "x")))
        {
            return next + 1 < terms.Tokens.Length && LinesReader.NumberOf(terms, next + 1) is { } count ? (count, next + 2) : null;
        }

        var joined = next < terms.Tokens.Length ? terms.Words(next, next + 1) : default;
        return joined.Length is 2 && joined[0] is 'x' or 'X' && char.IsAsciiDigit(joined[1]) ? (joined[1] - '0', next + 1) : null;
    }

    private static void ReadNumber(SentenceTerms terms, FactList facts, int at)
    {
        if (Listed(terms, at) is (var listed and <= MostRelapses, var end))
        {
            Add(terms, facts, at, end, fact => fact with { Value = new Quantity(listed, null) });
            return;
        }

        var back = Math.Max(0, at - 1);
        while (back > 0 && IsAny(Between, terms, back))
        {
            back--;
        }

        if (LinesReader.NumberOf(terms, back) is { } count and <= MostRelapses)
        {
            Add(terms, facts, back, at + 1, fact => fact with { Value = new Quantity(count, null) });
        }
        else if (LinesReader.OrdinalOf(terms, back) is { } least)
        {
            Add(terms, facts, back, at + 1, fact => fact with { ValueWithin = new Bounds(new Bound(least, true), null, null) });
        }
    }

    private static void Add(SentenceTerms terms, FactList facts, int first, int end, Func<Fact, Fact> fill)
    {
        for (var i = 0; i < terms.Tokens.Length; i++)
        {
            // "Two relapses in the last 2 years" does not say how many there were in all.
            if (IsAny(NotHappened, terms, i) || DenialReader.IsStretch(terms, i))
            {
                return;
            }
        }

        facts.Add(LeafType.Count, Relapse, terms.SpanOf(first, end), fact => fill(fact) with { Date = facts.WrittenOn is { } day ? PartialDate.OfDay(day) : null }, []);
    }

    private static bool IsAny(string[] words, SentenceTerms terms, int at)
    {
        foreach (var word in words)
        {
            if (terms.Tokens[at].IsWordOf(terms.Note, word))
            {
                return true;
            }
        }

        return false;
    }
}

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
        for (var at = 1; at < terms.Tokens.Length; at++)
        {
            if (terms.Tokens[at].IsWordOf(terms.Note, "twice") && terms.Tokens[at - 1].IsWordOf(terms.Note, "relapsed"))
            {
                Add(terms, facts, at - 1, at + 1, fact => fact with { Value = new Quantity(2, null) });
            }
            else if (terms.Tokens[at].IsWordOf(terms.Note, "relapses") || terms.Tokens[at].IsWordOf(terms.Note, "relapse"))
            {
                ReadNumber(terms, facts, at);
            }
        }
    }

    private static void ReadNumber(SentenceTerms terms, FactList facts, int at)
    {
        var back = at - 1;
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
            if (IsAny(NotHappened, terms, i))
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

using Trialist.Notes.Mentions;

namespace Trialist.Notes.Facts;

/// <summary>Lines of treatment: "two prior lines of chemotherapy" is a count, "progressed after second-line docetaxel" says at least two.</summary>
internal static class LinesReader
{
    private const int MostLines = 20;
    private const int Back = 4;
    private const int Ahead = 3;

    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private static readonly Dictionary<string, int> Ordinals = new(StringComparer.OrdinalIgnoreCase)
    {
        ["first"] = 1, ["1st"] = 1, ["second"] = 2, ["2nd"] = 2, ["third"] = 3, ["3rd"] = 3, ["fourth"] = 4, ["4th"] = 4, ["fifth"] = 5, ["5th"] = 5, ["sixth"] = 6, ["6th"] = 6,
    };

    private static readonly HashSet<string> Before = new(StringComparer.OrdinalIgnoreCase) { "prior", "previous", "earlier", "different", "systemic" };

    private static readonly HashSet<string> Treatment = new(StringComparer.OrdinalIgnoreCase)
    {
        "therapy", "therapies", "treatment", "treatments", "chemotherapy", "chemo", "regimen", "systemic", "anticancer", "antineoplastic", "immunotherapy", "with",
    };

    // What is only considered has not been given.
    private static readonly HashSet<string> NotGiven = new(StringComparer.OrdinalIgnoreCase)
    {
        "candidate", "eligible", "plan", "planned", "plans", "consider", "considered", "considering", "recommend", "recommended", "offered", "declined", "refused", "if", "no", "not", "never", "without",
    };

    public static void Read(SentenceTerms terms, Concept lines, FactList facts)
    {
        if (terms.Tokens.Any(token => token.IsWord && Is(NotGiven, terms, token)))
        {
            return;
        }

        for (var at = 0; at < terms.Tokens.Length; at++)
        {
            if (!terms.Tokens[at].IsWordOf(terms.Note, "line") && !terms.Tokens[at].IsWordOf(terms.Note, "lines"))
            {
                continue;
            }

            if (Counted(terms, at) is (var first, var count))
            {
                Add(terms, lines, facts, first, at + 1, fact => fact with { Value = new Quantity(count, null) });
            }
            else if (Ordinal(terms, at) is (var word, var least))
            {
                Add(terms, lines, facts, word, at + 1, fact => fact with { ValueWithin = new Bounds(new Bound(least, true), null, null) });
            }
        }
    }

    /// <summary>One note tells one number: a count, else the greatest of what was at least given.</summary>
    public static IEnumerable<NoteFact> Joined(IReadOnlyList<NoteFact> facts)
    {
        var lines = facts.Where(fact => fact.Fact.Type == LeafType.Lines).ToList();
        var kept = lines.OrderByDescending(fact => fact.Fact.Value is not null).ThenByDescending(fact => fact.Fact.Value?.Value ?? fact.Fact.ValueWithin?.Min?.Value).FirstOrDefault();
        return facts.Where(fact => fact.Fact.Type != LeafType.Lines || fact == kept);
    }

    private static (int First, int Count)? Counted(SentenceTerms terms, int at)
    {
        var isPrior = false;
        for (var back = at - 1; back >= 0 && back >= at - Back; back--)
        {
            var token = terms.Tokens[back];
            if (token.IsWord && Is(Before, terms, token))
            {
                isPrior = true;
                continue;
            }

            var isOfTreatment = at + 2 < terms.Tokens.Length && terms.Tokens[at + 1].IsWordOf(terms.Note, "of") && Is(Treatment, terms, terms.Tokens[at + 2]);
            return (isPrior || isOfTreatment) && NumberOf(terms, back) is { } count && count <= MostLines ? (back, count) : null;
        }

        return null;
    }

    private static (int First, int Least)? Ordinal(SentenceTerms terms, int at)
    {
        var word = at > 1 && terms.Tokens[at - 1].Is(terms.Note, '-') ? at - 2 : at - 1;
        if (word < 0 || !Ordinals.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(terms.Tokens[word].In(terms.Note), out var least))
        {
            return null;
        }

        var isOfTreatment = terms.Mentions.Any(mention => mention.Type == LeafType.Treatment && mention.First > at && mention.First <= at + Ahead) ||
            (at + 1 < terms.Tokens.Length && Is(Treatment, terms, terms.Tokens[at + 1]));
        return isOfTreatment ? (word, least) : null;
    }

    /// <summary>The whole number that a token writes in digits or, up to ten, in letters; null for all else.</summary>
    public static int? NumberOf(SentenceTerms terms, int at)
    {
        var token = terms.Tokens[at];
        if (token.IsNumber)
        {
            return int.TryParse(token.In(terms.Note), out var number) ? number : null;
        }

        var word = token.In(terms.Note);
        for (var number = 0; number < Numbers.Length; number++)
        {
            if (word.Equals(Numbers[number], StringComparison.OrdinalIgnoreCase))
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>The number of an ordinal such as "second"; null for all else.</summary>
    public static int? OrdinalOf(SentenceTerms terms, int at) => Ordinals.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(terms.Tokens[at].In(terms.Note), out var number) ? number : null;

    private static bool Is(HashSet<string> words, SentenceTerms terms, Text.NoteToken token) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(token.In(terms.Note));

    private static void Add(SentenceTerms terms, Concept lines, FactList facts, int first, int end, Func<Fact, Fact> fill) =>
        facts.Add(LeafType.Lines, lines, terms.SpanOf(first, end), fact => fill(fact) with { Date = facts.WrittenOn is { } day ? PartialDate.OfDay(day) : null }, []);
}

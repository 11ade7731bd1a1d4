namespace Trialist.Criteria.Islands;

/// <summary>Judgements that one clause joins, each by itself: "may affect safety or interfere with the visits" are two; so are tests that one phrase joins. What is true of the whole stays as it is.</summary>
internal static class JudgementsApart
{
    /// <summary>A clause of more members is a list of something else.</summary>
    private const int MostMembers = 6;

    private static readonly HashSet<string> Modals = new(StringComparer.Ordinal) { "may", "might", "could", "would", "will", "can", "should", "must" };

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "affect", "alter", "bias", "cause", "complicate", "compromise", "confound", "contraindicate", "create", "decrease", "endanger", "expose", "exclude", "hamper",
        "hinder", "impact", "impair", "impede", "increase", "influence", "interact", "interfere", "invalidate", "jeopardize", "jeopardise", "limit", "lead", "make", "mask", "modify",
        "obscure", "place", "pose", "preclude", "prevent", "prohibit", "put", "raise", "reduce", "render", "require", "restrict", "result", "risk", "threaten", "worsen",
        "prolong", "confuse", "contribute",
    };

    /// <summary>The predicate with its joined judgements apart.</summary>
    public static Predicate Of(Predicate predicate, string text) => predicate switch
    {
        Predicate.Judgement judgement => Apart(judgement, text),
        Predicate.All all => Changed(all.Items, text) is { } items ? all with { Items = items } : all,
        Predicate.Any any => Changed(any.Items, text) is { } items ? any with { Items = items } : any,
        Predicate.AtLeast some => Changed(some.Items, text) is { } items ? some with { Items = items } : some,
        Predicate.Not not => Of(not.Item, text) is var inner && ReferenceEquals(inner, not.Item) ? not : not with { Item = inner },
        Predicate.Leaf leaf => PregnancyTests.Apart(leaf, text) ?? predicate,
        Predicate.Unread => predicate,
    };

    private static ValueList<Predicate>? Changed(ValueList<Predicate> items, string text)
    {
        var changed = false;
        var all = new Predicate[items.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = Of(items[i], text);
            changed |= !ReferenceEquals(all[i], items[i]);
        }

        return changed ? all.ToValueList() : null;
    }

    private static Predicate Apart(Predicate.Judgement judgement, string text)
    {
        if (judgement.Wording is { } who && JudgementNames.SaysOnlyWho(who))
        {
            // "as determined by the investigator" names nothing that is judged.
            return judgement with { Wording = null };
        }

        if (JudgedOptions.Of(judgement) is { } options)
        {
            return options;
        }

        var words = WordsOf(judgement.Span, text);
        var modal = words.FindIndex(word => Modals.Contains(word.Text));
        modal = modal < 0 ? words.FindIndex(word => word.Text == "likely") : modal;
        var verb = modal < 0 ? -1 : words.FindIndex(modal + 1, word => Verbs.Contains(word.Text));
        if (verb < 0)
        {
            return judgement;
        }

        var starts = new List<int> { 0 };
        for (var i = verb + 2; i + 1 < words.Count && starts.Count < MostMembers; i++)
        {
            // "impair or risk": verbs beside each other share what follows.
            if (words[i].Text is "or" or "and/or" && BeginsMember(words, i + 1))
            {
                starts.Add(i + 1);
            }
        }

        if (starts.Count == 1)
        {
            return judgement;
        }

        var members = new List<Predicate>();
        for (var i = 0; i < starts.Count; i++)
        {
            var last = i + 1 < starts.Count ? starts[i + 1] - 2 : words.Count - 1;
            var span = new TextSpan(words[starts[i]].Span.Start, i + 1 < starts.Count ? words[last].Span.End : judgement.Span.End);
            var said = SpelledWords.Of(span.Of(text)).TrimEnd(',', ';', '.');
            var bare = i > 0 && Verbs.Contains(words[starts[i]].Text);
            var carries = modal > 0 && words[modal].Text is "would" && (bare || words[starts[i]].Text is "would") && i > 0;
            // "any condition that would endanger them or interfere with the study": it is the condition each time.
            var named = bare ? $"{(words[modal].Text == "likely" ? "likely to" : words[modal].Text)} {said}" : said;
            named = carries ? $"{SpelledWords.Of(new TextSpan(words[0].Span.Start, words[modal].Span.Start).Of(text))} {named}" : named;
            members.Add(new Predicate.Judgement { Span = span, Wording = JudgementNames.Of(named) });
        }

        return new Predicate.Any(members.ToValueList()) { Span = judgement.Span };
    }

    // "or interfere with", "or may make", "or that would render"
    private static bool BeginsMember(List<(string Text, TextSpan Span)> words, int at)
    {
        at += words[at].Text is "that" or "which" or "who" ? 1 : 0;
        var said = at < words.Count && Modals.Contains(words[at].Text);
        at += said ? 1 : 0;
        return at + 1 < words.Count && Verbs.Contains(words[at].Text);
    }

    private static List<(string Text, TextSpan Span)> WordsOf(TextSpan span, string text)
    {
        var words = new List<(string, TextSpan)>();
        var start = -1;
        for (var i = span.Start; i <= span.End; i++)
        {
            if (i < span.End && !char.IsWhiteSpace(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                words.Add((text[start..i].Trim(',', ';', '.', '(', ')').ToLowerInvariant(), new TextSpan(start, i)));
                start = -1;
            }
        }

        return words;
    }
}

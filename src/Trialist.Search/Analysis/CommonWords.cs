using System.Collections.Frozen;

namespace Trialist.Search.Analysis;

/// <summary>
/// Words that most studies hold. Two of them one after another are indexed as a pair as well: by its words alone such a phrase is looked for in nearly every study.
/// </summary>
/// <remarks>The list is part of the index's layout: whoever changes it changes <see cref="Indexing.StudyFields.Layout"/>.</remarks>
internal static class CommonWords
{
    private static readonly string[] Terms =
    [
        .. new[]
        {
            "a", "about", "active", "activity", "acute", "administration", "adult", "adverse", "after", "age", "aged", "aim", "all", "also", "am", "an", "analysis", "and", "any", "are", "arm", "as",
            "assess", "assessed", "assessment", "assigned", "associated", "at", "average", "available", "based", "baseline", "be", "been", "before", "being", "between", "blood", "body", "both", "but",
            "by", "can", "cancer", "care", "cell", "center", "change", "children", "chronic", "clinical", "combination", "compare", "compared", "comparison", "completed", "concentration", "condition",
            "consent", "control", "controlled", "criteria", "current", "daily", "data", "date", "day", "defined", "design", "determine", "determined", "development", "diagnosis", "difference",
            "different", "disease", "disorder", "dose", "blind", "double", "drug", "due", "duration", "during", "each", "early", "effect", "effective", "effectiveness", "efficacy",
            "either", "eligible", "end", "enrolled", "evaluate", "evaluation", "event", "exclusion", "experience", "first", "follow", "following", "for", "form", "free", "from", "function", "give",
            "group", "had", "has", "have", "health", "healthy", "high", "history", "hospital", "hour", "how", "human", "if", "impact", "improve", "in", "include", "including", "inclusion", "increase",
            "increased", "infection", "information", "informed", "inhibitor", "injection", "intervention", "into", "investigate", "investigator", "is", "it", "known", "least", "less", "level", "life",
            "long", "low", "major", "management", "maximum", "may", "mean", "measure", "measured", "measurement", "medical", "medication", "men", "method", "minute", "month", "more", "most", "must",
            "need", "new", "no", "non", "normal", "not", "number", "objective", "of", "on", "one", "only", "open", "label", "or", "oral", "other", "outcome", "over", "pain", "parallel",
            "part", "participant", "participate", "patient", "per", "period", "phase", "physical", "pilot", "placebo", "plan", "plasma", "population", "possible", "post", "potential", "pregnant",
            "presence", "present", "previous", "primary", "prior", "procedure", "program", "prospective", "purpose", "quality", "random", "randomized", "rate", "receive", "received", "receiving",
            "related", "requirement", "research", "response", "result", "risk", "safety", "same", "sample", "scale", "score", "screening", "second", "secondary", "serious", "serum", "severe", "should",
            "sign", "significant", "single", "site", "standard", "start", "status", "study", "subject", "such", "surgery", "surgical", "symptom", "system", "take", "term", "test", "than", "that", "the",
            "their", "them", "then", "therapy", "there", "these", "they", "this", "three", "through", "time", "to", "tolerability", "total", "treat", "treated", "treatment", "trial", "two", "type",
            "under", "up", "use", "used", "using", "value", "versus", "visit", "was", "week", "well", "were", "when", "where", "whether", "which", "who", "will", "with", "within", "without", "woman",
            "women", "year",
        }.Select(word => WordForms.OfThread.TermOf(word)).Where(term => term.Length > 0).Distinct(StringComparer.Ordinal),
    ];

    private static readonly FrozenDictionary<string, int> Numbers = Terms.Index().ToFrozenDictionary(term => term.Item, term => term.Index, StringComparer.Ordinal);

    /// <summary>The number of a word that is not on the list.</summary>
    public const int Rare = -1;

    /// <summary>How many words there are.</summary>
    public static int Count => Terms.Length;

    /// <summary>The number of a term, from 0; <see cref="Rare"/> when it is not on the list.</summary>
    public static int NumberOf(string term) => Numbers.TryGetValue(term, out var number) ? number : Rare;

    /// <summary>The term of two words of the list, one after another. No word has a space.</summary>
    public static string PairOf(int first, int second) => $"{Terms[first]} {Terms[second]}";

    /// <summary>The term of two terms, one after another; null when one of them is not on the list.</summary>
    public static string? PairOf(string first, string second) => NumberOf(first) is var one and not Rare && NumberOf(second) is var other and not Rare ? PairOf(one, other) : null;
}

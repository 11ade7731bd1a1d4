using System.Collections.Frozen;

namespace Trialist.Search.Analysis;

/// <summary>Common words that are spelt like an abbreviation: "all" is in most studies, ALL is acute lymphoblastic leukemia. As somebody else's other name such a word finds everything.</summary>
internal static class EverydayWords
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "age", "aid", "aids", "all", "and", "are", "arm", "as", "at", "best", "bid", "cap", "can", "care", "cast", "cat", "chance", "core", "day", "end", "fat", "first", "fit", "for", "good", "had", "has", "he", "hope",
        "ice", "if", "in", "is", "it", "key", "lab", "led", "leg", "life", "light", "list", "low", "map", "may", "mild", "must", "new", "no", "not", "off", "old", "on", "one", "or", "pain", "part", "past", "per", "rest",
        "sad", "set", "sex", "she", "so", "star", "start", "step", "stop", "test", "this", "time", "to", "two", "up", "us", "use", "was", "way", "we", "week", "who", "with", "year",
    }.Select(word => WordForms.OfThread.TermOf(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for such a word in the form of the index.</summary>
    public static bool Contains(string term) => Words.Contains(term);
}

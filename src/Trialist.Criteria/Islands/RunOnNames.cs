namespace Trialist.Criteria.Islands;

/// <summary>Finds names that hold two facts of an older record with nothing between them: "HIV negative Hepatitis B surface antigen negative".</summary>
internal static class RunOnNames
{
    /// <summary>Nouns and results behind which a capital begins another fact, and no name goes on.</summary>
    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal)
    {
        "negative", "positive", "infection", "disease", "lymphoma", "glioma", "carcinoma", "sulfate", "multiforme", "asthma", "treatment", "therapy", "cervix",
        "bleeding", "leukemia", "syndrome", "blasts", "cancer", "tumor", "cholestasis", "function", "failure", "sarcoma", "myeloma", "anemia", "metastases",
    };

    /// <summary>Words that are written large within a name.</summary>
    private static readonly HashSet<string> Inside = new(StringComparer.Ordinal) { "Grade", "Grades", "Stage", "Type", "Class", "Visit", "Group", "Part", "Cohort", "Within", "With", "Disorder", "Disorders", "Syndrome", "Syndromes", "Test", "Tests", "Scale", "Score" };

    /// <summary>True when a leaf's words go on over such a place.</summary>
    public static bool AreIn(Predicate predicate, ReadOnlySpan<char> words, string text) =>
        Found(words) && Leaves.Exist(predicate, leaf => leaf.Bounds is null && Found(leaf.Span.Of(text)));

    private static bool Found(ReadOnlySpan<char> words)
    {
        for (var i = 2; i + 3 < words.Length; i++)
        {
            if (words[i] == ' ' && char.IsAsciiLetterUpper(words[i + 1]) && char.IsAsciiLetterLower(words[i + 2]) && char.IsAsciiLetterLower(words[i + 3]) && char.IsAsciiLetterLower(words[i - 1]))
            {
                var before = words[..i];
                var behind = words[(i + 1)..];
                var end = behind.IndexOfAny(" ,.;:/()");
                var last = before[(before.LastIndexOf(' ') + 1)..];
                // "positive Hepatitis C antibody" begins with its result.
                if ((last.Length < before.Length || !IsResult(last)) && Ends.GetAlternateLookup<ReadOnlySpan<char>>().Contains(last) && !Inside.GetAlternateLookup<ReadOnlySpan<char>>().Contains(end < 0 ? behind : behind[..end]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsResult(ReadOnlySpan<char> word) => word is "negative" or "positive";
}

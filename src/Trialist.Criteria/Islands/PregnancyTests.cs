namespace Trialist.Criteria.Islands;

/// <summary>Tests for pregnancy that one phrase joins, each by itself: "a negative urine or serum pregnancy test" is either of two.</summary>
internal static class PregnancyTests
{
    private const string Test = "pregnancy test";

    /// <summary>The two samples of a leaf, in the order of the text; null where it names one or none.</summary>
    public static Predicate? Apart(Predicate.Leaf leaf, string text)
    {
        if (leaf.Type != LeafType.Pregnancy || !leaf.Concept.Name.EndsWith(Test, StringComparison.Ordinal))
        {
            return null;
        }

        var words = leaf.Span.Of(text);
        var urine = words.IndexOf("urin", StringComparison.OrdinalIgnoreCase);
        var (serum, sample) = words.IndexOf("serum", StringComparison.OrdinalIgnoreCase) is >= 0 and var found ? (found, "serum") : (words.IndexOf("blood", StringComparison.OrdinalIgnoreCase), "blood");
        if (urine < 0 || serum < 0 || !JoinsOr(words.AsSpan(Math.Min(urine, serum), Math.Abs(urine - serum))))
        {
            return null;
        }

        var result = leaf.Concept.Name[..^Test.Length];
        var one = leaf with { Wording = $"{result}urine {Test}" };
        var other = leaf with { Wording = $"{result}{sample} {Test}" };
        return new Predicate.Any(urine < serum ? [one, other] : [other, one]) { Span = leaf.Span };
    }

    private static bool JoinsOr(ReadOnlySpan<char> between) => between.Contains(" or ", StringComparison.OrdinalIgnoreCase) || between.Contains('/') || between.Contains("and/or", StringComparison.OrdinalIgnoreCase);
}

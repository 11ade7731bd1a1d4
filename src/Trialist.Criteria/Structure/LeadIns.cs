using System.Buffers;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Structure;

/// <summary>Tells criteria from notes, and which words introduce a list.</summary>
internal static class LeadIns
{
    private const int LongestSubHeading = 70;
    private const int LongestLeadIn = 220;

    private static readonly SearchValues<char> Ends = SearchValues.Create("<>≤≥=.;");

    // Words that a lead-in may consist of; any other word is content.
    private static readonly HashSet<string> Empty = new(
        ("a all also an and any are at be before below by can cannot case cases cohort considered criteria criterion decision each either eligible eligibility enroll enrolled enrolling enrollment enrolment enter entered entry excluded exclude excludes excluding exclusion fall following follows for from fulfil fulfill fulfilled fulfilling fulfils group has have having he her his hospitalized if in include included includes inclusion individuals ineligible into is it join key listed main major may meet meeting meets met more must no not of on one or order participant participants participate participated participating participation patient patients people persons points presence present protocol qualify recruited reasons required requirements satisfy satisfied satisfying screened screening she shall should specific statements status studied study subject subjects such than that the their them then there these they this those to trial true under unless volunteers were when which who whose will with within women would years you your applied apply applies as prior part parts arm randomization randomized enrollees investigation additional general main other research investigational admitted healthy able unable suitable take taking only applies provided conditions condition").Split(' '),
        StringComparer.Ordinal);

    /// <summary>True when the words only say that a list follows.</summary>
    public static bool IsLeadIn(ReadOnlySpan<char> words)
    {
        if (words.Length > LongestLeadIn)
        {
            return false;
        }

        var lookup = Empty.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[32];
        var any = false;
        var at = 0;
        while (at < words.Length)
        {
            if (!char.IsLetterOrDigit(words[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < words.Length && char.IsLetterOrDigit(words[at]))
            {
                at++;
            }

            var word = words[start..at];
            if (word.Length > buffer.Length || (char.IsDigit(word[0]) && word.Length > 1))
            {
                return false;
            }

            var lower = LowerCase.Of(word, buffer);
            if (word.Length > 1 && !lookup.Contains(lower))
            {
                return false;
            }

            any = true;
        }

        return any;
    }

    // With one of these the words say more than that a list follows.
    private static readonly PhraseList Denying = new(" no ", "not ", "unless", "cannot", "unable", "except", "without", "none", "healthy", "able ", "suitable", "hospitali", "admitted", "women", "year", "cohort", "group", " arm", "prior");

    private static readonly PhraseList ShutsOut = new("exclud", "ineligible");

    /// <summary>True when the words above a list only say that all or one of it is asked for.</summary>
    public static bool OnlyAnnounces(ReadOnlySpan<char> words, bool exclusion) => !Denying.OccursIn(words) && (exclusion || !ShutsOut.OccursIn(words)) && IsLeadIn(words);

    /// <summary>True when a list may follow that the words introduce.</summary>
    public static bool Introduces(string text, Block block)
    {
        var words = block.WordsOf(text).TrimEnd();
        return words.EndsWith(":") || words.EndsWith("following") || words.EndsWith(":\\") || words.EndsWith("-") || words.Contains("following criteria", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Why words beside "adequate organ function" stay unread.</summary>
    public const string NotReadBesideFunction = "The list below says what function is adequate; what else these words ask is not understood.";

    private const int LongestFunction = 60;

    private static readonly PhraseList Adequate = new("adequate", "sufficient", "acceptable", "satisfactory", "normal", "preserved", "good");

    /// <summary>True when the words ask for adequate function and no more, so that the list below says all of it; false when they say more; null when they ask something else.</summary>
    public static bool? AsksFunction(ReadOnlySpan<char> words) =>
        !words.Contains("function", StringComparison.OrdinalIgnoreCase) || !Adequate.OccursIn(words) ? null
        : words.Length <= LongestFunction && words.IndexOfAny("(<>≤≥=;") < 0;

    /// <summary>True when an unmarked paragraph must hold the list after it together: "one of the following" would otherwise be lost.</summary>
    public static bool Gathers(string text, Block block)
    {
        if (block.IsNote || !Introduces(text, block))
        {
            return false;
        }

        var combine = CombineWords.Find(block.WordsOf(text));
        return block.Section == Section.Exclusion
            ? combine is CombineWords.Meaning { All: true, Certain: true } or { AtLeast: > 1 }
            : combine is { All: false };
    }

    /// <summary>Marks as notes what asks nothing: lead-ins, sub-headings, remarks, "None".</summary>
    public static void Resolve(string text, List<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.IsNote)
            {
                continue;
            }

            var words = block.WordsOf(text);
            if (block.Children.Count > 0)
            {
                continue;
            }

            block.IsNote = block.Section == Section.Permission
                || Headings.SaysNothing(words)
                || Headings.IsRemark(words)
                || Headings.IsPartOfRecord(words)
                || Permissions.AsksNothing(words)
                || (words.TrimEnd().EndsWith(":") && (IsLeadIn(words) || (!block.Marker.IsMarked && words.Length <= LongestSubHeading && (IsFollowed(blocks, i) || (IsAboveHeading(text, blocks, i) && !ContainsDigitBound(words) && words.IndexOfAny(Ends) < 0)))))
                || (!block.Marker.IsMarked && IsSubHeading(text, blocks, i));
        }
    }

    // A short line without a mark, an end or a number, above marked items, in a text whose criteria are marked.
    private static bool IsSubHeading(string text, List<Block> blocks, int index)
    {
        var words = blocks[index].WordsOf(text);
        return words.Length <= LongestSubHeading && IsFollowed(blocks, index) && words.IndexOfAny(Ends) < 0 &&
            (index == 0 || blocks[index - 1].IsNote || blocks[index - 1].Marker.IsMarked) && !ContainsDigitBound(words);
    }

    private static bool ContainsDigitBound(ReadOnlySpan<char> words) => words.Contains("years", StringComparison.OrdinalIgnoreCase) || words.Contains("age ", StringComparison.OrdinalIgnoreCase);

    private static bool IsFollowed(List<Block> blocks, int index) => index + 1 < blocks.Count && !blocks[index + 1].IsNote && blocks[index + 1].Marker.IsMarked;

    // "Patient characteristics:" above "Age:", "Concurrent medication:" above "Excluded:", or above nothing at all.
    private static bool IsAboveHeading(string text, List<Block> blocks, int index) =>
        index + 1 >= blocks.Count || blocks[index + 1].IsNote || blocks[index + 1].Section != blocks[index].Section
        || (!blocks[index + 1].Marker.IsMarked && blocks[index + 1].WordsOf(text) is var next && next.Length <= LongestSubHeading && next.TrimEnd().EndsWith(":"));
}

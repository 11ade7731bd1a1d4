using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <summary>
/// What a criterion that is read in part must not decide. Words that only narrow a fact leave its absence sure; words that may widen it, say of whom or in which case it is asked,
/// or make it the object of something else do not: there the facts stay to be seen, and nothing follows from them.
/// </summary>
/// <param name="text">The whole text.</param>
/// <param name="start">Where the words of the criterion begin.</param>
/// <param name="end">Where they end.</param>
/// <param name="listed">The words that were not understood.</param>
internal sealed partial class HalfRead(string text, int start, int end, List<UnreadWords> listed)
{
    /// <summary>Characters to either side of a gap in which its sentence is looked for.</summary>
    private const int MaxSentence = 1_000;

    private const string Unsure = "It is not clear of whom, in which case or how this is asked.";

    // Each of these says that the case, the side or the joining of what stands in the same sentence was not understood.
    private static readonly HashSet<string> OfSentence = new(StringComparer.Ordinal)
    {
        Reasons.DependsOnCondition, Reasons.Condition, Reasons.OfSomeOnly,
        Reasons.OfAge, Reasons.EachNamed, Reasons.ExceptionFrom, Reasons.Exception,
        Reasons.InsteadOfLimit, Reasons.EachLimit, Reasons.JudgedLimit,
        Reasons.ExcludesAmongInclusions, Reasons.IncludesAmongExclusions, Reasons.NotAllowed, Reasons.Denied, Reasons.FurtherClause,
        Reasons.PlaceOfList, Reasons.JoiningOfList,
    };

    // These are of so many that nothing is said by one of them.
    private static readonly FrozenSet<string> TooWide = KindsOfWords.HalfRead.Of("too-wide");

    private List<UnreadWords> gaps = [];

    // The words of a gap as whole words.
    private string Padded(TextSpan span) => $" {text.AsSpan(span.Start, span.Length)} ".ReplaceLineEndings(" ");

    // The words of the criterion in one line, each where it stands.
    private string Whole() => text[start..Math.Max(start, end)].Replace('\n', ' ').Replace('\r', ' ');

    // The words that were not understood are named, and not those that were.
    private TextSpan Cause(Predicate predicate) => listed.Count > 0 ? listed[0].Span : predicate.Span;

    private static bool Holds(TextSpan outer, TextSpan inner) => outer.Start <= inner.Start && inner.End <= outer.End;

    private static bool Overlap(TextSpan one, TextSpan other) => one.Start < other.End && other.Start < one.End;

    private List<UnreadWords> GapsOf(Predicate predicate)
    {
        var all = new List<UnreadWords>(listed);
        foreach (var gap in PredicateParts.Of(predicate).Gaps)
        {
            all.Add(new UnreadWords(gap.Span, gap.Reason));
        }

        return all;
    }

    // Whether a sentence ends between two places.
    private bool EndsBetween(int from, int to) => text.AsSpan(from, Math.Max(0, to - from)).IndexOfAny(".;") >= 0;

    // A line that begins with a capital is a sentence of its own.
    private bool BeginsLine(int at)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at >= end || char.IsUpper(text[at]);
    }

    // "C. difficile", "E. coli"
    private bool IsInitial(int dot) => (dot > start && char.IsUpper(text[dot - 1]) && (dot < start + 2 || !char.IsLetterOrDigit(text[dot - 2]))) || NumbersCase(dot);

    // "1. FEV1 < 80 % or 2. zorbing": the number ends no sentence.
    private bool NumbersCase(int dot)
    {
        var before = text.AsSpan(start, Math.Max(0, dot - start));
        var number = before.Length - before.TrimEnd("0123456789").Length;
        return number is 1 or 2 && before[..^number].TrimEnd() is var words && (words.EndsWith(" or", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" and", StringComparison.OrdinalIgnoreCase));
    }

    // The sentence, or the bracket, that the words stand in; where none ends near by, the whole criterion.
    private TextSpan SentenceOf(TextSpan words, bool lines = true)
    {
        var open = words.Of(text).AsSpan();
        var unclosed = Math.Max(0, open.Count('(') - open.Count(')'));
        var (from, nesting) = (words.Start, Math.Max(0, open.Count(')') - open.Count('(')));
        for (; from > start; from--)
        {
            if (words.Start - from > MaxSentence)
            {
                return new TextSpan(0, Math.Max(end, words.End));
            }

            var sign = text[from - 1];
            nesting += sign is ')' ? 1 : sign is '(' ? -1 : 0;
            if (nesting < 0 || (nesting == 0 && (sign == ';' || (sign == '.' && from < text.Length && char.IsWhiteSpace(text[from]) && !IsInitial(from - 1)) || (lines && sign == '\n' && BeginsLine(from)))))
            {
                break;
            }
        }

        var to = words.End;
        for (nesting = unclosed; to < end; to++)
        {
            if (to - words.End > MaxSentence)
            {
                return new TextSpan(0, Math.Max(end, words.End));
            }

            var sign = text[to];
            nesting += sign is '(' ? 1 : sign is ')' ? -1 : 0;
            if (nesting < 0 || (nesting == 0 && (sign == ';' || (sign == '.' && (to + 1 >= end || char.IsWhiteSpace(text[to + 1])) && !IsInitial(to)) || (lines && sign == '\n' && BeginsLine(to + 1)))))
            {
                break;
            }
        }

        return new TextSpan(from, to);
    }

    // Brackets belong to the sentence that they stand in, and so do lines: a sentence may be broken anywhere.
    private TextSpan SentenceAround(TextSpan words)
    {
        var sentence = SentenceOf(words, lines: false);
        for (var i = 0; i < DeepestBrackets && sentence.Start > start && text[sentence.Start - 1] == '('; i++)
        {
            sentence = SentenceOf(new TextSpan(sentence.Start - 1, Math.Min(end, sentence.End + 1)), lines: false);
        }

        return sentence;
    }

    private const int DeepestBrackets = 4;
}

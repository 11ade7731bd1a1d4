using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>What stands right beside a fact and makes something else of it, in inclusions as in exclusions.</content>
internal sealed partial class HalfRead
{
    private static readonly PhraseList HalfWords = KindsOfWords.HalfRead.PhrasesOf("half-words");

    private static readonly PhraseList ChangesOfValue = KindsOfWords.HalfRead.PhrasesOf("changes-of-value");

    private static readonly FrozenSet<string> ObjectLinks = KindsOfWords.HalfRead.Of("object-links");

    /// <summary>Characters before a value in which it is said to change.</summary>
    private const int LongestChange = 40;

    /// <summary>A hyphen, a conjunction and the blanks around it.</summary>
    private const int LongestHalf = 10;

    // "pre-diabetes", "medium- or high-dose steroids": the other half of the word was not understood.
    private bool IsHalfAWord(TextSpan fact)
    {
        var before = text.AsSpan(start, Math.Max(0, fact.Start - start));
        return (fact.End + 1 < end && text[fact.End] == '-' && !char.IsAsciiDigit(text[fact.End + 1])) || (before is [.., var letter, '-'] && char.IsLetter(letter)) || HalfWords.OccursIn(before[Math.Max(0, before.Length - LongestHalf)..]);
    }

    // "[unread] of asthma": it is the object of what was not understood.
    private bool IsObject(TextSpan fact)
    {
        foreach (var gap in gaps)
        {
            if (gap.Span.End >= fact.Start)
            {
                continue;
            }

            var between = text.AsSpan(gap.Span.End, fact.Start - gap.Span.End);
            if (between.IndexOfAny(",;.()") < 0 && ObjectLinks.Contains(FirstWord(between)) && !NamesForm($"{gap.Span.Of(text)} {FirstWord(between)}".ToLowerInvariant()))
            {
                return true;
            }
        }

        return false;
    }

    private static string FirstWord(ReadOnlySpan<char> words)
    {
        words = words.TrimStart();
        var length = words.IndexOfAny(" \n\r,;.()");
        return (length < 0 ? words : words[..length]).ToString();
    }

    // "an increase in hemoglobin > 1 g/dL"
    private bool IsChange(Predicate.Leaf leaf)
    {
        var from = Math.Max(start, leaf.Span.Start - LongestChange);
        return leaf.Bounds is not null && !ChangesOfValue.OccursIn($" {leaf.Concept.Name} ") && ChangesOfValue.OccursIn(text.AsSpan(from, Math.Max(0, leaf.Span.End - from)));
    }

    // The same value with another limit on the same side.
    private static bool LimitsOtherwise(Predicate.Leaf one, Predicate.Leaf other) =>
        one.Bounds is { } first && other.Bounds is { } second && first != second && one.Concept.Name == other.Concept.Name && one.Type == other.Type
        && ((first.Min is not null && second.Min is not null) || (first.Max is not null && second.Max is not null));

    private static bool HasNoTime(Predicate.Leaf leaf) => leaf.When is null or { Relation: TimeRelation.Ever, Min: null, Max: null, Anchor: null };
}

using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Exclusions: what narrows a case by words that were not understood, though it stands as a case of its own.</content>
internal sealed partial class HalfRead
{
    private static readonly PhraseList Relatives = KindsOfWords.HalfRead.PhrasesOf("relatives");

    private static readonly PhraseList LastMembers = KindsOfWords.HalfRead.PhrasesOf("last-members");

    private static readonly PhraseList Examples = KindsOfWords.HalfRead.PhrasesOf("examples");

    private static readonly FrozenSet<string> Narrowers = KindsOfWords.HalfRead.Of("narrowers");

    private static readonly PhraseList PersonsRelatives = KindsOfWords.HalfRead.PhrasesOf("persons-relatives");

    private static readonly PhraseList Clauses = KindsOfWords.HalfRead.PhrasesOf("clauses");

    /// <summary>"in or about the"</summary>
    private const int ShortLink = 24;

    private List<Predicate.Leaf> cases = [];

    // Sentences in which such a clause was not understood, to the clause.
    private readonly List<TextSpan> narrowed = [];

    private readonly List<TextSpan> ofPersons = [];

    // Places of words behind which a clause goes on that was not understood.
    private readonly List<TextSpan> clauses = [];

    private void AddNarrowed(string whole)
    {
        AddNarrowed(whole, Relatives, narrowed);
        AddNarrowed(whole, PersonsRelatives, ofPersons);
        AddNarrowed(whole, Clauses, clauses);
    }

    private void AddNarrowed(string whole, PhraseList words, List<TextSpan> places)
    {
        for (var from = 0; from < whole.Length && words.IndexIn(whole.AsSpan(from)) is >= 0 and var next; from += next + 1)
        {
            var place = start + from + next;
            var sentence = SentenceOf(new TextSpan(place, place + 1), lines: false);
            if (gaps.Exists(gap => gap.Span.Start >= place && gap.Span.Start < sentence.End))
            {
                places.Add(places == clauses ? new TextSpan(place, sentence.End) : sentence with { End = place + 1 });
            }
        }
    }

    // "asthma that [unread]", "patients with diabetes who [unread]", "asthma that [unread] or required admission"
    private bool IsNarrowed(Predicate.Leaf leaf) =>
        narrowed.Exists(clause => Holds(clause, leaf.Span) && !LastMembers.OccursIn(text.AsSpan(leaf.Span.End, clause.End - leaf.Span.End)))
        || ofPersons.Exists(clause => Holds(clause, leaf.Span) && !Joins(text.AsSpan(leaf.Span.End, clause.End - leaf.Span.End)))
        || clauses.Exists(clause => Holds(clause, leaf.Span) && gaps.Exists(gap => gap.Span.Start >= clause.Start && gap.Span.End <= leaf.Span.Start));

    private static bool Joins(ReadOnlySpan<char> words) => words.Contains(',') || words.Contains(" or ", StringComparison.OrdinalIgnoreCase) || words.Contains(" and ", StringComparison.OrdinalIgnoreCase);

    private bool IsBesideUnread(Predicate.Leaf leaf) =>
        TooWide.Contains(leaf.Span.Of(text)) || IsParticiple(leaf) || IsHalfAWord(leaf.Span) || IsChange(leaf) || cases.Exists(other => LimitsOtherwise(other, leaf) || IsNamedAgain(leaf, other))
        || gaps.Exists(gap => gap.Reason is not (Reasons.GoesOn or Reasons.StateBefore) && Holds(gap.Span, leaf.Span)) || IsNarrowedBehind(leaf) || IsExplained(leaf) || IsObject(leaf.Span) || IsAmongObjects(leaf) || ExceptsUnread(leaf) || IsNarrowed(leaf) || IsOfStudy(leaf) || HasOtherTime(leaf);

    // "History of asthma. Patients with asthma are [unread] …"
    private bool IsNamedAgain(Predicate.Leaf leaf, Predicate.Leaf other) =>
        leaf.Type is LeafType.Condition or LeafType.Treatment or LeafType.Procedure && other.Span.Start > leaf.Span.End && other.Concept.Name == leaf.Concept.Name
        && text.AsSpan(leaf.Span.End, other.Span.Start - leaf.Span.End).Contains(". ", StringComparison.Ordinal) && SentenceAround(other.Span) is var sentence && gaps.Exists(gap => Overlap(gap.Span, sentence));

    // "infection in or about the [unread]"
    private bool IsNarrowedBehind(Predicate.Leaf leaf) => gaps.Exists(gap =>
    {
        if (gap.Span.Start < leaf.Span.End)
        {
            return false;
        }

        var between = text.AsSpan(leaf.Span.End, gap.Span.Start - leaf.Span.End);
        return between.IndexOfAny(",;.()") < 0 && (between.Length <= ShortLink || !SaysOther(between.ToString())) && Narrowers.Contains(FirstWord(between.IsWhiteSpace() ? gap.Span.Of(text) : between));
    });

    // "[unread] exacerbation of an allergic disease (conjunctivitis or rhinitis)": what it is, not a case of its own.
    private bool IsExplained(Predicate.Leaf leaf)
    {
        if (leaf.Bounds is not null || leaf.Type is not (LeafType.Condition or LeafType.Treatment or LeafType.Procedure))
        {
            return false;
        }

        var before = text.AsSpan(start, Math.Max(0, leaf.Span.Start - start));
        var open = before.LastIndexOf('(');
        return open > before.LastIndexOf(')') && !Examples.OccursIn(before[open..]) && SentenceOf(new TextSpan(start + open, start + open + 1)) is var sentence
            && gaps.Exists(gap => gap.Span.End <= start + open && gap.Span.Start >= sentence.Start);
    }

    // "previously irradiated or [unread] metastases"
    private bool IsParticiple(Predicate.Leaf leaf) =>
        leaf.Type == LeafType.Treatment && leaf.Span.Of(text) is var word && word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && !word.Contains(' ', StringComparison.Ordinal)
        && text.AsSpan(leaf.Span.End, Math.Clamp(end - leaf.Span.End, 0, LongestBullet)).TrimStart().StartsWith("or ", StringComparison.OrdinalIgnoreCase);

    // "neutropenia [caused by] drugs or cancer", "after two weeks of [unread] and vitamin D"
    private bool IsAmongObjects(Predicate.Leaf leaf) => gaps.Exists(gap =>
    {
        if (gap.Span.End > leaf.Span.Start)
        {
            return false;
        }

        var between = text.AsSpan(gap.Span.End, leaf.Span.Start - gap.Span.End);
        return between.Trim().Equals("and", StringComparison.OrdinalIgnoreCase) || (between.IndexOfAny(",;.()") < 0 && Links.Contains(LastWord(gap.Span.Of(text))));
    });

    private static string LastWord(string words) => words[(words.LastIndexOfAny([' ', '\n']) + 1)..];

    // "Within the [unread] before screening, any …", "… therapy, hormones and others within 28 days", where the time was not taken; "aspirin or NSAID-related asthma".
    private bool HasOtherTime(Predicate.Leaf leaf)
    {
        if (leaf.Type == LeafType.Treatment && Causes.OccursIn(text.AsSpan(leaf.Span.End, Math.Clamp(end - leaf.Span.End, 0, LongestTime))))
        {
            return true;
        }

        if (!HasNoTime(leaf))
        {
            return false;
        }

        var own = leaf.Span.Of(text);
        return (own.Contains(" within ", StringComparison.OrdinalIgnoreCase) && TimeUnits.OccursIn(own))
            || gaps.Exists(gap => gap.Span.Start - start <= LongestBullet + LongestHalf && gap.Span.End <= leaf.Span.Start && TimeUnits.OccursIn(gap.Span.Of(text)) && gap.Span.Of(text).Any(char.IsAsciiDigit) && !EndsBetween(gap.Span.End, leaf.Span.Start));
    }

    private static readonly PhraseList Causes = KindsOfWords.HalfRead.PhrasesOf("of-causes");

    private static readonly PhraseList TimeUnits = KindsOfWords.HalfRead.PhrasesOf("time-units");

    // "participation in a drug, biologic or device [unread]"
    private bool IsOfStudy(Predicate.Leaf leaf) => leaf.Type == LeafType.Treatment && SentenceAround(leaf.Span) is var sentence && text.AsSpan(sentence.Start, Math.Max(0, leaf.Span.Start - sentence.Start)).Contains("participat", StringComparison.OrdinalIgnoreCase);

    // "except for [unread] and squamous cell carcinoma": each of them lifts.
    private bool ExceptsUnread(Predicate.Leaf leaf)
    {
        if (leaf.Except is { } except && JoinsAll(except))
        {
            return true;
        }

        foreach (var gap in PredicateParts.Of(leaf.Except).Gaps)
        {
            var before = text.AsSpan(start, Math.Max(0, gap.Span.Start - start)).TrimEnd();
            var behind = text.AsSpan(gap.Span.End, Math.Max(0, end - gap.Span.End)).TrimStart();
            if (before.EndsWith(",", StringComparison.Ordinal) || EndsInJoin(before) || behind is [',' or '-', ..] || behind.StartsWith("and ", StringComparison.OrdinalIgnoreCase) || behind.StartsWith("or ", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // Several are joined with what was not understood, and each may be one of the exceptions.
    private static bool JoinsAll(Predicate except) => except switch
    {
        Predicate.All all => HoldsGap(all) && (all.Items.Count(item => item is Predicate.Leaf) > 1 || all.Items.Any(JoinsAll)),
        Predicate.Any any => any.Items.Any(JoinsAll),
        _ => false,
    };

    private static bool EndsInJoin(ReadOnlySpan<char> words) => words.EndsWith(" and", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" or", StringComparison.OrdinalIgnoreCase);

    // "weight loss not [unread] to a poor appetite": who has no such appetite may have what was not understood. Whether contraception is used is plain.
    private static bool DeniesUnread(Predicate.All all) => all.Items.Any(item => item is Predicate.Not not && HoldsGap(not.Item)) && !Leaves.Exist(all, leaf => leaf.Type == LeafType.Contraception);
}

using Trialist.Criteria.English;

namespace Trialist.Web.Studies;

/// <summary>Words of a criterion that the engine took something from, or could not, as a page marks them.</summary>
/// <param name="Start">First character, counted from the start of the criterion.</param>
/// <param name="End">After the last character.</param>
/// <param name="Kind">What the words are to the engine.</param>
/// <param name="Meanings">What was understood, one plain sentence each; for other kinds why not.</param>
internal sealed record CriterionMark(int Start, int End, CriterionMark.Sort Kind, IReadOnlyList<string> Meanings)
{
    /// <summary>What words are to the engine; where marks meet, the later sort counts.</summary>
    internal enum Sort
    {
        Read,
        Judgement,
        Unread,
    }

    /// <summary>The marks of a criterion in printed order, none inside another.</summary>
    public static IReadOnlyList<CriterionMark> Of(Criterion criterion)
    {
        var found = new List<CriterionMark>();
        if (criterion.Predicate is { } predicate)
        {
            Add(predicate, criterion, found);
        }

        if (criterion.Reading == Reading.Partial)
        {
            found.AddRange(criterion.Unread.Select(words => Mark(criterion, words.Span, Sort.Unread, words.Reason)));
        }

        return Joined(found.Where(mark => mark.Start >= 0 && mark.End <= criterion.Text.Length && mark.End > mark.Start));
    }

    // Where nothing was understood the badge says so; marking every word would only be noise.
    private static void Add(Predicate predicate, Criterion criterion, List<CriterionMark> found)
    {
        switch (predicate)
        {
            case Predicate.All all:
                AddEach(all.Items, criterion, found);
                break;
            case Predicate.Any any:
                AddEach(any.Items, criterion, found);
                break;
            case Predicate.AtLeast atLeast:
                AddEach(atLeast.Items, criterion, found);
                break;
            case Predicate.Not { Item: Predicate.Leaf denied } not:
                found.Add(Mark(criterion, not.Span, Sort.Read, Sentence(PredicateEnglish.Say(not)) + CodesOf(denied)));
                break;
            case Predicate.Not not:
                Add(not.Item, criterion, found);
                break;
            case Predicate.Leaf leaf:
                found.Add(Mark(criterion, leaf.Span, Sort.Read, Sentence(PredicateEnglish.Say(leaf)) + CodesOf(leaf)));
                break;
            case Predicate.Judgement judgement:
                found.Add(Mark(criterion, judgement.Span, Sort.Judgement, "Only a person can decide this"));
                break;
            case Predicate.Unread:
                break;
        }
    }

    private static void AddEach(ValueList<Predicate> items, Criterion criterion, List<CriterionMark> found)
    {
        foreach (var item in items)
        {
            Add(item, criterion, found);
        }
    }

    private static CriterionMark Mark(Criterion criterion, TextSpan span, Sort kind, string meaning) =>
        new(span.Start - criterion.Span.Start, span.End - criterion.Span.Start, kind, [meaning]);

    private static List<CriterionMark> Joined(IEnumerable<CriterionMark> marks)
    {
        var joined = new List<CriterionMark>();
        foreach (var mark in marks.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End))
        {
            if (joined.Count == 0 || joined[^1].End <= mark.Start)
            {
                joined.Add(mark);
                continue;
            }

            var before = joined[^1];
            joined[^1] = new CriterionMark(
                before.Start, Math.Max(before.End, mark.End), before.Kind > mark.Kind ? before.Kind : mark.Kind, [.. before.Meanings.Union(mark.Meanings, StringComparer.Ordinal)]);
        }

        return joined;
    }

    private static string CodesOf(Predicate.Leaf leaf) =>
        leaf.Concept.Codes.IsEmpty ? "" : $" ({string.Join(", ", leaf.Concept.Codes.Take(MostCodes).Select(code => $"{NameOf(code.System)} {code.Value}"))})";

    private const int MostCodes = 2;

    private static string NameOf(CodeSystem system) => system switch
    {
        CodeSystem.Snomed => "SNOMED CT",
        CodeSystem.RxNorm => "RxNorm",
        CodeSystem.Icd10Cm => "ICD-10-CM",
        CodeSystem.Mesh => "MeSH",
        _ => system.ToString().ToUpperInvariant(),
    };

    /// <summary>The sentence with a capital at its start.</summary>
    public static string Sentence(string english) => english.Length == 0 ? english : char.ToUpperInvariant(english[0]) + english[1..];
}

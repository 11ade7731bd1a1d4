using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Criteria about a relative of the one who takes part: "the mother must speak Italian", "parents must be 18 years or older".</content>
internal sealed partial class IslandParser
{
    /// <summary>Whom a criterion is about is said by its first words.</summary>
    private const int FirstWords = 4;

    private static readonly PhraseList RelativeWords = new("mother", "father", "parent", "guardian", "caregiver", "representative");

    private static readonly HashSet<string> Takers = new(StringComparer.OrdinalIgnoreCase) { "nursing", "lactating", "breastfeeding", "breast-feeding", "pregnant", "expectant" };

    // "unable to cooperate/comply": who complies is not what is excluded.
    private void DenyCompliance()
    {
        if (!exclusion)
        {
            return;
        }

        foreach (var node in nodes.ToArray())
        {
            if (node.Whole is Predicate.Not { Item: Predicate.Any denied } && Leaves.Of(denied).Exists(leaf => leaf.Type == LeafType.Sex))
            {
                // "women not using contraception or men not using any": two groups in one denial.
                Doubt(node, node.Span, "It is not clear whom this is asked of.");
            }
        }

        for (var i = 1; i < nodes.Count; i++)
        {
            if (nodes[i] is { IsLeaf: true, Type: LeafType.Behaviour, Link: Link.Or } node && node.Concept.Name.StartsWith("compliance", StringComparison.Ordinal) && nodes[i - 1].Whole is Predicate.Not { Item: Predicate.Leaf { Type: LeafType.Behaviour } })
            {
                node.Whole = new Predicate.Not(node.ToPredicate()) { Span = node.Span };
            }
        }
    }

    /// <summary>What a relative is asked for is no fact of the one who takes part.</summary>
    private void DoubtOtherPersons()
    {
        if (items.Count == 0 || nodes.Count == 0 || text.AsSpan(items[0].Start, textEnd - items[0].Start) is var all && !RelativeWords.OccursIn(all))
        {
            return;
        }

        var from = FirstRelative();
        if (from < 0)
        {
            return;
        }

        foreach (var node in nodes)
        {
            if (node is { IsAction: false } && node.Span.Start >= from && Leaves.OfWords(node.ToPredicate()).Exists(leaf => IsOwnFact(leaf.Type)) && !ReturnsToParticipant(from, node.Span.Start))
            {
                Doubt(node, node.Span, Reasons.OtherPerson);
            }
        }
    }

    private static bool IsOwnFact(LeafType type) => type is LeafType.Age or LeafType.Condition or LeafType.Language or LeafType.Biomarker or LeafType.Treatment or LeafType.Measurement or LeafType.Behaviour or LeafType.Lactation;

    // Where the relative stands among the first words; -1 where none does.
    private int FirstRelative()
    {
        var (words, start) = (0, items[0].Start);
        var before = "";
        for (var i = items[0].Start; i <= textEnd && words < FirstWords; i++)
        {
            if (i < textEnd && (char.IsLetter(text[i]) || text[i] is '-' or '\'' or '’'))
            {
                continue;
            }

            var word = text[start..i];
            start = i + 1;
            if (word.Length == 0)
            {
                continue;
            }

            if (IsRelative(word) && !Takers.Contains(before))
            {
                return i;
            }

            before = word;
            words++;
        }

        return -1;
    }

    private static bool IsRelative(string word) => word.ToLowerInvariant() is "mother" or "mothers" or "father" or "fathers" or "parent" or "parents" or "guardian" or "guardians" or "caregiver" or "caregivers";

    private bool ReturnsToParticipant(int from, int to) => text.AsSpan(from, to - from) is var words && (words.Contains("child", StringComparison.OrdinalIgnoreCase) || words.Contains("participant", StringComparison.OrdinalIgnoreCase) || words.Contains("subject", StringComparison.OrdinalIgnoreCase) || words.Contains("infant", StringComparison.OrdinalIgnoreCase) || words.Contains("patient", StringComparison.OrdinalIgnoreCase));
}

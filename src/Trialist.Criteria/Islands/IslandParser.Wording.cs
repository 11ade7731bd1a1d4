using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>How a term is written, beside its standard name.</content>
internal sealed partial class IslandParser
{
    private const int ShortestSingular = 5;

    private string? WordingOf(LeafType type, string words, LexiconEntry entry)
    {
        // Values and scores go by their standard names; an abbreviation says less than the name that it stands for.
        if (type is not (LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Biomarker or LeafType.Allergy) || IsShort(words) || !Means(words, entry))
        {
            return null;
        }

        var singular = Singular(words, entry);
        return singular == entry.Name ? null : singular;
    }

    private bool Means(string words, LexiconEntry entry)
    {
        foreach (var found in lexicon.Find(words))
        {
            if (ReferenceEquals(found, entry) || found.Concept == entry.Concept)
            {
                return true;
            }
        }

        return false;
    }

    private string Singular(string words, LexiconEntry entry)
    {
        foreach (var (plural, single) in (ReadOnlySpan<(string, string)>)[("ies", "y"), ("ses", "sis"), ("s", "")])
        {
            if (words.Length > ShortestSingular && words.EndsWith(plural, StringComparison.Ordinal) && !words.EndsWith("ss", StringComparison.Ordinal) && !words.EndsWith("us", StringComparison.Ordinal) && !words.EndsWith("is", StringComparison.Ordinal) && !words.EndsWith("etes", StringComparison.Ordinal))
            {
                var singular = words[..^plural.Length] + single;
                if (Means(singular, entry))
                {
                    return singular;
                }
            }
        }

        return words;
    }

    // No vowel to speak of, or a single word of a few letters: an abbreviation.
    private static bool IsShort(string words) => words.Length <= 3 || (words.IndexOf(' ', StringComparison.Ordinal) < 0 && (words.Length <= 5 && words.AsSpan().IndexOfAny("aeiouy") < 0 || words.AsSpan().IndexOfAnyInRange('0', '9') >= 0));
}

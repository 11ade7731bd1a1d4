using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>How a term is written, beside its standard name.</content>
internal sealed partial class IslandParser
{
    private const int ShortestSingular = 5;

    private string? WordingOf(LeafType type, string words, LexiconEntry entry)
    {
        if (type == LeafType.Lactation)
        {
            return words.Contains("breast", StringComparison.Ordinal) || words.Contains("nurs", StringComparison.Ordinal) ? "breastfeeding" : null;
        }

        if (type == LeafType.Treatment && WithoutTail(words, entry) is { } named)
        {
            return named == entry.Name ? null : named;
        }

        // Values and scores go by their standard names, as do manners that are written in many ways.
        var spoken = type is LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Biomarker or LeafType.Allergy
            || (type == LeafType.Behaviour && !entry.Name.Contains("smoking", StringComparison.Ordinal) && entry.Name is not ("compliance" or "literacy" or "availability" or "childbearing potential"))
            || (type == LeafType.Pregnancy && entry.Name.Contains("test", StringComparison.Ordinal));
        if (!spoken || entry.Kind == EntryKind.Matter && type == LeafType.Condition || SpellingIn(words, entry) is not { } spelling || SaysLess(spelling, entry.Name))
        {
            return null;
        }

        var singular = Singular(spelling.ToLowerInvariant(), entry);
        if (words.EndsWith("metastases", StringComparison.Ordinal) && singular.EndsWith("metastasis", StringComparison.Ordinal))
        {
            // They are named in the plural, which the tables fold.
            singular = $"{singular[..^2]}es";
        }

        return singular == entry.Name || OnlyNamesTheGerm(singular, entry.Name) ? null : singular;
    }

    private string? SpellingIn(string words, LexiconEntry entry)
    {
        if (!lexicon.TryMatch(words, 0, out var match) || match.End < words.Length)
        {
            return null;
        }

        foreach (var found in match.Entries)
        {
            if (ReferenceEquals(found, entry) || found.Concept == entry.Concept)
            {
                return match.Spelling;
            }
        }

        return null;
    }

    private string Singular(string words, LexiconEntry entry)
    {
        if (words == entry.Name)
        {
            return words;
        }

        foreach (var (plural, single) in (ReadOnlySpan<(string, string)>)[("ies", "y"), ("s", "")])
        {
            if (words.Length > ShortestSingular && !words.EndsWith("ites", StringComparison.Ordinal) && !words.EndsWith("metastases", StringComparison.Ordinal) && !words.EndsWith("abies", StringComparison.Ordinal) && words.EndsWith(plural, StringComparison.Ordinal) && !words.EndsWith("ss", StringComparison.Ordinal) && !words.EndsWith("us", StringComparison.Ordinal) && !words.EndsWith("is", StringComparison.Ordinal) && !words.EndsWith("etes", StringComparison.Ordinal))
            {
                var singular = words[..^plural.Length] + single;
                if (SpellingIn(singular, entry) is not null)
                {
                    return singular;
                }
            }
        }

        return words;
    }

    // An abbreviation says less than the name that it stands for, unless the name has it too ("SGLT2 inhibitor").
    private static bool SaysLess(string spelling, string name)
    {
        if (spelling.Length <= 3 || spelling.Contains('(', StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var range in spelling.AsSpan().SplitAny(' ', '-', '/'))
        {
            var word = spelling.AsSpan()[range];
            var capitals = 0;
            foreach (var c in word)
            {
                capitals += char.IsUpper(c) ? 1 : 0;
            }

            if (capitals >= 2 && !name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "hepatitis C virus infection" is hepatitis C.
    private static bool OnlyNamesTheGerm(string words, string name) =>
        words.StartsWith(name, StringComparison.Ordinal) && words[name.Length..] is " virus" or " infection" or " virus infection" or " viruses" or " infections" or " viral infection";

    // "nursing", "negative urine pregnancy test", "highly effective contraception": as written.
    private string? MatterNamed(LeafType type, string name, TextSpan span)
    {
        var words = Spelled(span);
        return type switch
        {
            LeafType.Lactation => words.Contains("breast", StringComparison.Ordinal) || words.Contains("nurs", StringComparison.Ordinal) ? "breastfeeding" : null,
            LeafType.Pregnancy => words != name && words.EndsWith(" pregnancy test", StringComparison.Ordinal) && !words.Contains(" or ", StringComparison.Ordinal) ? words.Replace("urinary", "urine", StringComparison.Ordinal) : null,
            LeafType.Contraception => ActionNames.Contraception(Spelled(new TextSpan(Math.Max(items[0].Start, span.Start - LongestManner), span.End))) is var named && named != name ? named : null,
            _ => null,
        };
    }

    private const int LongestManner = 40;
}

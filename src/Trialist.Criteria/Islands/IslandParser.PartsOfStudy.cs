using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Demands that are made in one part of a study only: "patients in Part B must have …", "for Cohort 2: …".</content>
internal sealed partial class IslandParser
{
    private static readonly PhraseList PartsOfStudy = new("cohort", "group", "part ", "parts ", "arm ", "arms ", "stratum", "strata");

    private static readonly string[] NamesOfParts = ["cohort", "cohorts", "group", "groups", "part", "parts", "arm", "arms", "stratum", "strata"];

    private static readonly string[] BeforeParts = ["for", "in", "of", "to", "the", "only", "into", "study", "treatment", "dose", "expansion", "escalation"];

    // Whoever does not meet it may join another part, so it shuts nobody out. An exclusion stays: what is not read of it keeps it from being met.
    private void WaiveDemandsOfParts()
    {
        if (exclusion || depth > 0 || nodes.Count == 0 || !NamesPart())
        {
            return;
        }

        foreach (var node in nodes.Where(node => node.Whole is not Predicate.Unread))
        {
            Waive(node, "This is asked in one part of the study only.");
        }
    }

    private bool NamesPart()
    {
        if (items.Count == 0 || !PartsOfStudy.OccursIn(text.AsSpan(items[0].Start, textEnd - items[0].Start)))
        {
            return false;
        }

        var words = text[items[0].Start..textEnd].Split([' ', '(', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var index = 0; index + 1 < words.Length; index++)
        {
            if (Array.IndexOf(NamesOfParts, words[index].ToLowerInvariant()) >= 0 && IsLabel(words[index + 1].AsSpan().TrimEnd(".,:;)*")) &&
                (index == 0 ? words[1][^1] is ':' or ',' || (words.Length > 2 && words[2].StartsWith("only", StringComparison.Ordinal)) : Array.IndexOf(BeforeParts, words[index - 1].ToLowerInvariant()) >= 0 || (index == 2 && IsLabel(words[1]) && Array.IndexOf(NamesOfParts, words[0].ToLowerInvariant()) >= 0)))
            {
                return true;
            }
        }

        return false;
    }

    // "B", "2", "1b", "IV", "A1", "1-3"
    private static bool IsLabel(ReadOnlySpan<char> word)
    {
        const int longest = 4;
        if (word.Length is 0 or > longest || !(char.IsAsciiDigit(word[0]) || char.IsAsciiLetterUpper(word[0])))
        {
            return false;
        }

        foreach (var letter in word[1..])
        {
            if (!char.IsAsciiDigit(letter) && letter is not ('I' or 'V' or 'X' or '-' or '/' or 'a' or 'b' or 'c' or 'd'))
            {
                return false;
            }
        }

        return true;
    }
}

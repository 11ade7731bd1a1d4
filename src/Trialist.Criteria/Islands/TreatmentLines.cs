using System.Collections.Frozen;

namespace Trialist.Criteria.Islands;

/// <summary>Reads "standard first-line therapy", "2nd line systemic treatment": which line of treatment it was, where the words name no drug.</summary>
internal static class TreatmentLines
{
    private static readonly FrozenDictionary<string, int> Ordinals = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["first"] = 1, ["1st"] = 1, ["front"] = 1, ["second"] = 2, ["2nd"] = 2, ["third"] = 3, ["3rd"] = 3, ["fourth"] = 4, ["4th"] = 4, ["frontline"] = 1,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Words that tell no treatment from another.
    private static readonly FrozenSet<string> Plain = new[]
    {
        "at", "least", "the", "a", "an", "any", "prior", "previous", "standard", "systemic", "conventional", "of", "care", "approved", "available", "completed",
        "anticancer", "antitumor", "antitumour", "anti", "cancer", "tumor", "tumour", "line", "lines",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Heads = new[] { "therapy", "therapies", "treatment", "treatments", "regimen", "regimens" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What follows these tells which treatment is meant.
    private static readonly FrozenSet<string> GoesOn = new[] { "with", "of", "containing", "including", "consisting", "based", "using", "for", "in", "such" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>So many words are looked at.</summary>
    private const int Longest = 9;

    /// <summary>The number of the line, and the end of the words that say it; 0 where none begin at the place.</summary>
    public static (int Line, int End) Match(string text, int start, int end)
    {
        var (at, line, said) = (start, 0, false);
        for (var count = 0; count < Longest; count++)
        {
            var word = Next(text, ref at, end);
            if (word.IsEmpty)
            {
                break;
            }

            if (Heads.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            {
                var behind = at;
                return said && !GoesOn.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Next(text, ref behind, text.Length)) ? (line, at) : default;
            }

            if (Ordinals.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var ordinal) && line == 0)
            {
                (line, said) = (ordinal, word.Length > "fourth".Length);
                continue;
            }

            said |= line > 0 && word.StartsWith("line", StringComparison.OrdinalIgnoreCase);
            if (!Plain.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || (line > 0 && !said))
            {
                break;
            }
        }

        return default;
    }

    // Blanks and hyphens stand between words; anything else ends them.
    private static ReadOnlySpan<char> Next(string text, ref int at, int end)
    {
        while (at < end && (text[at] is '-' || char.IsWhiteSpace(text[at])))
        {
            at++;
        }

        var from = at;
        while (at < end && char.IsAsciiLetterOrDigit(text[at]))
        {
            at++;
        }

        return text.AsSpan(from, at - from);
    }
}

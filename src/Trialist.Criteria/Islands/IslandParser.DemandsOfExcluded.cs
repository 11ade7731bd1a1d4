using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>What those who may take part have to do, written among those who may not.</content>
internal sealed partial class IslandParser
{
    private static readonly PhraseList DemandVerbs = new("must ", "should ", "shall ", "need to agree", "required to use", "required to have");

    private static readonly PhraseList TurnsDemand = new("not", "never", "also not", "be excluded", "be ineligible", "be no ");

    // "Women of childbearing potential must use contraception", among the exclusions: who does so is not shut out.
    private bool DemandsOfExcluded()
    {
        var words = items.Count > 0 ? text.AsSpan(items[0].Start, textEnd - items[0].Start) : default;
        while (DemandVerbs.IndexIn(words) is >= 0 and var found)
        {
            var behind = words[(found + words[found..].IndexOf(' ') + 1)..];
            var ahead = words[..found].TrimEnd();
            if (!StartsTurned(behind) && !EndsRelative(ahead) && (found == 0 || !char.IsLetter(words[found - 1])))
            {
                return true;
            }

            words = behind;
        }

        return false;
    }

    private static bool StartsTurned(ReadOnlySpan<char> words) => TurnsDemand.IndexIn(words[..Math.Min(words.Length, LongestTurn)]) is 0 or 1;

    /// <summary>The longest of the words that turn a demand.</summary>
    private const int LongestTurn = 14;

    // "those who must take aspirin": who they are.
    private static bool EndsRelative(ReadOnlySpan<char> words) => words.EndsWith(" who", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" that", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" which", StringComparison.OrdinalIgnoreCase) || words.Equals("who", StringComparison.OrdinalIgnoreCase);
}

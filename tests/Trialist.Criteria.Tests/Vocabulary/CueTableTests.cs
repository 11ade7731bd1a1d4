using Trialist.Criteria.Tokens;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Tests.Vocabulary;

public sealed class CueTableTests
{
    [Fact]
    public void EveryRow_MatchesItsOwnText()
    {
        var dead = CueTable.Phrases.Select(Written).Where(phrase => !MatchesWhole(phrase)).Order(StringComparer.Ordinal);

        Assert.Empty(dead);
    }

    // The table has blanks around signs; people write none.
    private static string Written(string phrase) => phrase.Replace(" . ", ".", StringComparison.Ordinal).Replace(" .", ".", StringComparison.Ordinal).Replace(" / ", "/", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal).Replace(" '", "'", StringComparison.Ordinal);

    private static bool MatchesWhole(string phrase)
    {
        var tokens = new List<Token>();
        Tokenizer.Read(phrase, 0, phrase.Length, tokens);
        return CueTable.Default.Match(tokens.ToArray(), 0, out var after) is not null && after == tokens.Count;
    }
}

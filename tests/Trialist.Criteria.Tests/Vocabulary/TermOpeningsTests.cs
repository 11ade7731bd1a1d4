using Trialist.Criteria.Tokens;
using Trialist.Terminology;

namespace Trialist.Criteria.Vocabulary;

public sealed class TermOpeningsTests
{
    [Fact]
    public void MayOpen_WordThatOpensNothing_BeginsNoTermInAnyLetters()
    {
        foreach (var word in CueTable.Default.Words)
        {
            foreach (var written in (ReadOnlySpan<string>)[word, word.ToUpperInvariant(), char.ToUpperInvariant(word[0]) + word[1..], word.ToUpperInvariant()[..^1] + word[^1]])
            {
                if (!MayOpen(written))
                {
                    Assert.All(Terms[word], term => Assert.False(Lexicon.Default.TryMatch(written + term[word.Length..], 0, out _), written + term[word.Length..]));
                }
            }
        }
    }

    [Theory]
    [InlineData("must", false)]
    [InlineData("of", true)] // "of childbearing potential"
    [InlineData("asthma", true)] // no function word
    public void MayOpen_SkipsOnlyFunctionWords(string word, bool opens) => Assert.Equal(opens, MayOpen(word));

    // By their first run of letters and digits.
    private static readonly ILookup<string, string> Terms = Lexicon.Default.Entries.SelectMany(entry => entry.Synonyms.Append(entry.Label)).ToLookup(term => string.Concat(term.TakeWhile(char.IsLetterOrDigit)), StringComparer.OrdinalIgnoreCase);

    private static bool MayOpen(string word)
    {
        var tokens = new List<Token>();
        Tokenizer.Read(word, 0, word.Length, tokens);
        return TermOpenings.Default.MayOpen(word, tokens[0]);
    }
}

using CsCheck;

namespace Trialist.Terminology.Folding;

public sealed class WordTableTests
{
    [Fact]
    public void Find_AfterAdding_NumbersWordsAsADictionaryWould() =>
        Gen.String[Gen.Char["abcé'7"], 0, 6].Array[0, 3000].Sample(
            words =>
            {
                var table = new WordTable();
                var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
                foreach (var word in words)
                {
                    numbers.TryAdd(word, numbers.Count);
                    Assert.Equal(numbers[word], table.Add(word));
                }

                Assert.Equal(numbers.Count, table.Count);
                Assert.All(numbers, pair => Assert.Equal(pair.Value, table.Find(pair.Key)));
                Assert.Equal(-1, table.Find("never added"));
            },
            iter: 30);

    [Theory]
    [InlineData("leuk")] // as many letters as are hashed at once
    [InlineData("leukemia")]
    [InlineData("leukemias")]
    public void Find_WordsThatDifferInOneLetter_AreDifferent(string word)
    {
        var table = new WordTable();
        table.Add(word);
        for (var i = 0; i < word.Length; i++)
        {
            Assert.Equal(-1, table.Find(word[..i] + "z" + word[(i + 1)..]));
        }

        Assert.Equal(0, table.Find(word));
    }
}

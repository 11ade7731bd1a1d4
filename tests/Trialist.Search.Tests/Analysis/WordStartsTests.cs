using System.Reflection;
using Lucene.Net.Analysis.En;
using Trialist.Search.Analysis;
using Trialist.Terminology;

namespace Trialist.Search.Tests.Analysis;

/// <summary>A word is left out by its first letters only when it is a form of none of the terms.</summary>
public sealed class WordStartsTests
{
    [Theory]
    [InlineData("cancer", "Cancers")]
    [InlineData("hemoglobin", "Haemoglobin")] // British spellings
    [InlineData("edema", "oedema")]
    [InlineData("pediatric", "PAEDIATRIC")]
    [InlineData("die", "dying")] // irregular
    [InlineData("etude", "étude")] // folded letters
    [InlineData("alpha", "α")]
    [InlineData("5fu", "5FU")]
    public void Form_OfATerm_MayBegin(string term, string written)
    {
        Assert.Equal(term, WordForms.OfThread.TermOf(written));
        Assert.True(new WordStarts(new HashSet<string> { "xenon", term }).MayBegin(written));
    }

    [Theory]
    [InlineData("cancer", "study")]
    [InlineData("cancer", "Cells")]
    [InlineData("hemoglobin", "hippocampus")]
    public void OtherWord_MayNotBegin(string term, string written) => Assert.False(new WordStarts(new HashSet<string> { term }).MayBegin(written));

    [Fact]
    public void EveryWordOfTheLexicon_MayBegin_AsItsTerm() =>
        AssertAll(Lexicon.Default.Entries.SelectMany(entry => entry.Synonyms.Append(entry.Label)).SelectMany(name => name.Split([' ', '-', '/', ',', '(', ')'])));

    [Fact]
    public void EveryIrregularForm_OfTheStemmer_MayBegin_AsItsTerm() =>
        AssertAll(new[] { "directConflations", "countryNationality" }.SelectMany(Table).Select(row => row[0]));

    // No word begins with "isation".
    [Fact]
    public void EverySpelling_MayBegin_AsItsTerm() =>
        AssertAll(EmbeddedTable.Rows("spellings.tsv").Select(row => row[0]).Where(from => from != "isation").SelectMany(from => new[] { from + "ia", "a" + from + "ia", "an" + from }));

    private static void AssertAll(IEnumerable<string> words)
    {
        foreach (var word in words.Where(word => WordForms.OfThread.TermOf(word).Length > 0))
        {
            Assert.True(new WordStarts(new HashSet<string> { WordForms.OfThread.TermOf(word) }).MayBegin(word), word);
        }
    }

    private static string[][] Table(string name) => (string[][])typeof(KStemFilter).Assembly.GetType("Lucene.Net.Analysis.En.KStemmer", throwOnError: true)!
        .GetField(name, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
}

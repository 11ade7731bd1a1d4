using Trialist.Terminology;

namespace Trialist.Matching.Tests;

public sealed class LexiconVocabularyTests
{
    private static readonly Concept[] Coded =
    [
        new("breast cancer, upper outer quadrant", [new Code(CodeSystem.Icd10Cm, "C50.411")]),
        new("a neoplasm", [new Code(CodeSystem.Icd10Cm, "C34-C39")]),
        new("methylprednisolone tablet", [new Code(CodeSystem.Atc, "H02AB04")]),
        new("glucocorticoids", [new Code(CodeSystem.Atc, "H02AB")]),
        new("words of nobody's lexicon"),
    ];

    // The index of concepts, and with it every match, finds only what shares a key.
    [Fact]
    public void RelatedConcepts_ShareAKey()
    {
        var vocabulary = LexiconVocabulary.Default;
        Concept[] asked = [.. Lexicon.Default.Entries.Where((_, index) => index % 13 == 0).Select(entry => entry.Concept), .. Coded];
        Concept[] recorded = [.. Lexicon.Default.Entries.Where((_, index) => index % 11 == 0).Select(entry => entry.Concept), .. Coded];
        var index = new ConceptIndex(asked, vocabulary);

        foreach (var one in recorded)
        {
            var related = Enumerable.Range(0, asked.Length).Where(number => vocabulary.Relate(asked[number], one) != Kinship.None);

            Assert.Equal(related, index.Related(one));
        }
    }

    [Theory]
    [InlineData("methylprednisolone tablet", "glucocorticoids", Kinship.Broader)]
    [InlineData("glucocorticoids", "methylprednisolone tablet", Kinship.Narrower)]
    [InlineData("glucocorticoids", "words of nobody's lexicon", Kinship.None)]
    public void CodesOfOneSystem_OrderConcepts(string asked, string recorded, Kinship expected) =>
        Assert.Equal(expected, LexiconVocabulary.Default.Relate(Coded.First(one => one.Name == asked), Coded.First(one => one.Name == recorded)));
}

namespace Trialist.Terminology.Packs;

/// <summary>What packs add to the hand-written lexicon, and what they may not change.</summary>
public sealed class PackedLexiconTests
{
    private static readonly Lexicon Words = Lexicon.Default.WithPacks([
    [
        new PackTerm("1", "infection", EntryKind.Condition) { Mentioned = true },
        new PackTerm("2", "Marsh Fever", EntryKind.Condition) { Mentioned = true, Synonyms = ["fen ague"], Related = ["bog shivers"], Broader = ["1"], Code = new Code(CodeSystem.Doid, "2") },
        new PackTerm("3", "Pond Marsh Fever", EntryKind.Condition) { Mentioned = true, Broader = ["2"] },
        new PackTerm("4", "Myocardial Infarction", EntryKind.Condition) { Mentioned = true, Synonyms = ["coronary crisis"], Code = new Code(CodeSystem.Doid, "5844") },
        new PackTerm("5", "all", EntryKind.Condition) { Mentioned = true, Synonyms = ["glucose", "QQZ", "role"] },
        new PackTerm("6", "marshicillin", EntryKind.Drug) { Mentioned = true, Synonyms = ["Fenaway"] },
        new PackTerm("7", "Loop One", EntryKind.Condition) { Broader = ["8"] },
        new PackTerm("8", "Loop Two", EntryKind.Condition) { Broader = ["7"] },
    ]]);

    [Theory]
    [InlineData("marsh fever", "marsh fever")]
    [InlineData("Fen Agues", "marsh fever")]
    [InlineData("coronary crisis", "myocardial infarction")]  // a name of a pack for what the lexicon has
    [InlineData("Fenaway", "marshicillin")]
    public void NameOfAPack_IsFoundInText(string words, string name) => Assert.Contains(Words.MatchesIn($"with {words} today"), match => match.Entry.Name == name);

    [Theory]
    [InlineData("bog shivers")]      // may mean something narrower
    [InlineData("play a role")]      // shorter than a name that is safe in text
    [InlineData("the QQZ group")]    // three capital letters
    [InlineData("a fenaway stone")]  // a brand begins with a capital
    public void NameThatIsNotSafe_IsNotFoundInText(string text) => Assert.DoesNotContain(Words.MatchesIn(text), match => match.Entry.Source == "pack");

    [Theory]
    [InlineData("glucose", EntryKind.Analyte)]
    [InlineData("ALL", EntryKind.Condition)]
    public void WhatTheLexiconKnows_KeepsItsMeaning(string words, EntryKind kind)
    {
        Assert.Equal(Lexicon.Default.Find(words).Select(entry => entry.Name), Words.Find(words).Select(entry => entry.Name));
        Assert.Equal(kind, Words.Find(words)[0].Kind);
    }

    [Theory]
    [InlineData("bog shivers", "Marsh Fever")]
    [InlineData("fen ague", "Pond Marsh Fever")]
    [InlineData("heart attack", "coronary crisis")]
    public void Expand_KnowsThePack(string words, string other) => Assert.Contains(Words.Expand(words), found => string.Equals(found, other, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void WiderConcepts_ComeFromThePack()
    {
        Assert.True(Words.Subsumes(new Concept("marsh fever"), new Concept("pond marsh fever")));
        Assert.True(Words.Subsumes(new Concept("infection"), new Concept("pond marsh fever")));
        Assert.False(Words.Subsumes(new Concept("pond marsh fever"), new Concept("marsh fever")));
        Assert.True(Words.Subsumes(new Concept("x", [new Code(CodeSystem.Doid, "2")]), new Concept("marsh fever")));
    }

    [Fact]
    public void LoopOfLinks_IsCut() =>
        Assert.False(Words.Subsumes(new Concept("loop one"), new Concept("loop two")) && Words.Subsumes(new Concept("loop two"), new Concept("loop one")));

    [Fact]
    public void Install_OnceTheLexiconIsInUse_IsABug()
    {
        _ = Lexicon.Default;
        Assert.Throws<InvalidOperationException>(() => Lexicon.Install(() => []));
    }
}

namespace Trialist.Criteria.Tests.Islands;

/// <summary>Names that stand in the lexicon only: no ending and no head word tells their kind.</summary>
public sealed class KnownWordsTests
{
    [Theory]
    [InlineData("Alcohol intoxication", "alcohol intoxication")]
    [InlineData("Homicidal ideation within 6 months", "homicidal ideation within 6 months")]
    [InlineData("Fluvastatin sodium or ezetimibe", "fluvastatin or ezetimibe")]
    [InlineData("AZT, ddI or ddC within 30 days", "zidovudine within 30 days or didanosine within 30 days or zalcitabine within 30 days")]
    [InlineData("Left atrial appendage occluder", "left atrial appendage closure")]
    [InlineData("Allergy to lupin or horse dander", "allergy to lupin or allergy to horse dander")]
    [InlineData("Firefighters or truck drivers", "firefighter or truck driver")]
    [InlineData("Exposure to asbestos", "exposure to asbestos")]
    [InlineData("Licensed or investigational vaccine within 3 months", "licensed vaccine within 3 months or investigational vaccine within 3 months")]
    [InlineData("Convincing history of peanut allergy", "history of peanut allergy")]
    [InlineData("Sensitivity or allergy to ropivacaine", "allergy to ropivacaine")]
    [InlineData("Has not adequately recovered from surgery or has a fracture", "unrecovered surgery or fracture")]
    [InlineData("Prior radiotherapy to the head and neck", "history of head and neck radiotherapy")]
    [InlineData("Hemorrhoid banding within 4 weeks", "hemorrhoid banding within 4 weeks")]
    public void Exclusion_IsReadInFull(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    // A narrower or another thing is no synonym: who has the one need not have the other.
    [Theory]
    [InlineData("Opioid withdrawal", "alcohol withdrawal")]
    [InlineData("Homicidal ideation", "suicidal ideation")]
    [InlineData("Opioid antagonist", "opioid substitution")]
    [InlineData("Convalescent plasma", "blood transfusion")]
    [InlineData("Nandrolone", "oxandrolone")]
    [InlineData("Periampullary cancer", "ampullary cancer")]
    public void Name_IsNotThatOfAnother(string words, string other) =>
        Assert.NotEqual(other, Assert.IsType<Predicate.Leaf>(One.Exclusion(words).Predicate).Concept.Name);
}

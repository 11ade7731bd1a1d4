using Trialist.Criteria.English;

namespace Trialist.Criteria.Tests.Islands;

public sealed class LimitNamesTests
{
    [Theory]
    // An adverb or "reported as" is no part of the value's name.
    [InlineData("Bilirubin reported as > 6.0 mg/dL", "bilirubin.total", "> 6 mg/dL")]
    // The words that say what is measured, and between which places.
    [InlineData("Distance between the left kidney and the skin > 5 cm", "distance between the left kidney and the skin", "> 5 cm")]
    [InlineData("Able to perform more than 4 METs", "met.capacity", "> 4 [MET]")]
    [InlineData("Maximum inspiratory pressure (MIP) < -20 cm H2O", "mip", "< -20 cm[H2O]")]
    // A scale's title holds an "and"; a rating is pain's only where nothing else is rated.
    [InlineData("Imaginary Worry Severity and Burden Scale (IWSBS) score > 8", "imaginary worry severity and burden scale score", "> 8")]
    [InlineData("A score above 12 from the Drinking and Wellness Questionnaire", "drinking and wellness questionnaire", "> 12")]
    [InlineData("Itch intensity > 4 on a 0-10 VAS", "itch intensity vas", "> 4")]
    [InlineData("Fatigue visual analogue scale ≥ 3", "fatigue visual analogue scale", "≥ 3")]
    [InlineData("Knee pain > 4 on VAS", "pain.vas", "> 4")]
    [InlineData("VAS ≥ 4", "pain.vas", "≥ 4")]
    // What happened so often.
    [InlineData("At least 5 attacks of migraine", "attacks of migraine", "≥ 5")]
    [InlineData("More than two sessions of balance training", "sessions of balance training", "> 2")]
    // How often it happens.
    [InlineData("Headache more than three times per month", "headache", "> 3")]
    [InlineData("Heartburn at least 2 days a week", "heartburn days", "≥ 2")]
    [InlineData("Regular exercise at least 3 times a week", "regular exercise", "≥ 3")]
    [InlineData("Neonates less than 28 days of life", "age", "< 28 days")]
    [InlineData("All participants were included if their age was more than or equal to 18 years", "age", "≥ 18 years")]
    // Units as they are typed, and of both numbers of a pair.
    [InlineData("BMI < 30 kg.m2", "bmi", "< 30 kg/m2")]
    [InlineData("At least one hundred metres walking distance", "walking distance", "≥ 100 m")]
    [InlineData("Weight of at least one hundred twenty kg", "weight", "≥ 120 kg")]
    [InlineData("Hemoglobin 9 － 12 g/dL", "hemoglobin", "9 to 12 g/dL")]
    [InlineData("Hemoglobin 9 g/dL minimum", "hemoglobin", "≥ 9 g/dL")]
    // A length of time behind the word for an outlook.
    [InlineData("Prognosis of less than 6 months", "life expectancy", "< 6 months")]
    // A range behind an age group counts nothing.
    [InlineData("Children 7-17 with moderate headache", "age", "7 to 17 years")]
    [InlineData("Chronic kidney disease 3 or worse", "chronic kidney disease", "≥ 3")]
    [InlineData("Condition that precludes surgery (ASA 5)", "asa", "5 to 5")]
    public void Limit_IsOfWhatItsWordsName(string words, string name, string limit)
    {
        var leaf = Assert.Single(Walk.Leaves(One.Inclusion(words).Predicate), leaf => leaf.Bounds is not null);

        Assert.Equal((name, limit), (leaf.Concept.Name, PredicateEnglish.Say(leaf.Bounds!)));
    }

    [Theory]
    [InlineData("BP persistently > 160/100 mmHg", "> 160 mm[Hg]", "> 100 mm[Hg]")]
    [InlineData("Blood pressure 150/95 mmHg or higher", "≥ 150 mm[Hg]", "≥ 95 mm[Hg]")]
    [InlineData("Alcohol > 24 g/day for women and > 36 g/day for men", "> 24 g/d", "> 36 g/d")]
    [InlineData("Mothers < 18 years or > 40 years of age", "< 18 years", "> 40 years")]
    public void TwoLimits_AreBothRead(string words, string first, string second) =>
        Assert.Equal([first, second], Walk.Leaves(One.Exclusion(words).Predicate).Where(leaf => leaf.Bounds is not null).Select(leaf => PredicateEnglish.Say(leaf.Bounds!)));

    [Theory]
    // What one of a unit is; how long ago something was; what is denied too, or not.
    [InlineData("PEEP ≤ 8 cmH2O (1 cmH2O = 0.098 kPa)", "0.098")]
    [InlineData("Recent history (1 year) of drug abuse", "age")]
    [InlineData("Coronary disease less than 2 years old", "age")]
    [InlineData("Inability to perform > 4 METs", "unable")]
    [InlineData("Mild asthma between 18 and 60", "≥")]
    [InlineData("2 kg of birth weight", "≥")]
    [InlineData("At least one target lesion (0.5-1.0 cm2)", "target lesion (0.5-1.0 cm2)")]
    [InlineData("At least 3 episodes of non-bloody, non-bilious vomiting", "episodes of non-bloody")]
    [InlineData("Subjects with 1.5 times the upper limit of normal of creatinine", "≤")]
    public void WordsThatMayMeanAnotherThing_LeaveTheCriterionInPart(string words, string not)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(Reading.Partial, criterion.Reading);
        Assert.DoesNotContain(Walk.Leaves(criterion.Predicate), leaf => leaf.Concept.Name == not || (leaf.Bounds is { } bounds && PredicateEnglish.Say(bounds).StartsWith(not, StringComparison.Ordinal)));
    }

    [Fact]
    public void ListOfTimes_IsNoRange() =>
        Assert.DoesNotContain(Walk.Leaves(One.Inclusion("Vaccinated by the procedure of 0, 1 and 6 months").Predicate), leaf => leaf.Bounds is not null);
}

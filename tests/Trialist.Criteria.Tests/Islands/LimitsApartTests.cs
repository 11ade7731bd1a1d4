using Trialist.Criteria.English;

namespace Trialist.Criteria.Tests.Islands;

public sealed class LimitsApartTests
{
    [Theory]
    // The value that waits, past other words.
    [InlineData("LVEF assessed by echocardiography and above 50 %", LeafType.Measurement, "lvef", "> 50 %")]
    [InlineData("ASA (American Society of Anesthesiologists) score (over 3)", LeafType.Score, "asa", "> 3")]
    [InlineData("ASA (American Society of Anesthesiologists) class 1-3", LeafType.Score, "asa", "1 to 3")]
    [InlineData("NYHA class III or IV", LeafType.Score, "nyha", "3 to 4")]
    [InlineData("Severe pain rated at least 5 on the 10-point numerical rating scale", LeafType.Score, "pain.nrs", "≥ 5")]
    [InlineData("A performance status of 0 or 1 on the ECOG performance scale", LeafType.Score, "ecog", "0 to 1")]
    [InlineData("Anaphylactic shock (a score of 2 or 3 on cardiovascular symptoms)", LeafType.Score, "cardiovascular symptoms score", "2 to 3")]
    [InlineData("Cervical length on transvaginal examination of at most 20 mm", LeafType.Measurement, "cervical.length", "≤ 20 mm")]
    [InlineData("PEN-FAST score of 0-2 points", LeafType.Score, "pen-fast", "0 to 2")]
    [InlineData("Sensitization to birch pollen (3.5 kU/L Bet v 1 specific IgE or higher)", LeafType.Measurement, "bet v 1 specific ige", "≥ 3.5 kU/L")]
    [InlineData("Total AN count of at least 5", LeafType.Count, "an count", "≥ 5")]
    [InlineData("Total dT count of at least 1", LeafType.Count, "dt count", "≥ 1")]
    [InlineData("ASA I - IV", LeafType.Score, "asa", "1 to 4")]
    [InlineData("HDL < 50 in women", LeafType.Measurement, "hdl", "< 50")]
    // The value that follows.
    [InlineData("A score of 24 or above on the Folstein MMSE", LeafType.Score, "mmse", "≥ 24")]
    [InlineData("A baseline score of more than 5 on the Wobbly Gait Questionnaire", LeafType.Score, "wobbly gait questionnaire", "> 5")]
    [InlineData("More than 37 weeks gestation", LeafType.Measurement, "gestational.age", "> 37 weeks")]
    [InlineData("At least 5 metabolic equivalents", LeafType.Measurement, "met.capacity", "≥ 5 [MET]")]
    // Values that no table knows keep their words.
    [InlineData("Gingival bleeding score ≤ 20 %", LeafType.Measurement, "gingival bleeding score", "≤ 20 %")]
    [InlineData("Grumbling intensity of > 4/10", LeafType.Measurement, "grumbling intensity", "> 4")]
    [InlineData("Lesions > 25 mm", LeafType.Measurement, "lesions", "> 25 mm")]
    [InlineData("Fever above 38.5 °C", LeafType.Measurement, "temperature", "> 38.5 Cel")]
    // A condition that is itself a value.
    [InlineData("Thrombocytopenia < 50,000/mm3", LeafType.Measurement, "platelets", "< 50000 /mm3")]
    [InlineData("Hyperkalemia (> 5.5 mmol/L)", LeafType.Measurement, "potassium", "> 5.5 mmol/L")]
    [InlineData("> 20 pack-years", LeafType.Behaviour, "smoking", "> 20 {pack_years}")]
    public void Limit_FindsWhatItIsSaidOf(string words, LeafType type, string name, string limit)
    {
        var leaf = Leaves(One.Inclusion(words).Predicate!).Single(leaf => leaf.Bounds is not null);

        Assert.Equal((type, name, limit), (leaf.Type, leaf.Concept.Name, PredicateEnglish.Say(leaf.Bounds!)));
    }

    [Theory]
    // A change is another value than the one that changes.
    [InlineData("A fall in FEV1 of at least 20% from baseline", "change in FEV1", "≥ 20 %")]
    [InlineData("Increased ALT > 3 x ULN", "alt", "> 3 x ULN")]
    [InlineData("Oxygen saturations < 92 % at any stage", "spo2", "< 92 %")]
    // What is counted, and how often.
    [InlineData("3 or more alcoholic drinks per day", "alcohol use", "≥ 3 /d")]
    [InlineData("8 or fewer grumbles per month", "grumbles", "≤ 8")]
    [InlineData("Lesion that is less than 10 mm in at least one dimension", "lesion", "< 10 mm")]
    [InlineData("Platelet count ≥ 100,000 µ/L", "platelets", "≥ 100000 /uL")]
    public void Limit_IsOnNothingElse(string words, string name, string limit)
    {
        var leaf = Leaves(One.Inclusion(words).Predicate!).First(leaf => leaf.Bounds is not null);

        Assert.Equal((name, limit), (leaf.Concept.Name, PredicateEnglish.Say(leaf.Bounds!)));
    }

    [Fact]
    public void AgeOfPersonsThatANumberSaysToo_StandsOnTheNumber()
    {
        const string text = "Inclusion Criteria:\n\n* Toddlers ages 1-3 years old who walk";

        Assert.Contains(Leaves(CriteriaReader.Default.Read(text).Criteria[1].Predicate!), leaf => leaf.Type == LeafType.Age && leaf.Span.Of(text).Contains("1-3", StringComparison.Ordinal));
    }

    [Fact]
    public void BracketSaysWhichBloodPressure() =>
        Assert.Equal(["sbp", "dbp"], Leaves(One.Exclusion("Blood pressure ≥ 160 mmHg (systolic) or ≥ 100 mmHg (diastolic)").Predicate!).Select(leaf => leaf.Concept.Name));

    [Theory]
    [InlineData("Age below 13 mnoths")]
    [InlineData("Toxicity graded by CTCAE 5.0")]
    [InlineData("Positive for HIV 1/2 antibodies")]
    [InlineData("Last visit in 2020 or earlier")]
    [InlineData("After denosumab treatment ≥ 2 years due to osteoporosis")]
    public void NumberThatLimitsNothingKnown_IsNoLimit(string words) =>
        Assert.DoesNotContain(Leaves(One.Inclusion(words).Predicate!), leaf => leaf.Bounds is not null);

    [Theory]
    [InlineData("Sleep apnea (AHI>15)", "ahi", "> 15")]
    [InlineData("Smoker (> 20 cigarettes per day)", "smoking", "> 20 /d")]
    public void BracketWithASign_IsNoAbbreviation(string words, string name, string limit)
    {
        var leaf = Leaves(One.Exclusion(words).Predicate!).Single(leaf => leaf.Bounds is not null);

        Assert.Equal((name, limit), (leaf.Concept.Name, PredicateEnglish.Say(leaf.Bounds!)));
    }

    [Theory]
    // A unit that the value cannot have belongs to another value.
    [InlineData("Urine output in relation to body weight, lactate > 2 mmol/L", "lactate")]
    // The two numbers of HDL are no blood pressure.
    [InlineData("HDL < 50/40 mg/dL", "hdl")]
    public void Limit_IsNotGivenToAValueThatItDoesNotFit(string words, string name)
    {
        var leaf = Leaves(One.Inclusion(words).Predicate!).Single(leaf => leaf.Bounds is not null);

        Assert.Equal(name, leaf.Concept.Name);
    }

    [Theory]
    [InlineData("Hematocrit > 48 % (women) and > 53 % (men)")]
    [InlineData("Hemoglobin ≥ 11 g/dL for women; ≥ 12 g/dL for men")]
    [InlineData("HDL < 50 mg/dL in women, < 40 mg/dL in men")]
    public void LimitsBySex_AskOnlyForThePersonsOwn(string words)
    {
        foreach (var criterion in (Criterion[])[One.Inclusion(words), One.Exclusion(words)])
        {
            var any = Assert.IsType<Predicate.Any>(criterion.Predicate);

            Assert.Equal(Reading.Full, criterion.Reading);
            Assert.All(any.Items, item => Assert.Equal(LeafType.Sex, Assert.IsType<Predicate.Leaf>(Assert.IsType<Predicate.All>(item).Items[1]).Type));
        }
    }

    // Too low is whoever is below either; low enough is whoever is below both.
    [Fact]
    public void PairOfBloodPressures_ShutsOutWithEither()
    {
        Assert.IsType<Predicate.Any>(One.Exclusion("Blood pressure lower than 95/55 mmHg").Predicate);
        Assert.IsType<Predicate.All>(One.Inclusion("Blood pressure lower than 135/85 mmHg").Predicate);
    }

    [Fact]
    public void SecondPairOfBloodPressures_IsReadAsAPair()
    {
        var leaves = Leaves(One.Inclusion("Blood pressure ≥ 135/85 mmHg but lower than 170/105 mmHg").Predicate!).ToList();

        Assert.Equal(["sbp ≥ 135 mm[Hg]", "dbp ≥ 85 mm[Hg]", "sbp < 170 mm[Hg]", "dbp < 105 mm[Hg]"], leaves.Select(leaf => $"{leaf.Concept.Name} {PredicateEnglish.Say(leaf.Bounds!)}"));
    }

    [Fact]
    public void ScoresByAge_ShareTheLimitThatFollows()
    {
        var leaves = Leaves(One.Inclusion("Karnofsky (> 16 years) or Lansky (≤ 16 years) > 60").Predicate!).ToList();

        Assert.Equal(["karnofsky > 60", "age > 16 years", "lansky > 60", "age ≤ 16 years"], leaves.Select(leaf => $"{leaf.Concept.Name} {PredicateEnglish.Say(leaf.Bounds!)}"));
    }

    [Fact]
    public void LengthOfAScale_IsNoLimit()
    {
        Assert.Single(Leaves(One.Inclusion("Pain intensity ≥ 4 on a 0-10 numeric scale").Predicate!), leaf => leaf.Bounds is not null);
    }

    private static IEnumerable<Predicate.Leaf> Leaves(Predicate predicate) => predicate switch
    {
        Predicate.Leaf leaf => [leaf],
        Predicate.All(var items) => items.SelectMany(Leaves),
        Predicate.Any(var items) => items.SelectMany(Leaves),
        Predicate.Not(var item) => Leaves(item),
        _ => [],
    };
}

using Trialist.Criteria.English;

namespace Trialist.Criteria.Tests.Islands;

public sealed class LimitTests
{
    [Theory]
    // Signs and words.
    [InlineData("Creatinine ≤ 1.5 mg/dL", "≤ 1.5 mg/dL")]
    [InlineData("Creatinine \\<= 1.5 mg/dl", "≤ 1.5 mg/dL")]
    [InlineData("Creatinine =< 1.5 mg/dL", "≤ 1.5 mg/dL")]
    [InlineData("Creatinine less than or equal to 1.5 mg/dL", "≤ 1.5 mg/dL")]
    [InlineData("Creatinine no greater than 1.5 mg/dL", "≤ 1.5 mg/dL")]
    [InlineData("Creatinine <= 1.5 x ULN", "≤ 1.5 x ULN")]
    [InlineData("Creatinine ≤ 3 times of upper limit ofnormal", "≤ 3 x ULN")]
    [InlineData("Creatinine > 3 times of normal amounts", "> 3 x ULN")]
    [InlineData("Creatinine greater than 2", "> 2")]
    // Numbers and units as they are typed.
    [InlineData("Platelets ≥ 100,000/mm3", "≥ 100000 /mm3")]
    [InlineData("Platelet count at least 100 x 10^9/L", "≥ 100 x 10^9/L")]
    [InlineData("Platelets ≥ 100×109/L", "≥ 100 x 10^9/L")]
    [InlineData("Platelets ≥ 100 x 10\\^9/L", "≥ 100 x 10^9/L")]
    [InlineData("BMI ≤ 35 kg/m\\^2", "≤ 35 kg/m2")]
    [InlineData("BMI (kg/m2) ≥ 30", "≥ 30 kg/m2")]
    [InlineData("BMI of at least 30 kilograms per square meter (kg/m2)", "≥ 30 kg/m2")]
    [InlineData("LVEF ≤ 40 percent (%)", "≤ 40 %")]
    [InlineData("Neutrophils ≥ 1500 mm3", "≥ 1500 /mm3")]
    [InlineData("Creatinine ≤ 2 mg/dL (177 µmol/L)", "≤ 2 mg/dL")]
    [InlineData("ALT more than twice the highest reference value", "> 2 x ULN")]
    [InlineData("ALT 3 times higher than the upper limit of normal", "≥ 3 x ULN")]
    [InlineData("Specific IgE ≥ 0.35 kUA/L", "≥ 0.35 kU/L")]
    [InlineData("Bilirubin ≤ 3 ⋅ ULN", "≤ 3 x ULN")]
    [InlineData("Antinuclear antibody titer ≥ 1:80", "≥ 80")]
    [InlineData("Neutrophils > 1.5 109/L", "> 1.5 x 10^9/L")]
    [InlineData("WBC 3.500 - 12.000 /mm3", "3500 to 12000 /mm3")]
    [InlineData("Creatinine ˂ 1.5 mg/dL", "< 1.5 mg/dL")]
    [InlineData("Creatinine less than or equal to (≤) 1.5 mg/dL", "≤ 1.5 mg/dL")]
    [InlineData("Creatinine >or= 1.5 mg/dL", "≥ 1.5 mg/dL")]
    [InlineData("Creatinine level that exceeded 2 mg/dL", "> 2 mg/dL")]
    [InlineData("T-score ≤ -2.5", "≤ -2.5")]
    // Ranges.
    [InlineData("Hemoglobin between 9 and 12 g/dL", "9 to 12 g/dL")]
    [InlineData("HbA1c 7.0-10.0 %", "7 to 10 %")]
    [InlineData("Hemoglobin > 9 and < 12 g/dL", "> 9 and < 12 g/dL")]
    // Signs that lost their stroke, but bound from both sides.
    [InlineData("Hemoglobin =9 g/dL and =12 g/dL", "9 to 12 g/dL")]
    [InlineData("Hemoglobin =9 g/dL and <12 g/dL", "≥ 9 and < 12 g/dL")]
    [InlineData("ASA status 1,2", "1 to 2")]
    [InlineData("NYHA ≥ grade III", "≥ 3")]
    [InlineData("MMSE of at least 24 points", "≥ 24")]
    // Ages.
    [InlineData("Age 18 years or older", "≥ 18 years")]
    [InlineData("18 to 65 years of age", "18 to 65 years")]
    [InlineData("Aged ≥4 to \\<18 years", "≥ 4 and < 18 years")]
    [InlineData("Patients over 18 years", "> 18 years")]
    [InlineData("Life expectancy of at least 3 months", "≥ 3 months")]
    [InlineData("Have a life expectancy of ≥12 weeks.", "≥ 12 weeks")]
    [InlineData("Ages 18-50", "18 to 50 years")]
    [InlineData("Subjects of 40-70 years", "40 to 70 years")]
    [InlineData("Aged between 18- and 65-years", "18 to 65 years")]
    [InlineData("Age = 18 and = 80 years", "18 to 80 years")]
    [InlineData("Subjects over 18 and under 75 years", "> 18 and < 75 years")]
    [InlineData("At least 18 years old (≥) and younger than 75 years old", "≥ 18 and < 75 years")]
    [InlineData("Adult patients (> 21 years)", "> 21 years")]
    [InlineData("Patients < 18", "< 18 years")]
    [InlineData("Minimum life expectancy of 12 weeks", "≥ 12 weeks")]
    [InlineData("Life expectancy less than 3 months from enrolment", "< 3 months")]
    [InlineData("Gestational age of 24-28 weeks at screening", "24 to 28 weeks")]
    [InlineData("Between (16-24) weeks of gestation", "16 to 24 weeks")]
    public void Limit_IsReadWithItsSideAndUnit(string words, string limit)
    {
        var leaf = Assert.IsType<Predicate.Leaf>(One.Inclusion(words).Predicate);

        Assert.Equal(limit, PredicateEnglish.Say(leaf.Bounds!));
    }

    [Theory]
    [InlineData("Age = 18 years")]
    [InlineData("Creatinine = 1.5 mg/dL")]
    public void ExactLimitOnAContinuousValue_LeavesOtherValuesUnknown(string words)
    {
        var any = Assert.IsType<Predicate.Any>(One.Inclusion(words).Predicate);

        Assert.IsType<Predicate.Unread>(any.Items[1]);
    }

    [Fact]
    public void SidesInTwoUnits_KeepTheirUnits()
    {
        var all = Assert.IsType<Predicate.All>(One.Inclusion("Older than 6 months and younger than 80 years").Predicate);

        Assert.Equal(["> 6 months", "< 80 years"], all.Items.Select(item => PredicateEnglish.Say(((Predicate.Leaf)item).Bounds!)));
    }

    [Theory]
    // The second number of a fraction, an equivalent that does not agree.
    [InlineData("Visual acuity of 20/40 or better")]
    [InlineData("Creatinine ≤ 2 mg/dL (2 µmol/L)")]
    public void NumberThatIsNoLimit_IsLeftUnread(string words) => Assert.NotEqual(Reading.Full, One.Inclusion(words).Reading);

    [Fact]
    public void ValuesListedTogether_ShareTheirLimit()
    {
        var all = Assert.IsType<Predicate.All>(One.Inclusion("Hemoglobin ≥ 9 g/dL, creatinine and bilirubin ≤ 2 mg/dL").Predicate);

        Assert.Equal(["≥ 9 g/dL", "≤ 2 mg/dL", "≤ 2 mg/dL"], all.Items.Select(item => PredicateEnglish.Say(((Predicate.Leaf)item).Bounds!)));
    }

    [Theory]
    [InlineData("History of asthma within 6 months prior to screening", TimeRelation.Within, 6, "mo", "screening")]
    [InlineData("Asthma in the past year", TimeRelation.Within, 1, "a", null)]
    [InlineData("Pneumonia within the last 4 weeks", TimeRelation.Within, 4, "wk", null)]
    [InlineData("Surgery 28 days before randomization", TimeRelation.Within, 28, "d", "randomisation")]
    public void Window_IsReadWithItsAnchor(string words, TimeRelation relation, int length, string unit, string? anchor)
    {
        var leaf = Assert.IsType<Predicate.Leaf>(One.Exclusion(words).Predicate);

        Assert.Equal(new TimeWindow(relation, null, new Duration(length, unit), [], anchor), leaf.When);
    }

    [Theory]
    [InlineData("Zorblax fnord quux")]
    [InlineData("Asthma that zorblaxes fnordly")]
    [InlineData("Creatinine ≤ 1.5 mg/dL and quuxed fnord")]
    [InlineData("5 half-lives or 28 days, whichever is shorter")]
    public void WordsThatAreNotKnown_AreNeverReadInFull(string words)
    {
        Assert.NotEqual(Reading.Full, One.Inclusion(words).Reading);
        Assert.NotEqual(Reading.Full, One.Exclusion(words).Reading);
    }

    [Theory]
    [InlineData("In the opinion of the investigator, the patient is not suitable", Reading.Judgement)]
    [InlineData("Any condition that the investigator believes may interfere with the study", Reading.Judgement)]
    [InlineData("Willing and able to provide written informed consent", Reading.Action)]
    [InlineData("Signed informed consent", Reading.Action)]
    [InlineData("Pregnant or breastfeeding", Reading.Full)]
    public void Criterion_HasItsReading(string words, Reading reading) => Assert.Equal(reading, One.Inclusion(words).Reading);

    [Fact]
    public void Denial_ReachesToTheEndOfItsList()
    {
        var not = Assert.IsType<Predicate.Not>(One.Inclusion("No history of asthma, pneumonia or seizures").Predicate);

        Assert.Equal(3, Assert.IsType<Predicate.Any>(not.Item).Items.Count);
    }

    [Fact]
    public void Denial_EndsBeforeAnotherDemand()
    {
        var all = Assert.IsType<Predicate.All>(One.Inclusion("No active infection, hemoglobin ≥ 9 g/dL").Predicate);

        Assert.IsType<Predicate.Not>(all.Items[0]);
        Assert.IsType<Predicate.Leaf>(all.Items[1]);
    }

    [Fact]
    public void Exception_LiftsItsLeaf()
    {
        var leaf = Assert.IsType<Predicate.Leaf>(One.Exclusion("Prior malignancy except basal cell carcinoma").Predicate);

        Assert.NotNull(leaf.Except);
    }

    [Fact]
    public void WomenAsTheStudied_AreAskedFor()
    {
        // Read as "if a woman, then …", men would be admitted.
        var all = Assert.IsType<Predicate.All>(One.Inclusion("Female patients aged 18 to 45 years").Predicate);

        Assert.Equal([LeafType.Sex, LeafType.Age], all.Items.Select(item => ((Predicate.Leaf)item).Type));
    }

    [Fact]
    public void DemandOnWomenOnly_DoesNotConcernMen()
    {
        var any = Assert.IsType<Predicate.Any>(One.Inclusion("Women of childbearing potential must have a negative pregnancy test").Predicate);

        Assert.IsType<Predicate.Not>(any.Items[0]);
    }

    [Theory]
    [InlineData("Uncontrolled hypertension", "uncontrolled")]
    [InlineData("Active infection", "active")]
    [InlineData("Severe asthma", "severe")]
    public void NarrowingWord_IsKept(string words, string kept)
    {
        var leaf = Assert.IsType<Predicate.Leaf>(One.Exclusion(words).Predicate);

        Assert.StartsWith(kept, LeafName.Of(leaf), StringComparison.Ordinal);
    }
}

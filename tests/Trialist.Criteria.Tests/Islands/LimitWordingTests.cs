using Trialist.Criteria.English;

namespace Trialist.Criteria.Tests.Islands;

public sealed class LimitWordingTests
{
    [Theory]
    [InlineData("Clinical Dementia Rating inferior or equal to 1", "≤ 1")]
    [InlineData("Haemoglobin equal to or greater than100 g/L", "≥ 100 g/L")]
    [InlineData("NT-proBNP (at least >125 pg/ml)", "> 125 pg/mL")]
    [InlineData("EDSS score less than equals to (<=) 5.0", "≤ 5")]
    [InlineData("Pure-tone thresholds no poorer than 30 dB", "≤ 30 dB")]
    // Names of scales and how long they are.
    [InlineData("UAS7 score (range 0-42) ≥16", "≥ 16")]
    [InlineData("Mallampati grade IV", "4 to 4")]
    [InlineData("American Society of Anesthesiologists (ASA) category I or II", "1 to 2")]
    [InlineData("Mini Mental Test Score, 18 to 24 points", "18 to 24")]
    [InlineData("Cerebral Performance Category of 3 to 4", "3 to 4")]
    [InlineData("A score of ≥ 46 on the initial anxiety self-assessment questionnaire", "≥ 46")]
    [InlineData("A score of 23 or less on the Wobbly Gait Screen", "≤ 23")]
    [InlineData("Greater than NYHA 2", "> 2")]
    [InlineData(">ASA II", "> 2")]
    [InlineData("New York Heart Association [NYHA] stages 3 to 4", "3 to 4")]
    [InlineData("FEV1/FVC reduced (GOLD 2-3)", "2 to 3")]
    [InlineData("Creatinine clearance (CrCl), i.e. < 30 mL/min", "< 30 mL/min")]
    [InlineData("eGFR < 30 milli liter per min/1.73 meter square (mL/min/1.73 m^2)", "< 30 mL/min/{1.73_m2}")]
    [InlineData("SGOT (aspartate aminotransferase [AST]) =< 3 x ULN", "≤ 3 x ULN")]
    [InlineData("Draining tunnel count of at least 1", "≥ 1")]
    [InlineData("Life expectancy (due to comorbidities) less than 90 days", "< 90 days")]
    [InlineData("No more than 20 wk of gestation", "≤ 20 weeks")]
    [InlineData("Cesarean section after 37 weeks of gestation", "> 37 weeks")]
    [InlineData("Uterine size >12 weeks", "> 12 weeks")]
    [InlineData("Myopia with -1- to -10 diopters (D)", "-10 to -1 [diop]")]
    // What is measured in time, and what a unit looks like but is none.
    [InlineData("Cycle length of 26-39 days", "26 to 39 days")]
    [InlineData("At least three molar teeth", "≥ 3")]
    [InlineData("At least 30% of the lesions", "≥ 30 %")]
    [InlineData("PSA 20 ng/ml or less", "≤ 20 ng/mL")]
    [InlineData("Infant is ≤ 750 grams", "≤ 750 g")]
    // Numbers in words, said twice, with pluses, the other way round.
    [InlineData("At least eighteen (18) years old", "≥ 18 years")]
    [InlineData("Aged eighteen to sixty-five years", "18 to 65 years")]
    [InlineData("Age: greater than or equal to two (2) years of age and less than or equal to 21 years of age", "2 to 21 years")]
    [InlineData("Body weight between 50 kg (inclusive) and 90 kg (exclusive)", "≥ 50 and < 90 kg")]
    [InlineData("Body temperature < 38 o C", "< 38 Cel")]
    [InlineData("HER2 IHC 2+", "2 to 2")]
    [InlineData("Urine protein < 2+", "< 2")]
    [InlineData("Grade 3-2 mucositis", "2 to 3")]
    [InlineData("Systolic blood pressure between 140 - 90 mmHg", "90 to 140 mm[Hg]")]
    [InlineData("Infants 6 weeks to 24 weeks of age", "6 to 24 weeks")]
    [InlineData("12-18 months old", "12 to 18 months")]
    [InlineData("Wheal at least 3 mm greater than the saline control", "≥ 3 mm")]
    [InlineData("Platelet count ≥ 100,000/ µ L", "≥ 100000 /uL")]
    // Which side is better, the scale knows.
    [InlineData("ECOG status of 2 or better", "≤ 2")]
    [InlineData("Karnofsky performance status 60 or better", "≥ 60")]
    [InlineData("KPS of 60 or worse", "≤ 60")]
    [InlineData("Bacteriuria > 10^3 CFU/mL", "> 1000 [CFU]/mL")]
    [InlineData("HBV DNA ≥ 10\\^4 copies/mL", "≥ 10000 {copies}/mL")]
    // What is counted with "of".
    [InlineData("At least 2 episodes of wheezing in the past year", "≥ 2")]
    [InlineData("At least 2 doses of an approved anti-PD-1 antibody", "≥ 2")]
    [InlineData("More than 2 courses of oral or parenteral corticosteroids within 12 months", "> 2")]
    [InlineData("Receiving > 10 mg prednisone daily or equivalent", "> 10 mg/d")]
    [InlineData("Diffusing capacity ≥ 50 % (corrected for hemoglobin)", "≥ 50 %")]
    [InlineData("Tumor ≤ 5 cm in greatest dimension", "≤ 5 cm")]
    // The same limit in another unit.
    [InlineData("Hemoglobin ≥ 9.0 g/dL or ≥ 5.6 mmol/L", "≥ 9 g/dL")]
    [InlineData("HbA1c between 7 and 10% (53 - 86 mmol/mol)", "7 to 10 %")]
    [InlineData("Platelets ≥ 100,000/mm3 or 100 x 10^9/L", "≥ 100000 /mm3")]
    [InlineData("Eosinophils > 1500 cells/mm3 (or 1.5 x 10E9/L)", "> 1500 /mm3")]
    public void Limit_IsReadInManyWordings(string words, string limit) =>
        Assert.Equal(limit, PredicateEnglish.Say(Walk.Leaves(One.Inclusion(words).Predicate).Single(leaf => leaf.Bounds is not null).Bounds!));

    [Theory]
    [InlineData("HDL (< 40 mg/dL for men or < 50 mg/dL for women)", "hdl < 40 mg/dL, hdl < 50 mg/dL")]
    [InlineData("HDL < 40 mg/dL for men and < 50 mg/dL for women", "hdl < 40 mg/dL, hdl < 50 mg/dL")]
    [InlineData("Waist circumference ≥ 102 cm (40 inches) in men and 88 cm (35 inches) in women", "waist ≥ 102 cm, waist ≥ 88 cm")]
    [InlineData("Systolic/diastolic blood pressure > 140/90", "sbp > 140, dbp > 90")]
    [InlineData("Beighton score ≥ 5 for women up to the age of 50 years and ≥ 4 for those above 50 years", "beighton ≥ 5, age ≤ 50 years")]
    [InlineData("High blood pressure (>160/100mmHg)", "sbp > 160 mm[Hg], dbp > 100 mm[Hg]")]
    [InlineData("SPADI score less than 10% or greater than 90%", "spadi < 10, spadi > 90")]
    [InlineData("HBV DNA > 2000 copies/mL or 500 IU/mL", "hbv.dna > 2000 {copies}/mL, hbv.dna > 500 [IU]/mL")]
    [InlineData("HBV DNA ≥ 500 IU/mL (or ≥ 2500 copies/mL)", "hbv.dna ≥ 500 [IU]/mL, hbv.dna ≥ 2500 {copies}/mL")]
    [InlineData("BMI less than or equal to 18 and greater than or equal to 40", "bmi ≤ 18 kg/m2, bmi ≥ 40 kg/m2")]
    [InlineData("Karnofsky or Lansky (age-dependent) performance score < 50", "karnofsky < 50, lansky < 50")]
    [InlineData("Smoking more than 10 cigarettes per day", "smoking > 10 /d")]
    [InlineData("Eosinophil count ≥ 300 cells/µL at screening or ≥ 150 cells/µL in the previous year", "eosinophils ≥ 300 /uL, eosinophils ≥ 150 /uL")]
    [InlineData("EASI ≥ 16, IGA ≥ 3 and IgA < 70 mg/dL", "easi ≥ 16, iga.skin ≥ 3, iga < 70 mg/dL")]
    [InlineData("Males Hb <130 g/L, females <120 g/L", "hemoglobin < 130 g/L, hemoglobin < 120 g/L")]
    public void LimitsSaidTogether_AreAllRead(string words, string limits) =>
        Assert.Equal(limits, string.Join(", ", Walk.Leaves(One.Exclusion(words).Predicate).Where(leaf => leaf.Bounds is not null).Select(leaf => $"{leaf.Concept.Name} {PredicateEnglish.Say(leaf.Bounds!)}")));

    [Theory]
    // The value is not understood, or the words around it are not.
    [InlineData("Short posterior leaflet (<10mm)", "< 10")]
    [InlineData("Inability to perform >4 METs by history", "> 4")]
    [InlineData("Inability to protrude the mandible beyond 5 mm", "> 5")]
    [InlineData("At least one tooth", "≥ 1")]
    [InlineData("QRS (in the surface recording) < 120 ms", "< 120")]
    [InlineData("Normal findings (QTc < 440 ms; all should be measured at rest)", "< 440")]
    [InlineData("At the discretion of the surgeon, bilirubin level of < 2.0 mg/dl in the absence of disease", "< 2")]
    [InlineData("Unresolved toxicity, greater than CTCAE grade 1", "> 1")]
    [InlineData("One risk factor [body mass index ≥25 kg/m2 or smoking", "≥ 25")]
    public void LimitOfUnknownValue_IsShownAndLeavesTheCriterionInPart(string words, string begins)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(Reading.Partial, criterion.Reading);
        Assert.Contains(Walk.Leaves(criterion.Predicate), leaf => leaf.Bounds is { } bounds && PredicateEnglish.Say(bounds).StartsWith(begins, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2 prolactin levels at least one week apart", "prolactin")]
    [InlineData("PSA 5 mm", "psa")]
    [InlineData("AST ≤ 2.5 x ULN without hepatic metastasis and ≤ 5.0 x ULN with hepatic metastasis", "hepatic metastasis")]
    [InlineData("Charlson comorbidity scale adjusted to age <4", "age")]
    [InlineData("Wheal ≥ 3 mm to cow's milk", "cow's milk")]
    [InlineData("Serial hCG values (over 2-14 days)", "serial hcg")]
    [InlineData("Hives severity score over 7 days", "hives severity score")]
    public void NumberInAUnitThatTheValueCannotHave_IsNotItsLimit(string words, string name) =>
        Assert.DoesNotContain(Walk.Leaves(One.Inclusion(words).Predicate), leaf => leaf.Concept.Name == name && leaf.Bounds is not null);

    [Fact]
    public void Tolerance_IsNoLimitOnTheValueItself() =>
        Assert.DoesNotContain(Walk.Leaves(One.Inclusion("Stable HbA1c (± 0.5 %)").Predicate), leaf => leaf.Concept.Name == "hba1c" && leaf.Bounds is not null);
}

namespace Trialist.Criteria.Tests.Islands;

/// <summary>Wordings that many protocols share.</summary>
public sealed class TemplateWordingTests
{
    [Theory]
    // What may come is no fact yet.
    [InlineData("Patients at high risk of bleeding", "high risk of bleeding")]
    [InlineData("Symptoms consistent with asthma", "symptom consistent with asthma")]
    // A state, or a need that was met at a time.
    [InlineData("A second malignancy that is progressing or has required active treatment within the past 2 years", "progressive second malignancy or second malignancy requiring active treatment within 2 years")]
    [InlineData("Active autoimmune disease that has required systemic treatment in the past 3 years (i.e., with steroids or immunosuppressants)", "active autoimmune disease that has required systemic treatment (i.e., with steroids or immunosuppressants) within 3 years")]
    [InlineData("Infection, which requires systemic antibiotics", "infection and systemic antibiotic")]
    // The definition is of both states.
    [InlineData("Uncontrolled or symptomatic hypercalcemia (calcium > 12 mg/dL)", "(uncontrolled hypercalcemia and serum calcium > 12 mg/dL) or (symptomatic hypercalcemia and serum calcium > 12 mg/dL)")]
    [InlineData("Active hepatitis B or hepatitis C", "active hepatitis B or active hepatitis C")]
    // Who carries the virus, and how much of it: both.
    [InlineData("HBsAg positive and HBV DNA > 500 IU/mL", "hepatitis B surface antigen and HBV DNA > 500 [IU]/mL")]
    [InlineData("Major surgery, other than for diagnosis, within 4 weeks", "major surgery within 4 weeks except major surgery for diagnosis")]
    [InlineData("Treatment with therapeutic oral antibiotics within 2 weeks", "therapeutic oral antibiotics within 2 weeks")]
    [InlineData("Participation in a study of an investigational agent within 4 weeks", "other clinical study of an investigational agent within 4 weeks")]
    // Where one goes on, the time is of the other; where both happen, of both.
    [InlineData("Currently participating in a clinical trial or has been exposed to study drug within 30 days", "current other clinical study or investigational drug within 30 days")]
    [InlineData("Participation in any clinical trial or use of any investigational product within 30 days", "other clinical study within 30 days or investigational drug within 30 days")]
    [InlineData("Poorly controlled asthma or patients who have had pneumonia within the past year", "poorly controlled asthma or pneumonia within 1 year")]
    [InlineData("Fibrosis of the lung, or evidence of active pneumonitis on screening computed tomography (CT) scan", "pulmonary fibrosis or active pneumonitis on screening computed tomography scan")]
    [InlineData("Planning to become pregnant in the next 12 months", "planned pregnancy (planned within 12 months)")]
    [InlineData("Type 1 or 2 diabetes", "type 1 diabetes or type 2 diabetes")]
    [InlineData("Second- or third-degree atrioventricular block", "second-degree AV block or third-degree atrioventricular block")]
    [InlineData("More than one hospitalization in the past year for asthma", "hospitalization for asthma > 1 within 1 year")]
    [InlineData("Current smoker or smoking history of more than 10 pack-years", "smoking or smoking > 10 {pack_years}")]
    [InlineData("Mothers with epilepsy", "epilepsy of mother")]
    // What is prior is no time before it.
    [InlineData("Prior surgery", "history of surgery")]
    // An operation for a disease is not the disease.
    [InlineData("Surgery for glaucoma", "surgery for glaucoma")]
    [InlineData("Prior resection of rectal cancer", "history of resection of rectal cancer")]
    [InlineData("Excision of melanoma within 3 months", "resection of melanoma within 3 months")]
    [InlineData("Prior transplantation or dialysis", "history of transplantation or history of dialysis")]
    [InlineData("Antibiotics within 4 weeks prior surgery", "antibiotic within 4 weeks before surgery")]
    [InlineData("Blood pressure > 160 mmHg systolic", "systolic blood pressure > 160 mm[Hg]")]
    [InlineData("Malignancy other than the disease under study within 5 years", "cancer within 5 years except disease under study")]
    [InlineData("Personal or family history of medullary thyroid cancer", "history of medullary thyroid cancer or family history of medullary thyroid cancer")]
    [InlineData("Systemic corticosteroids at doses greater than 10 mg prednisone per day", "systemic corticosteroid at doses greater than 10 mg prednisone per day")]
    [InlineData("Chemotherapy within 4 weeks before Cycle 1, Day 1", "chemotherapy within 4 weeks before cycle 1")]
    [InlineData("Myocardial infarction, coronary stenting or other serious heart disease within 6 months", "myocardial infarction within 6 months or percutaneous coronary intervention within 6 months or other serious heart disease within 6 months")]
    [InlineData("Immunotherapy with cat or dust mite", "cat allergen immunotherapy or dust mite allergen immunotherapy")]
    [InlineData("Corneal dystrophy in the study eye", "study eye corneal dystrophy")]
    [InlineData("Toxicity of grade ≥ 2 from prior therapy", "toxicity from prior therapy grade ≥ 2")]
    public void Exclusion_IsReadInFull(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("Life expectancy of 6 months or more", "life expectancy ≥ 6 months")]
    [InlineData("Platelets ≥ 50,000/uL (can be transfused)", "platelet count ≥ 50000 /uL")]
    [InlineData("ALT ≤ 5 x ULN for age", "alanine aminotransferase ≤ 5 x ULN")]
    [InlineData("Weight ≥ 40 kg at Screening Visit 1", "body weight ≥ 40 kg at screening")]
    [InlineData("Women must be non lactating", "no female or no lactation")]
    [InlineData("Birch IgE ≥ 0.35 kU/L", "birch specific ige ≥ 0.35 kU/L")]
    [InlineData("ImmunoCAP IgE level to peanut > 10 kU/L", "peanut specific ige > 10 kU/L")]
    [InlineData("Positive IgE to milk or egg", "milk specific ige positive or egg specific ige positive")]
    [InlineData("Positive skin prick test to peanut with a wheal diameter ≥ 3 mm", "skin prick test positive to peanut and skin prick test wheal diameter ≥ 3 mm")]
    [InlineData("INR ≤ 1.5 x ULN unless receiving anticoagulants as long as PT is within therapeutic range of intended use of anticoagulants", "international normalized ratio ≤ 1.5 x ULN except (current anticoagulant and within therapeutic range prothrombin time)")]
    [InlineData("Inadequate response to methotrexate or sulfasalazine", "inadequate response to methotrexate or inadequate response to sulfasalazine")]
    [InlineData("Disease progression on or after platinum-based chemotherapy", "progression on or after platinum-based chemotherapy")]
    [InlineData("Not pregnant, not breastfeeding", "no pregnancy and no lactation")]
    [InlineData("Weight less than 1500 g at birth", "body weight < 1500 g at birth")]
    [InlineData("Type 2 diabetes for at least 6 months (WHO criteria 1999)", "type 2 diabetes for at least 6 months")]
    [InlineData("LVEF ≥ 50% by multigated acquisition (MUGA) scan or echocardiogram", "left ventricular ejection fraction ≥ 50 %")]
    public void Inclusion_IsReadInFull(string words, string english)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    // Of the second the risk or the fact; whose the second is; how much which of them smoked.
    [InlineData("At risk of bleeding or stroke")]
    // The drug is a fact of its own, and of which infections it is said is not clear.
    [InlineData("Bacterial or viral infection that is uncontrolled or requires intravenous antibiotics")]
    [InlineData("Mothers with complicated pregnancies including pre-eclampsia")]
    [InlineData("Signs or a scan suggestive of sinusitis")]
    // What is not a transfusion is a demand.
    [InlineData("Platelets < 50,000/uL (patients with counts below must be excluded)")]
    public void Exclusion_InDoubt_IsReadInPart(string words) => Assert.Equal(Reading.Partial, One.Exclusion(words).Reading);

    [Fact]
    public void Number_WithoutItsPoint_IsAMarkWhereAnotherLineGoesOnFromIt()
    {
        var criteria = CriteriaReader.Default.Read("Exclusion Criteria:\n\n* 1 Asthma\n* 2 History of stroke\n").Criteria;

        Assert.Equal("stroke", Walk.Leaves(criteria[2].Predicate).Single().Concept.Name);
        Assert.Equal(Reading.Full, criteria[2].Reading);
    }
}

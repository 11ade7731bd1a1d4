namespace Trialist.Criteria.Tests.Islands;

/// <summary>Wordings of which a word, a number, a side or a bracket was once lost or moved to another fact.</summary>
public sealed class ReadAsWrittenTests
{
    [Theory]
    // Each value has the wider limit of its own.
    [InlineData("Bilirubin no greater than 1.5 times ULN (no greater than 2 times ULN if liver involvement) AST and ALT no greater than 3 times ULN (no greater than 4 times ULN if liver involvement)", "(total bilirubin ≤ 1.5 x ULN or (total bilirubin ≤ 2 x ULN and liver involvement)) and ((aspartate aminotransferase ≤ 3 x ULN and alanine aminotransferase ≤ 3 x ULN) or ((aspartate aminotransferase ≤ 4 x ULN and alanine aminotransferase ≤ 4 x ULN) and liver involvement))")]
    // How long at most.
    [InlineData("Chest pain for 8 days or less", "chest pain for up to 8 days")]
    [InlineData("Headache for at least 3-6 months", "headache for at least 3 months")]
    [InlineData("Headache for 3 to 6 months", "headache for 3 to 6 months")]
    // Who has a disease may have no symptoms of it.
    [InlineData("Has symptoms of asthma", "symptomatic asthma")]
    [InlineData("No symptoms of asthma, heart failure or rhinitis", "no (symptomatic asthma or symptomatic heart failure or symptomatic rhinitis)")]
    [InlineData("No symptoms of coronary artery disease", "no symptomatic coronary artery disease")]
    // Confirmed as well as suspected.
    [InlineData("No current or suspected active pneumonia", "no active pneumonia")]
    [InlineData("Normal history and physical examination", "normal history and physical examination")]
    // Stricter for some.
    [InlineData("ALT less than 2 times ULN (less than 1.5 times ULN if bilirubin greater than 2 mg/dL)", "alanine aminotransferase < 2 x ULN and (no total bilirubin > 2 mg/dL or alanine aminotransferase < 1.5 x ULN)")]
    // Values that only sound like others.
    [InlineData("Oxygenation index between 5 and 25", "oxygenation index 5 to 25")]
    [InlineData("Hemoglobin A greater than 30%", "hemoglobin A percentage > 30 %")]
    [InlineData("First-line treatment in patients with asthma", "first line treatment and asthma")]
    // How the dose is.
    [InlineData("Received a stable dose of methadone for at least 30 days", "stable methadone for at least 30 days")]
    [InlineData("On a stable dose of insulin", "stable insulin")]
    [InlineData("Asthma treated with a stable dose of montelukast", "asthma and stable montelukast")]
    [InlineData("Diabetes with or without adjunctive use of exenatide (Byetta)", "diabetes mellitus")]
    [InlineData("Rhinitis with or without asthma against grass pollen", "rhinitis against grass pollen")]
    [InlineData("A positive IgE to milk and a positive Hepatitis C antibody", "milk specific ige positive and HCV antibody positive")]
    [InlineData("Non-tobacco user", "no tobacco use")]
    public void Inclusion_IsReadAsWritten(string words, string english)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    // Who chews tobacco does not smoke.
    [InlineData("Tobacco use within 3 months", "tobacco use within 3 months")]
    [InlineData("Current smokers or users of tobacco products", "smoking or tobacco use")]
    // The class is of the disease, whichever state it is in.
    [InlineData("Acute or chronic heart failure with NYHA class III or IV", "acute heart failure NYHA class 3 to 4 or chronic heart failure NYHA class 3 to 4")]
    [InlineData("Active or uncontrolled infection requiring therapy within 14 days", "active infection requiring therapy within 14 days or uncontrolled infection requiring therapy within 14 days")]
    [InlineData("Protease inhibitors within 30 days", "protease inhibitor within 30 days")]
    [InlineData("Substance dependence other than nicotine or caffeine", "substance dependence except (nicotine use or caffeine consumption)")]
    [InlineData("Low compliance", "low compliance")]
    // A class and what is narrower are two.
    [InlineData("G-CSF or GM-CSF within 7 days", "granulocyte colony-stimulating factor within 7 days or granulocyte-macrophage colony-stimulating factor within 7 days")]
    [InlineData("Allergy to gadolinium or azoles", "allergy to gadolinium contrast agent or allergy to azole antifungal")]
    [InlineData("Erythropoietin within 4 weeks", "erythropoietin within 4 weeks")]
    [InlineData("Chronic systemic steroid therapy", "chronic systemic steroids")]
    [InlineData("Barbiturates or prescription medications", "barbiturate or prescription drug")]
    // The lower limit holds only together with the other value.
    [InlineData("ALT ≥ 5 x ULN, or ALT ≥ 3 x ULN and bilirubin ≥ 2 x ULN", "alanine aminotransferase ≥ 5 x ULN or (alanine aminotransferase ≥ 3 x ULN and total bilirubin ≥ 2 x ULN)")]
    [InlineData("FEV1 < 70%, with or without controller medications", "FEV1 percent predicted < 70 %")]
    [InlineData("Women who plan to become pregnant within 6 months", "planned pregnancy within 6 months")]
    [InlineData("High-frequency hearing loss", "high-frequency hearing loss")]
    // The pH of one fluid is not that of the blood.
    [InlineData("Vaginal pH > 4.5", "vaginal pH > 4.5")]
    [InlineData("Gastric pH < 4", "gastric pH < 4")]
    public void Exclusion_IsReadAsWritten(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Fact]
    public void DemandsByTheHundred_AreInPart() => Assert.Equal(Reading.Partial, One.Inclusion(string.Join(" and ", Enumerable.Repeat("ALT < 3 x ULN", 101))).Reading);

    [Theory]
    // What is agreed to is no fact yet, wherever it stands.
    [InlineData("Agrees to use contraception for 6 months after the study", false)]
    [InlineData("Patients must be able to give informed consent", true)]
    public void Agreement_StaysAnAction(string words, bool exclusion) => Assert.Equal(Reading.Action, (exclusion ? One.Exclusion(words) : One.Inclusion(words)).Reading);

    [Theory]
    // A limit in place of another one, with a demand beside it.
    [InlineData("Bilirubin less than 2 mg/dL (bilirubin less than 4 mg/dL and direct bilirubin less than 1 mg/dL if Gilbert's disease)")]
    // Each demand has a condition of its own.
    [InlineData("ALT less than 2 times ULN if bilirubin less than 1 mg/dL, or bilirubin less than 4 mg/dL if ALT less than ULN")]
    // Nobody weighs both.
    [InlineData("Creatinine clearance greater than 40 mL/min in patients weighing at least 45 kg and creatinine clearance at least 60 mL/min in patients weighing less than 45 kg")]
    [InlineData("Patients with brain metastases must have no bleeding and no need for steroids")]
    [InlineData("Premenopausal female subjects must not be pregnant and must use contraception")]
    [InlineData("Must not weigh more than 150 kg. These patients are unable to undergo scans.")]
    [InlineData("No plans for pregnancy within six months of the study")]
    // Two facts of a record that runs its lines together.
    [InlineData("HIV negative Hepatitis B surface antigen negative")]
    [InlineData("No prior therapy for brain lymphoma Stable steroid regimen")]
    // No word says whether each is asked for.
    [InlineData("Oral thrush for more than 1 month, unexplained fever, hairy leukoplakia, chronic fatigue")]
    // The length begins where the study ends.
    [InlineData("No radiotherapy for 12 months after the study")]
    [InlineData("Women must not be pregnant or lactating, they may be postmenopausal or using contraception")]
    [InlineData("No prior or other concurrent cancer")]
    [InlineData("Asthma, with duration for more than 1 year")]
    public void Inclusion_IsLeftInPart(string words) => Assert.Equal(Reading.Partial, One.Inclusion(words).Reading);

    [Theory]
    // The examples are of the cause.
    [InlineData("Tremor secondary to specific diseases such as hypothyroidism, stroke, or liver disease")]
    // Who does what is demanded is not shut out.
    [InlineData("Women of childbearing potential must use contraception during the study")]
    [InlineData("Pregnant women; men should use condoms")]
    // The heading is no fact of its own.
    [InlineData("Live Vaccines: A subject must not have had a live vaccine within 30 days")]
    [InlineData("Individuals who have, or whose parents have, a psychiatric disorder")]
    [InlineData("Inability to swallow pills or comply with instructions")]
    [InlineData("Absolute contraindications to radiotherapy")]
    public void Exclusion_IsLeftInPart(string words) => Assert.Equal(Reading.Partial, One.Exclusion(words).Reading);
}

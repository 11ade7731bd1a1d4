namespace Trialist.Criteria.Tests.Islands;

/// <summary>Wordings that say no more, or no less, than a plainer one.</summary>
public sealed class FurtherWordingTests
{
    [Theory]
    [InlineData("A live, attenuated vaccine within 4 weeks", "live vaccine within 4 weeks")]
    [InlineData("Seasonal or perennial nasal congestion", "seasonal nasal congestion or perennial nasal congestion")]
    [InlineData("Severe, non-healing wound", "severe non-healing wound")]
    [InlineData("Omalizumab taken within 6 months", "omalizumab within 6 months")]
    [InlineData("Patients under dialysis", "dialysis")]
    [InlineData("Kidney failure or under dialysis", "renal failure or dialysis")]
    [InlineData("Sinusitis or upper respiratory tract infection", "sinusitis or upper respiratory tract infection")]
    [InlineData("Pregnant (if female)", "pregnancy")]
    [InlineData("Systemic or topical use of corticosteroids", "systemic corticosteroid or topical corticosteroid")]
    [InlineData("Steroid use greater than 10 mg/day prednisone or equivalent", "corticosteroid > 10 mg/d")]
    [InlineData("Allergy to penicillin or any component of penicillin", "allergy to penicillin or allergy to study drug or its components of penicillin")]
    // Only the words that share the noun share what is said of it.
    [InlineData("Basal cell carcinoma or carcinoma in situ of the cervix", "basal cell carcinoma or cervical carcinoma in situ")]
    [InlineData("Uncontrolled illness including infection, heart failure, or psychiatric illness/social situations that would limit compliance", "uncontrolled disease or uncontrolled infection or uncontrolled heart failure or (uncontrolled psychiatric illness/social situations and something that only a person can judge)")]
    [InlineData("Gene therapy before.", "history of gene therapy")]
    // What closes a list is said of each where the list is of one kind, and "other" or what is done with them tells so.
    [InlineData("Pleural effusion, pericardial effusion, or ascites requiring drainage", "pleural effusion requiring drainage or pericardial effusion requiring drainage or ascites requiring drainage")]
    [InlineData("Aortic stenosis or other heart disease requiring surgery", "aortic stenosis requiring surgery or other heart disease requiring surgery")]
    [InlineData("Prior chemotherapy or radiotherapy for breast cancer", "history of chemotherapy for breast cancer or history of radiotherapy for breast cancer")]
    [InlineData("Intubation/mechanical ventilation for asthma", "intubation for asthma or mechanical ventilation for asthma")]
    // A disease that was diagnosed has no time; what is taken for it has.
    [InlineData("Has a diagnosis of immunodeficiency or is receiving corticosteroids within 7 days", "immunodeficiency or corticosteroid within 7 days")]
    [InlineData("Major surgery or trauma within 4 weeks", "major surgery within 4 weeks or injury within 4 weeks")]
    [InlineData("Epstein-Barr virus (EBV) infection", "Epstein-Barr virus infection")]
    [InlineData("Pregnancy: women who are pregnant or nursing", "pregnancy or lactation")]
    public void Exclusion_IsReadInFull(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("B7-H3+ sarcoma", "B7-H3 positive and sarcoma")]
    [InlineData("Endometrial cancer that is microsatellite stable", "endometrial cancer and microsatellite stable")]
    [InlineData("ALT ≤ 3 x ULN (Grade 1)", "alanine aminotransferase ≤ 3 x ULN")]
    [InlineData("Treated with omalizumab, either as monotherapy or in combination with antihistamines", "omalizumab")]
    [InlineData("Age 18 to 60 years, no gender restrictions", "age 18 to 60 years and male or female")]
    [InlineData("Positive skin prick test to milk or egg", "skin prick test positive to milk or skin prick test positive to egg")]
    [InlineData("Immunotherapy with birch pollen", "birch pollen allergen immunotherapy")]
    [InlineData("At least a 2-year history of asthma", "asthma for at least 2 years")]
    [InlineData("ECOG 0 or 1. Evaluation of ECOG is to be performed within 7 days before the first dose", "ECOG performance status 0 to 1 within 7 days before first dose")]
    // Who never had it may take part: it is denied for the time after.
    [InlineData("At least 4 weeks since prior chemotherapy", "no chemotherapy within less than 4 weeks")]
    [InlineData("More than 14 days since the last dose of warfarin or heparin", "no (warfarin within 14 days or heparin within 14 days)")]
    public void Inclusion_IsReadInFull(string words, string english)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("At least 4 weeks since the last asthma attack that needed a visit")]
    [InlineData("At least 2 weeks since prior surgery and no concurrent radiotherapy")]
    public void Inclusion_OfElapsedTimeWithMoreToSay_IsNotFull(string words) => Assert.NotEqual(Reading.Full, One.Inclusion(words).Reading);

    [Theory]
    [InlineData("Rituximab or any monoclonal antibody for lymphoma")]
    [InlineData("Aspirin or heparin for the prevention of stroke")]
    [InlineData("Heart failure or arrhythmia requiring medication")]
    public void Exclusion_WhoseEndMayBeOfTheLastAlone_IsNotFull(string words) => Assert.NotEqual(Reading.Full, One.Exclusion(words).Reading);
}

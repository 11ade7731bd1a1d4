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
    [InlineData("At least 4 weeks since prior chemotherapy and recovered")]
    [InlineData("At least 4 weeks since the last asthma attack that needed a visit")]
    [InlineData("At least 2 weeks since prior surgery and no concurrent radiotherapy")]
    public void Inclusion_OfElapsedTimeWithMoreToSay_IsNotFull(string words) => Assert.NotEqual(Reading.Full, One.Inclusion(words).Reading);
}

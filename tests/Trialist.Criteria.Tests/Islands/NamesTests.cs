namespace Trialist.Criteria.Tests.Islands;

/// <summary>The names that leaves go by: standard names, else the words of the text, singular and without articles.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("Participated in other clinical studies within 1 month", "other clinical study")]
    [InlineData("Prior treatment with an anti-PD-L1 agent", "anti-pd-l1")]
    [InlineData("Use of anti-hypertensive therapy", "antihypertensive")]
    [InlineData("Biologic therapy", "biologic therapy")]
    [InlineData("Pregnancy or nursing", "pregnancy|breastfeeding")]
    [InlineData("Positive serum pregnancy test", "positive serum pregnancy test")]
    [InlineData("Brain metastases", "brain metastases")]
    [InlineData("Known allergic reactions to components of turmeric", "turmeric component")]
    [InlineData("Mutation in the FIP1L1-PDGFR gene", "fip1l1-pdgfr mutation")]
    [InlineData("Asthma requiring omalizumab", "asthma|omalizumab")]
    [InlineData("Active asthma necessitating treatment", "active asthma necessitating treatment")]
    [InlineData("Squamous NSCLC", "squamous non-small cell lung cancer")]
    [InlineData("IV antibiotics", "intravenous antibiotic")]
    [InlineData("Betablockers", "beta-blocker")]
    [InlineData("Positive specific IgE to birch", "birch specific ige")]
    [InlineData("Pathologically confirmed advanced solid tumors", "advanced solid tumor")]
    [InlineData("Any clinical condition that contraindicates the treatment: cancer, chronic infections, lack of compliance", "cancer|chronic infection|compliance")]
    [InlineData("Pregnant or sexually active women with childbearing potential", "pregnancy|sexually active|female|childbearing potential")]
    [InlineData("Gene-modified cell therapies", "gene-modified cell therapy")]
    [InlineData("HIV positive or diabetic", "hiv infection|diabetes mellitus")]
    [InlineData("Beta-blocker medication or an anti-CTLA-4 antibody", "beta-blocker|anti-ctla-4")]
    [InlineData("Systemic steroids or anti-cancer treatment", "systemic corticosteroid|anticancer treatment")]
    [InlineData("Known hypersensitivity to the study medication or any of its excipients", "study drug|study drug excipient")]
    [InlineData("Allergy to pembrolizumab or any of its components", "pembrolizumab|pembrolizumab component")]
    [InlineData("Prior anti-TIGIT therapy", "anti-tigit")]
    [InlineData("Anti-allergy treatment", "anti-allergy treatment")]
    [InlineData("Severe facial angioedema", "severe facial angioedema")]
    [InlineData("Syphilis positive; HCV RNA positive", "syphilis|hcv rna")]
    [InlineData("Family history of breast cancer", "family history of breast cancer")]
    [InlineData("Have not recovered from toxic effects of chemotherapy", "unrecovered toxic effect of chemotherapy")]
    [InlineData("Other clinically significant uncontrolled heart disease", "other clinically significant uncontrolled heart disease")]
    [InlineData("A relevant history of asthma", "asthma")]
    [InlineData("Previous immunotherapy with birch pollen", "birch pollen allergen immunotherapy")]
    [InlineData("Have not recovered from acute toxic effects of prior treatment", "unrecovered acute toxic effects of prior treatment")]
    [InlineData("Contraindication to skin prick testing", "contraindication to skin prick testing")]
    [InlineData("Emergency treatment", "emergency treatment")]
    [InlineData("Exposure to interleukin 36 receptor (IL-36R) inhibitors", "interleukin-36 receptor inhibitor")]
    [InlineData("Transplanted organ", "organ transplantation")]
    [InlineData("Deviation of the nasal septum", "nasal septum deviation")]
    [InlineData("Angiotensin receptor II antagonists", "angiotensin ii receptor antagonist")]
    [InlineData("Diseases of the lung, heart or kidneys", "disease of lung|disease of heart|disease of kidneys")]
    [InlineData("Infection of the lung", "lung infection")]
    [InlineData("Chronic use of corticosteroids or other immunosuppressants", "chronic corticosteroid|other chronic immunosuppressant")]
    [InlineData("HCV RNA positive", "hcv rna")]
    [InlineData("Anemia due to vitamin A deficiency", "anemia due to vitamin a deficiency")]
    [InlineData("Allergy to the systemically administered study drug", "study drug")]
    [InlineData("Impairment of school or work", "impairment of school|impairment of work")]
    [InlineData("Clinically significant or severe hypoglycemia", "clinically significant hypoglycemia|severe hypoglycemia")]
    [InlineData("Cat-sensitized patients", "cat")]
    [InlineData("Herpes or Graves", "herpes|graves")]
    [InlineData("Allergen-specific immunotherapy or sublingual immunotherapy", "allergen immunotherapy|sublingual immunotherapy")]
    [InlineData("Strong inhibitors of CYP3A4", "strong cyp3a4 inhibitor")]
    [InlineData("Positive skin prick test to house dust mite", "skin prick test to house dust mite")]
    [InlineData("Small cell and neuroendocrine histology components", "small cell histology component|neuroendocrine histology component")]
    [InlineData("Treatment with more than 2 antidiabetic drugs (metformin, glinides)", "antidiabetic drugs|metformin|glinide")]
    [InlineData("Unstable systemic disease as judged by the investigator: including severe liver or kidney disease", "unstable systemic disease|severe liver disease|severe kidney disease")]
    [InlineData("Known HIV, hepatitis B or C", "hiv infection|hepatitis b|hepatitis c")]
    public void Exclusion_IsListedByTheseNames(string words, string names) =>
        Assert.Equal(names, NamesOf(One.Exclusion(words)));

    [Theory]
    [InlineData("Willingness to comply with the study protocol and written informed consent", "written informed consent|compliance with study protocol")]
    [InlineData("Subject accepting to comply fully with the protocol", "compliance with protocol")]
    [InlineData("Willing to adhere to the regimen", "willing to adhere to regimen")]
    [InlineData("Willingness to perform the timed steroid challenge", "willing to perform timed steroid challenge")]
    [InlineData("Agree to use highly effective methods of contraception during the study", "highly effective contraception")]
    [InlineData("Use of a medically effective contraceptive method", "medically effective contraceptive method")]
    public void Inclusion_IsListedByTheseNames(string words, string names) =>
        Assert.Equal(names, NamesOf(One.Inclusion(words)));

    [Fact]
    public void ExceptionAfterAlternatives_LiftsEachOfThem() =>
        Assert.Equal(
            "active infection except onychomycosis or uncontrolled infection except onychomycosis",
            One.English(One.Exclusion("Active or uncontrolled infection, except onychomycosis")));

    private static string NamesOf(Criterion criterion) => string.Join('|', Leaves.Of(criterion.Predicate!).Select(LeafName.Of));
}

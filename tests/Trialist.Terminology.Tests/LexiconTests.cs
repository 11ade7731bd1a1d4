using CsCheck;

namespace Trialist.Terminology;

public sealed class LexiconTests
{
    private static readonly Lexicon Words = Lexicon.Default;

    [Theory]
    [InlineData("Keytruda", EntryKind.Drug, "pembrolizumab")]
    [InlineData("heart attack", EntryKind.Condition, "myocardial infarction")]
    [InlineData("leukaemia", EntryKind.Condition, "leukemia")]
    [InlineData("AML", EntryKind.Condition, "acute myeloid leukemia")]
    [InlineData("ALL", EntryKind.Condition, "acute lymphoblastic leukemia")]
    [InlineData("blood cancer", EntryKind.Condition, "hematologic malignancy")]
    [InlineData("tumours", EntryKind.Condition, "cancer")]
    [InlineData("type II diabetes", EntryKind.Condition, "type 2 diabetes")]
    [InlineData("Crohn’s disease", EntryKind.Condition, "crohn disease")]
    [InlineData("non small-cell lung cancer", EntryKind.Condition, "non-small cell lung cancer")]
    [InlineData("anti-coagulants", EntryKind.Drug, "anticoagulant")]
    [InlineData("beta blockers", EntryKind.Drug, "beta-blocker")]
    [InlineData("β-blocker", EntryKind.Drug, "beta-blocker")]
    [InlineData("SGPT (ALT)", EntryKind.Analyte, "alt")]
    [InlineData("25(OH)D", EntryKind.Analyte, "vitamin.d")]
    [InlineData("CHA₂DS₂-VASc", EntryKind.Score, "cha2ds2.vasc")]
    [InlineData("primordial cells", EntryKind.Analyte, "blasts.marrow")]
    [InlineData("metastases", EntryKind.Condition, "metastasis")]
    public void Find_KnowsEverySpelling(string words, EntryKind kind, string name) =>
        Assert.Contains(Words.Find(words), entry => entry.Kind == kind && entry.Name == name);

    [Theory]
    [InlineData("all patients", "acute lymphoblastic leukemia")]
    [InlineData("ALL of the following", "acute lymphoblastic leukemia")]
    [InlineData("PATIENTS WITH ALL OF THESE", "acute lymphoblastic leukemia")]
    [InlineData("as a result of pe lessons", "pulmonary embolism")]
    [InlineData("hearing aids", "hiv infection")]
    [InlineData("uses walking aids", "acquired immunodeficiency syndrome")]
    [InlineData("in left lateral decubitus position", "pressure ulcer")]
    [InlineData("two cycles of CVAD", "central venous catheter")]
    public void MatchesIn_DoesNotTakePlainWordsForAbbreviations(string text, string name) =>
        Assert.DoesNotContain(Words.MatchesIn(text), match => match.Entries.Any(entry => entry.Name == name));

    [Fact]
    public void TryMatch_TakesTheLongestTerm_AndEndsAtAWord()
    {
        const string Text = "History of acute myeloid leukemia, untreated";

        Assert.True(Words.TryMatch(Text, 11, out var match));
        Assert.Equal("acute myeloid leukemia", match.Span.Of(Text));
        Assert.False(Words.TryMatch("xAML", 1, out _));
        Assert.False(Words.TryMatch("AMLx", 0, out _));
    }

    [Theory]
    [InlineData("cancer", "non-small cell lung cancer", true)]
    [InlineData("lung cancer", "non-small cell lung cancer", true)]
    [InlineData("non-small cell lung cancer", "lung cancer", false)]
    [InlineData("heart block", "first-degree av block", true)]
    [InlineData("second-degree av block", "first-degree av block", false)]
    [InlineData("pd-1/pd-l1 inhibitor", "pembrolizumab", true)]
    [InlineData("corticosteroid", "prednisone", true)]
    [InlineData("leukemia", "multiple myeloma", false)]

    // A spelling that says more than its entry is an entry of its own; whoever has the wider need not have the narrower.
    [InlineData("chronic obstructive pulmonary disease", "emphysema", true)]
    [InlineData("emphysema", "chronic obstructive pulmonary disease", false)]
    [InlineData("dyspnea", "dyspnea at rest", true)]
    [InlineData("dyspnea at rest", "dyspnea", false)]
    [InlineData("tubal ligation", "salpingectomy", false)]
    [InlineData("keloid", "scar", false)]
    [InlineData("colectomy", "bowel surgery", false)]

    // A sign does not make the disease, a neighbour is no kind, an antagonist is not what it opposes, a tracer treats nothing.
    [InlineData("myopia", "hyperopia", false)]
    [InlineData("eye disease", "hyperopia", true)]
    [InlineData("eye disease", "visual field defect", false)]
    [InlineData("neurological disease", "numbness", false)]
    [InlineData("skin ulcer", "charcot arthropathy", false)]
    [InlineData("keratoconus", "pellucid marginal degeneration", false)]
    [InlineData("edentulism", "partially edentulous", false)]
    [InlineData("genetic disease", "chromosomal anomaly", false)]
    [InlineData("anticancer therapy", "florbetapir", false)]
    [InlineData("anticancer therapy", "radium-223", true)]
    [InlineData("opioid substitution", "naloxone", false)]
    [InlineData("cyp2d6 inhibitor", "cytochrome p450 inhibitors", false)]
    [InlineData("cytochrome p450 inhibitors", "cyp3a4 inhibitor", true)]
    [InlineData("muscle relaxant", "sugammadex", false)]
    [InlineData("oral contraceptive", "contraceptive ring", false)]
    [InlineData("hormonal contraceptive", "contraceptive ring", true)]
    [InlineData("androgen deprivation therapy", "elagolix", false)]
    [InlineData("androgen deprivation therapy", "leuprolide", true)]
    [InlineData("anti-lag-3", "eftilagimod", false)]
    [InlineData("follitropin", "lutropin alfa", false)]
    [InlineData("glycopeptide", "linezolid", false)]
    [InlineData("p2y12 inhibitor", "clopidogrel", true)]
    [InlineData("p2y12 inhibitor", "aspirin", false)]
    [InlineData("immunotherapy", "bcg vaccine", false)]
    [InlineData("measles", "rubella", false)]
    [InlineData("pertussis", "tetanus", false)]
    [InlineData("menopause", "premenopausal", false)]
    [InlineData("nulliparous", "multiparous", false)]
    [InlineData("hospitalization", "outpatient", false)]
    [InlineData("osteoporosis", "osteopenia", false)]
    [InlineData("falls", "risk of falling", false)]
    [InlineData("arrhythmia", "family history of long qt syndrome", false)]
    [InlineData("hemolytic anemia", "sickle cell trait", false)]
    [InlineData("alopecia areata", "androgenetic alopecia", false)]
    [InlineData("primary cns lymphoma", "secondary cns lymphoma", false)]
    [InlineData("stimulant", "guanfacine", false)]
    public void Subsumes_FollowsTheLinks(string broader, string narrower, bool expected) =>
        Assert.Equal(expected, Words.Subsumes(new Concept(broader), new Concept(narrower)));

    // The codes of an entry are all that it may be coded as: it lies below another only where each of them does.
    [Theory]
    [InlineData("inflammatory bowel disease", "diarrhea", false)]
    [InlineData("diabetes mellitus", "hypoglycemia", false)]
    [InlineData("hyperphosphatemia", "hypophosphatemia", false)]
    [InlineData("hemorrhagic stroke", "subdural hematoma", false)]
    [InlineData("malaria", "cerebral malaria", true)]
    [InlineData("lactose intolerance", "fructose intolerance", false)]
    [InlineData("diabetes mellitus", "type 2 diabetes", true)]
    [InlineData("infection", "tuberculosis", true)]
    public void Subsumes_OfTwoEntries_FollowsAllTheirCodes(string broader, string narrower, bool expected) =>
        Assert.Equal(expected, Words.Subsumes(Words.ByName(EntryKind.Condition, broader)!.Concept, Words.ByName(EntryKind.Condition, narrower)!.Concept));

    // Words that are like a class, or a member of it, are not its name.
    [Theory]
    [InlineData("sentinel lymph node biopsy", "lymph node dissection")]
    [InlineData("neuromuscular blocking drugs", "muscle relaxant")]
    [InlineData("third molar", "impacted third molar")]
    [InlineData("oral hairy leukoplakia", "hairy tongue")]
    [InlineData("lichenification", "oozing")]
    [InlineData("adolescence", "pubertal")]
    [InlineData("UGT inducer", "ugt inhibitor")]
    [InlineData("prostaglandins", "laminaria")]
    [InlineData("aminosalicylate sodium", "aminosalicylate")]
    [InlineData("islet cell transplantation", "pancreas transplantation")]
    [InlineData("daily UAS", "uas7")]
    [InlineData("vasopressor", "inotrope")]
    public void Find_KeepsApart_WhatIsNotTheSame(string words, string name) =>
        Assert.DoesNotContain(Words.Find(words), entry => entry.Name == name);

    [Theory]
    [InlineData("eribulin mesylate", "eribulin")]
    [InlineData("fulvestrant injection", "fulvestrant")]
    [InlineData("anti-IL-5 therapy", "anti-il-5")]
    public void Find_TakesASaltOrFormForItsDrug(string words, string name) =>
        Assert.Contains(Words.Find(words), entry => entry.Name == name);

    [Theory]
    [InlineData("type 2 diabetes", "E11.9", true)]
    [InlineData("diabetes mellitus", "E11.9", true)]
    [InlineData("type 1 diabetes", "E11.9", false)]
    [InlineData("breast cancer", "C50.911", true)]
    [InlineData("cancer", "C50.911", true)]
    [InlineData("cancer", "D25.9", false)]
    public void Subsumes_ReadsTheShapeOfDiagnosisCodes(string broader, string code, bool expected) =>
        Assert.Equal(expected, Words.Subsumes(Words.ByName(EntryKind.Condition, broader)!.Concept, new Concept("as coded", [new Code(CodeSystem.Icd10Cm, code)])));

    [Fact]
    public void Expand_GivesSynonymsThenNarrowerKinds()
    {
        var words = Words.Expand("blood cancer");

        Assert.Contains("leukemia", words);
        Assert.Contains("AML", words);
        Assert.DoesNotContain("blood cancer", words);
    }

    [Theory]
    [InlineData("creatinine", "2", "mg/dL", "umol/L", "176.8")]
    [InlineData("creatinine", "176.8", "umol/L", "mg/dL", "2")]
    [InlineData("bilirubin.total", "34.2", "umol/L", "mg/dL", "2")]
    [InlineData("glucose", "7", "mmol/L", "mg/dL", "126")]
    [InlineData("hba1c", "53", "mmol/mol", "%", "7.00044")]
    [InlineData("hemoglobin", "90", "g/L", "g/dL", "9")]
    [InlineData("calcium", "1", "meq/L", "mmol/L", "0.5")]
    [InlineData("testosterone", "50", "ng/dL", "ng/mL", "0.5")]
    [InlineData("platelets", "100000", "/mm3", "10*9/L", "100")]
    [InlineData("alt", "40", "[IU]/L", "U/L", "40")]
    public void Convert_UsesTheAnalytesFactor(string analyte, string value, string from, string to, string expected)
    {
        var converted = Units.Convert(new Quantity(decimal.Parse(value), from), to, Words.ByName(EntryKind.Analyte, analyte)!.Analyte);

        Assert.Equal(decimal.Parse(expected), converted!.Value.Quantity.Value);
    }

    [Fact]
    public void AnyText_IsMatchedWithoutAThrow_AndEveryMatchMovesOn() =>
        Gen.String.Sample(text =>
        {
            foreach (var match in Words.MatchesIn(text))
            {
                Assert.True(match.End > match.Start && match.End <= text.Length);
            }

            for (var i = 0; i < text.Length; i++)
            {
                if (Units.TryMatch(text, i, out var unit))
                {
                    Assert.True(unit.End > i && unit.End <= text.Length);
                }
            }
        }, iter: 2000);

    // The reference asks one range after the other.
    [Fact]
    public void RangesOverACode_AreThoseThatSubsumeIt()
    {
        var lexicon = Lexicon.Default;
        var codes = lexicon.Entries.SelectMany(entry => entry.Concept.Codes).Where(code => code.System == CodeSystem.Icd10Cm).Distinct().Where((_, index) => index % 7 == 0)
            .Concat([new Code(CodeSystem.Icd10Cm, "C50.411"), new Code(CodeSystem.Icd10Cm, "C34-C39"), new Code(CodeSystem.Icd10Cm, "I21.4"), new Code(CodeSystem.Icd10Cm, "Z99.89")]);

        foreach (var code in codes)
        {
            var expected = lexicon.Ranges.Where(range => lexicon.Subsumes(new Concept("", [range]), new Concept("-", [code])));

            Assert.Equal(expected.Order(Comparer<Code>.Create((left, right) => string.CompareOrdinal(left.Value, right.Value))),
                lexicon.RangesOver(code).Order(Comparer<Code>.Create((left, right) => string.CompareOrdinal(left.Value, right.Value))));
        }
    }
}

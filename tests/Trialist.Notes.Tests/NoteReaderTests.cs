using CsCheck;

namespace Trialist.Notes.Tests;

public sealed class NoteReaderTests
{
    [Theory]
    [InlineData("She received two prior lines of chemotherapy.", "2")]
    [InlineData("She has had 3 lines of systemic therapy.", "3")]
    [InlineData("He progressed after second-line treatment with docetaxel.", "at least 2")]
    [InlineData("First-line FOLFOX, second line FOLFIRI.", "at least 2")]
    [InlineData("Third-line therapy failed after two prior lines of therapy.", "2")]
    [InlineData("He is a candidate for second-line therapy.", "")]
    [InlineData("A central line was placed; two lines were seen.", "")]
    [InlineData("He is able to dress himself.", "")]
    public void LinesOfTreatment_AreCounted(string note, string expected)
    {
        var facts = NoteReader.Default.Read(note).Facts.Where(fact => fact.Fact.Type is LeafType.Lines or LeafType.Allergy or LeafType.Condition).ToList();

        Assert.Equal(expected, string.Join(' ', facts.Select(fact => fact.Fact switch { { Value: { } value } => $"{value.Value}", { ValueWithin.Min: { } least } => $"at least {least.Value}", var other => other.Concept.Name })));
    }

    [Theory]
    [InlineData("She has had 2 relapses.", "2")]
    [InlineData("Leukemia with two documented relapses.", "2")]
    [InlineData("He relapsed twice.", "2")]
    [InlineData("AML, relapsed two times.", "2")]
    [InlineData("AML, relapsed x2.", "2")]
    [InlineData("Number of relapses: 2", "2")]
    [InlineData("Two relapses in the last 2 years.", "")]
    [InlineData("She is in second relapse.", "at least 2")]
    [InlineData("No second relapse.", "")]
    public void Relapses_AreCounted(string note, string expected)
    {
        var facts = NoteReader.Default.Read(note).Facts.Where(fact => fact.Fact.Type is LeafType.Count).ToList();

        Assert.Equal(expected, string.Join(' ', facts.Select(fact => fact.Fact is { Value: { } value } ? $"{value.Value}" : $"at least {fact.Fact.ValueWithin!.Min!.Value.Value}")));
    }

    [Theory]
    [InlineData("Marrow blasts 20 % by morphology, 18 % by flow cytometry.", "20 morphology, 18 flow cytometry")]
    [InlineData("Bone marrow blasts (flow cytometry): 18 %", "18 flow cytometry")]
    [InlineData("Bone marrow showed 20 % blasts. The count was done by morphology.", "20 morphology")]
    [InlineData("Marrow 62 % blasts. Karyotype normal. The percentage was determined by morphology.", "62 morphology")]
    [InlineData("20% blasts (morphology), 18% (flow cytometry)", "20 morphology, 18 flow cytometry")]
    [InlineData("The count was done by morphology; flow cytometry showed 18 % blasts.", "18 flow cytometry")]
    [InlineData("Marrow blasts 20 %. Flow cytometry was not done.", "20 ")]
    [InlineData("Marrow blasts 20 %, hemoglobin 10.1 g/dL. MRI was normal by report.", "20 ")]
    public void Blasts_HaveTheMethodThatIsSaidOfThem(string note, string expected) =>
        Assert.Equal(expected, string.Join(", ", NoteReader.Default.Read(note).Person.Facts.Where(fact => fact.Concept.Name == "blasts.marrow")
            .Select(fact => $"{fact.Value!.Value.Value} {string.Join(' ', fact.Qualifiers.Where(one => one.Value is "morphology" or "flow cytometry").Select(one => one.Value))}")));

    [Theory]
    [InlineData("Multiple myeloma. No other malignancy.", "multiple myeloma Present, other malignancy Absent")]
    [InlineData("Multiple myeloma. No other cancers.", "multiple myeloma Present, other cancer Absent")]
    [InlineData("No malignancy.", "cancer Absent")]
    public void DenialOfOthers_SaysNothingOfTheOneThatIsThere(string note, string expected) =>
        Assert.Equal(expected, string.Join(", ", NoteReader.Default.Read(note).Person.Facts.Select(fact => $"{fact.Concept.Name} {fact.Presence}")));

    [Fact]
    public void Blasts_OfBothPlaces_AreKeptApart() =>
        Assert.Equal(["blasts.marrow 42", "blasts.blood 12"], NoteReader.Default.Read("BM blasts 42%, PB blasts 12%.").Person.Facts.Where(fact => fact.Concept.Name.StartsWith("blasts", StringComparison.Ordinal)).Select(fact => $"{fact.Concept.Name} {fact.Value?.Value}"));

    [Fact]
    public void Blasts_InTheBlood_AreNotThoseOfTheMarrow() =>
        Assert.Equal("blasts.blood", Assert.Single(NoteReader.Default.Read("Peripheral blood smear with 20 % blasts.").Person.Facts, fact => fact.Value is not null).Concept.Name);

    [Theory]
    [InlineData("AML diagnosed in 2025. She is now in second relapse.", "relapsed")]
    [InlineData("AML. The leukemia is relapsed and refractory to salvage.", "relapsed refractory")]
    [InlineData("AML in remission. No relapse so far.", "")]
    [InlineData("AML. High risk of relapse.", "")]
    [InlineData("AML and breast cancer. The disease has relapsed.", "")]
    [InlineData("AML. Refractory hypertension.", "")]
    [InlineData("AML. His depression has relapsed.", "")]
    [InlineData("Depression, relapsed twice.", "")]
    public void CourseOfTheDisease_BelongsToTheOneMalignantDisease(string note, string expected) =>
        Assert.Equal(expected, string.Join(' ', NoteReader.Default.Read(note).Person.Facts.Where(fact => fact.Concept.Name == "acute myeloid leukemia")
            .SelectMany(fact => fact.Qualifiers).Where(one => one.Value is "relapsed" or "refractory").Select(one => one.Value).Distinct()));

    [Theory]
    [InlineData("Creatinine 0.9 mg/dL on 16 November 2026.", "2026-11-16")]
    [InlineData("Creatinine 0.9 mg/dL (11/16/2026).", "2026-11-16")]
    [InlineData("2026-10-20: creatinine 0.9 mg/dL", "2026-10-20")]
    [InlineData("Labs of Nov 2, 2026: sodium 140, potassium 4.1, chloride 101, creatinine 0.9 mg/dL", "2026-11-02")]
    [InlineData("Creatinine 0.9 mg/dL in 03/2024.", "2024-03")]
    [InlineData("Creatinine 0.9 mg/dL (05/06/2025).", "2025")]
    [InlineData("Seen on 05/16/2025. Creatinine 0.9 mg/dL (05/06/2025).", "2025-05-06")]
    [InlineData("Date of visit: 2026-11-20\nCreatinine 0.9 mg/dL", "2026-11-20")]
    [InlineData("DOB: 1984-06-02. Creatinine 0.9 mg/dL", "2026-11-23")]
    [InlineData("Syphilis treated in 2021. eGFR was stable, creatinine 0.9 mg/dL", "2026-11-23")]
    [InlineData("Labs 13.10.2026: sodium 140, creatinine 0.9 mg/dL", "2026-10-13")]
    [InlineData("Nephritis (biopsy 2025-03-01), creatinine 0.9 mg/dL", "2026-11-23")]
    [InlineData("Creatinine 0.9 mg/dL, on prednisone (since August 2026)", "2026-11-23")]
    [InlineData("Creatinine 0.9 mg/dL on 5.6.2025.", "2025-06-05")]
    [InlineData("Creatinine 0.9 mg/dL (03.2025).", "2025-03")]
    [InlineData("ONCOLOGY CLINIC NOTE 2026-11-02\nSex: F\nCreatinine 0.9 mg/dL", "2026-11-02")]
    [InlineData("Discharge letter, 14.10.2026\nCreatinine 0.9 mg/dL", "2026-10-14")]
    [InlineData("Asthma clinic since 2 March 2019, seen for a cough today.\nCreatinine 0.9 mg/dL", "2026-11-23")]
    public void Value_HasTheDateThatIsSaidOfIt(string note, string expected) =>
        Assert.Equal(PartialDate.Parse(expected), NoteReader.Default.Read(note.Replace("\\n", "\n", StringComparison.Ordinal), new DateOnly(2026, 11, 23)).Person.Facts.Single(fact => fact.Concept.Name == "creatinine").Date);

    [Theory]
    [InlineData("Methotrexate 15 mg weekly since 2010, discontinued in March 2024.", "Past 2010..2024-03")]
    [InlineData("Methotrexate 40 mg s.c. q2w from 06/2018 to 12/2020 (loss of response).", "Past 2018-06..2020-12")]
    [InlineData("Methotrexate + sulfasalazine 03/2023 - 09/2024, no response", "Past 2023-03..2024-09")]
    [InlineData("Treatment history:\nmethotrexate 06/2025 - present", "Active 2025-06..")]
    [InlineData("Methotrexate 2009-2012.", "Past 2009..2012")]
    [InlineData("Methotrexate since 01.02.2022.", "Unstated 2022-02-01..")]
    [InlineData("Methotrexate 5 mg daily, last dose 2 weeks ago.", "Past ..2026-11-09")]
    [InlineData("Methotrexate last given 3 weeks ago.", "Past ..2026-11-02")]
    [InlineData("Methotrexate stopped 3 months ago.", "Past ..2026-08")]
    [InlineData("Methotrexate tapered off by 1 November 2026.", "Past ..2026-11-01")]
    [InlineData("Methotrexate 5 mg daily, stopped because of rash.", "Past ..")]
    [InlineData("Methotrexate 5 mg daily, to be stopped on 1 December 2026.", "Active ..")]
    [InlineData("Takes methotrexate, stopped warfarin in May 2026.", "Active ..")]
    [InlineData("Was on methotrexate, folate 5 mg from 06/2018 to 12/2020.", "Past ..")]
    [InlineData("She was on methotrexate and tacrolimus until 2019.", "Past ..2019")]
    [InlineData("Dialysis since 2020 for arthritis on methotrexate.", "Active ..")]
    public void Treatment_HasItsFirstAndLastDay(string note, string expected)
    {
        var fact = NoteReader.Default.Read(note, new DateOnly(2026, 11, 23)).Person.Facts.First(one => one.Concept.Name == "methotrexate");
        Assert.Equal(expected, $"{fact.Status} {fact.Start}..{fact.End}");
    }

    [Theory]
    [InlineData("Autologous transplant on 15.10.2021, lenalidomide since 01.02.2022.", "autologous stem cell transplant", "2021-10-15")]
    [InlineData("LVEF 28 % (echo on 16 September 2026), NSTEMI 2018 with stent.", "non-st elevation myocardial infarction", "2018")]
    [InlineData("Crohn disease (ileitis on 16 September 2026), NSTEMI.", "non-st elevation myocardial infarction", "")]
    [InlineData("On hemodialysis since 2020 for lupus nephritis.", "lupus nephritis", "")]
    [InlineData("Sober since 1 March 2026, cirrhosis.", "cirrhosis", "")]
    [InlineData("On 5 March 2021, cirrhosis was diagnosed.", "cirrhosis", "2021-03-05")]
    [InlineData("No graft versus host disease, off tacrolimus since July 2026.", "graft", "")]
    public void Event_HasTheDateThatIsSaidOfIt(string note, string name, string expected) =>
        Assert.Equal(expected, NoteReader.Default.Read(note, new DateOnly(2026, 11, 23)).Person.Facts.First(fact => fact.Concept.Name.StartsWith(name, StringComparison.Ordinal)).Start?.ToString() ?? "");

    [Theory]
    [InlineData("Stage IV lung cancer.", "Stage iv")]
    [InlineData("KRAS G12D mutated, MSS.", "")]
    [InlineData("Class IV lupus nephritis.", "")]
    public void Qualifiers_AreThoseOfTheTerm(string note, string expected) =>
        Assert.Equal(expected, string.Join(", ", NoteReader.Default.Read(note).Person.Facts[^1].Qualifiers.Select(one => $"{one.Kind} {one.Value}")));

    [Theory]
    [InlineData("Patient: H. M., geb. 03.02.1958", "1958-02-03")]
    [InlineData("DOB: 5/9/71", "1971")]
    [InlineData("Her son was born on 3 February 2008.", "")]
    public void BirthDate_IsRead(string note, string expected) => Assert.Equal(expected, NoteReader.Default.Read(note, new DateOnly(2026, 11, 23)).Person.BirthDate?.ToString() ?? "");

    [Theory]
    [InlineData("ALT 30 U/L (ref 0-40)", "0..40")]
    [InlineData("ALT 30 U/L (normal 0 to 40 U/L)", "0..40")]
    [InlineData("ALT 30 U/L (ULN 40)", "..40")]
    [InlineData("ALT 30 U/L (40 last week)", "")]
    public void Range_OfTheLaboratory_IsKept(string note, string expected) =>
        Assert.Equal(expected, NoteReader.Default.Read(note).Person.Facts.Single(fact => fact.Concept.Name == "alt").ReferenceRange is { } range ? $"{range.Min?.Value}..{range.Max?.Value}" : "");

    [Theory]
    [InlineData("HBsAg negative.", "hepatitis b Absent")]
    [InlineData("HBsAg positive.", "hepatitis b Present")]
    [InlineData("QTcF 420 ms.", "prolonged qt interval Absent")]
    [InlineData("QTcF 470 ms.", "")]
    [InlineData("QTcF 520 ms.", "prolonged qt interval Present")]
    [InlineData("No seizures.", "epilepsy Absent")]
    [InlineData("No recent seizures.", "")]
    public void Result_SaysWhatItMeansForADisease(string note, string expected) =>
        Assert.Equal(expected, string.Join(", ", NoteReader.Default.Read(note).Person.Facts.Where(fact => fact.Type == LeafType.Condition && fact.Concept.Name != "seizure").Select(fact => $"{fact.Concept.Name} {fact.Presence}")));

    [Theory]
    [InlineData("Pregnancy test negative.", "negative pregnancy test Present, pregnancy Absent")]
    [InlineData("UPT negative.", "negative pregnancy test Present, pregnancy Absent")]
    [InlineData("She is not pregnant.", "pregnancy Absent")]
    [InlineData("She is pregnant.", "negative pregnancy test Absent, pregnancy Present")]
    [InlineData("A prior pregnancy ended early.", "pregnancy Present")]
    public void NegativePregnancyTest_IsMoreThanNoPregnancy(string note, string expected) =>
        Assert.Equal(expected, string.Join(", ", NoteReader.Default.Read(note).Person.Facts.Where(fact => fact.Type == LeafType.Pregnancy).Select(fact => $"{fact.Concept.Name} {fact.Presence}").Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("SpO2 97 % on RA. Hgb 11.2 g/dL.", "rheumatoid arthritis")]
    [InlineData("Prior therapy: 7+3, then FLAG-IDA.", "prior lines")]
    [InlineData("FEV1 41 % post-bronchodilator.", "bronchodilator")]
    [InlineData("SpO2 97 % on room air.", "oxygen")]
    [InlineData("Denies alcohol, tobacco and drugs.", "drug")]
    [InlineData("No gadolinium-enhancing lesions.", "contrast agent")]
    [InlineData("PPD negative.", "smoking")]
    [InlineData("Got 2 units of red cells.", "ast")]
    [InlineData("Drinks 2 glasses of wine a week.", "glasses")]
    [InlineData("H/o gestational HTN.", "hypertension")]
    [InlineData("Pulmonary HTN.", "hypertension")]
    public void Words_OfAnotherMeaning_MakeNoFact(string note, string name) =>
        Assert.DoesNotContain(NoteReader.Default.Read(note).Person.Facts, fact => fact.Concept.Name == name);

    [Theory]
    [InlineData("No prednisone in the last 4 weeks.", "2026-10-26")]
    [InlineData("No prednisone within two weeks.", "2026-11-09")]
    [InlineData("No prednisone since 2024.", "2024")]
    [InlineData("No prednisone in the past few weeks.", "")]
    [InlineData("No prednisone.", "")]
    public void Denial_ReachesBackToADay(string note, string expected) =>
        Assert.Equal(expected, $"{NoteReader.Default.Read(note, new DateOnly(2026, 11, 23)).Person.Facts.Single().Start}");

    [Theory]
    [InlineData("ALT/AST 30/28 U/L.", "alt 30 U/L, ast 28 U/L")]
    [InlineData("ALT / AST: 30 / 28 U/L", "alt 30 U/L, ast 28 U/L")]
    [InlineData("SpO2 (room air): 97 %", "spo2 97 %")]
    [InlineData("Creatinine (mg/dL): 0.9", "creatinine 0.9 mg/dL")]
    [InlineData("Cr 0.9, ALT 30, eGFR 44.", "creatinine 0.9 mg/dL, alt 30 U/L, egfr 44 mL/min/{1.73_m2}")]
    [InlineData("Potassium 4,1 mmol/l; creatinine 0,9 mg/dl", "potassium 4.1 mmol/L, creatinine 0.9 mg/dL")]
    [InlineData("Potassium 4,1", "")]
    [InlineData("Platelets 145,000/mm3", "platelets 145000 /mm3")]
    [InlineData("Creatinine was 2.4 on admission, now 1.1 mg/dL.", "creatinine 1.1 mg/dL")]
    [InlineData("Na 121 -> 128 mmol/L.", "sodium 128 mmol/L")]
    [InlineData("Creatinine 1.1 mg/dL, now on dialysis.", "creatinine 1.1 mg/dL")]
    [InlineData("Creatinine 1.1 mg/dL, potassium now 4.1 mmol/L.", "creatinine 1.1 mg/dL, potassium 4.1 mmol/L")]
    [InlineData("Add a statin if LDL > 70 mg/dL. Goal INR 2.5.", "")]
    [InlineData("UC since 2015, 33M. Hb 11.2 g/dL", "hemoglobin 11.2 g/dL")]
    [InlineData("ALT 30 U/L. Heart ultrasound on 20 October 2026.", "alt 30 U/L")]
    public void Values_InTheirUsualForms(string note, string expected) =>
        Assert.Equal(expected, string.Join(", ", NoteReader.Default.Read(note).Person.Facts.Where(fact => fact.Value is not null).Select(fact => $"{fact.Concept.Name} {fact.Value!.Value.Value} {fact.Value.Value.Unit}")));

    [Fact]
    public void CreatinineWrittenAsCr_IsNoSecondRemission() =>
        Assert.Equal(new Quantity(2.2m, "mg/dL"), NoteReader.Default.Read("AST 28 U/L, Cr 2.2 mg/dL").Person.Facts.Single(fact => fact.Concept.Name == "creatinine").Value);

    [Fact]
    public void LifeExpectancy_HasItsLength() =>
        Assert.Equal(new Quantity(6, "mo"), NoteReader.Default.Read("Life expectancy 6 months.").Facts.Single(fact => fact.Fact.Type == LeafType.LifeExpectancy).Fact.Value);

    [Theory]
    [InlineData("A 45-year-old man presents with cough.", 45, null, Sex.Male)]
    [InlineData("A 58-year-old African-American woman presents to the ER.", 58, null, Sex.Female)]
    [InlineData("48 M with a h/o HTN", 48, null, Sex.Male)]
    [InlineData("74M hx of CAD", 74, null, Sex.Male)]
    [InlineData("58 yo F with CHF", 58, null, Sex.Female)]
    [InlineData("Pt is a 60 y/o male.", 60, null, Sex.Male)]
    [InlineData("60 y.o. female with fatigue", 60, null, Sex.Female)]
    [InlineData("55yo woman with ESRD", 55, null, Sex.Female)]
    [InlineData("A 3-month-old girl is brought by her parents.", null, 3, Sex.Female)]
    [InlineData("An 18 month old boy", null, 18, Sex.Male)]
    [InlineData("A 30-month-old boy", 2, null, Sex.Male)]
    [InlineData("A 6-week-old male infant", null, 1, Sex.Male)]
    [InlineData("A 5-day-old baby girl", null, 0, Sex.Female)]
    [InlineData("A newborn boy with jaundice", null, 0, Sex.Male)]
    [InlineData("Age: 67. Sex: female.", 67, null, Sex.Female)]
    [InlineData("The patient, aged 71, is a gentleman", 71, null, Sex.Male)]
    [InlineData("A sixty-five-year-old lady", 65, null, Sex.Female)]
    [InlineData("He is 41 years of age.", 41, null, Sex.Male)]
    [InlineData("Fernandez is a 41 year man", 41, null, Sex.Male)]
    [InlineData("A 10 year old child. He has fever.", 10, null, Sex.Male)]
    [InlineData("Her 45-year-old brother died; she is a 50-year-old woman.", 50, null, Sex.Female)]
    [InlineData("Diagnosed at age 12, she is now 34 years old.", 34, null, Sex.Female)]
    [InlineData("G2P1 at 28 weeks", null, null, Sex.Female)]
    [InlineData("He smoked for 20 years.", null, null, Sex.Male)]
    [InlineData("Age/Sex: 45/F", 45, null, Sex.Female)]
    [InlineData("Pt 19 y.o. M w/ AML", 19, null, Sex.Male)]
    [InlineData("Mr. T. has gout.", null, null, Sex.Male)]
    [InlineData("Patient with MS. Has gout.", null, null, null)]
    [InlineData("Nothing is known.", null, null, null)]
    [InlineData("Fever for 3 days.", null, null, null)]
    public void Opening_SaysAgeAndSex(string note, int? years, int? months, Sex? sex)
    {
        var person = NoteReader.Default.Read(note).Person;

        Assert.Equal((years, months, sex), (person.AgeYears, person.AgeMonths, person.Sex));
    }

    [Fact]
    public void AgeAndSex_AreTiedToTheirWords()
    {
        const string note = "Pt is a 60 y/o pleasant woman.";
        var reading = NoteReader.Default.Read(note);

        Assert.Equal("60 y/o", reading.AgeSpan?.Of(note));
        Assert.Equal("woman", reading.SexSpan?.Of(note));
    }

    [Theory]
    [InlineData("She presents to the ER with cough.")]
    [InlineData("Two ER visits for cough.")]
    public void EmergencyRoom_IsNoReceptor(string note) =>
        Assert.DoesNotContain(NoteReader.Default.Read(note).Facts, fact => fact.Fact.Concept.Name.Contains("receptor", StringComparison.Ordinal));

    [Fact]
    public void Fact_NamesItsWordsAsItsSource()
    {
        const string note = "She has hepatitis.";
        var fact = Assert.Single(NoteReader.Default.Read(note).Facts);

        Assert.Equal("hepatitis", fact.Span.Of(note));
        Assert.Equal("note[8,17]", fact.Fact.Source);
    }

    [Fact]
    public void Mask_IsNeverADate()
    {
        var reading = NoteReader.Default.Read("Creatinine was 1.8 on [**2148-10-1**]. Hepatitis in [**2137**].", new DateOnly(2026, 1, 5));

        Assert.All(reading.Person.Facts, fact => Assert.DoesNotContain("21", $"{fact.Date}{fact.Start}", StringComparison.Ordinal));
    }

    [Fact]
    public void ValueFromLongAgo_WithoutADate_IsNotTakenForTodays() =>
        Assert.DoesNotContain(NoteReader.Default.Read("Creatinine was 1.1 mg/dL 2 years ago.").Person.Facts, fact => fact.Value is not null);

    [Fact]
    public void ValueFromLongAgo_InADatedNote_HasItsYear()
    {
        var fact = Assert.Single(NoteReader.Default.Read("Creatinine was 1.1 mg/dL 2 years ago.", new DateOnly(2026, 1, 5)).Person.Facts);

        Assert.Equal(PartialDate.OfYear(2024), fact.Date);
    }

    [Fact]
    public void LongNote_IsCutAtTheLimit()
    {
        var reading = NoteReader.Default.Read(new string('a', NoteLimits.Length) + " hepatitis");

        Assert.True(reading.IsCut);
        Assert.Empty(reading.Facts);
    }

    [Fact]
    public void AnyText_IsReadWithoutFailing_AndSpansLieInside() =>
        Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).List[0, 60].Select(pieces => string.Concat(pieces))).Sample(note =>
        {
            var reading = NoteReader.Default.Read(note, new DateOnly(2026, 1, 5));
            foreach (var fact in reading.Facts)
            {
                Assert.InRange(fact.Span.Start, 0, fact.Span.End - 1);
                Assert.InRange(fact.Span.End, 1, note.Length);
                Assert.All(fact.Cues, cue => Assert.InRange(cue.End, cue.Start, note.Length));
            }
        }, iter: 3000);

    private static readonly string[] Pieces =
    [
        " ", "\n", ".", ",", ";", ":", "(", ")", "-", "/", "?", "+", "[**2137**]", "[**", "no ", "denies ", "history of ", "family history: ", "Allergies: ", "PMH:\n", "1. ",
        "hepatitis", "creatinine 1.8", "BP 140/90", "HTN", "s/p ", "stage ", "IV", "45-year-old ", "man", "F", "ECOG ", "1", "999999999999999999999", "39 C", " days ago", "in 2009", "was ruled out",
        "pregnant", "mother ", "EF ", "25%", "é", "\ud83d", "٣", "İ", "<", "≥ ",
    ];
}

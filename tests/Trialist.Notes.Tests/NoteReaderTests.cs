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
    [InlineData("She is in second relapse.", "at least 2")]
    [InlineData("No second relapse.", "")]
    public void Relapses_AreCounted(string note, string expected)
    {
        var facts = NoteReader.Default.Read(note).Facts.Where(fact => fact.Fact.Type is LeafType.Count).ToList();

        Assert.Equal(expected, string.Join(' ', facts.Select(fact => fact.Fact is { Value: { } value } ? $"{value.Value}" : $"at least {fact.Fact.ValueWithin!.Min!.Value.Value}")));
    }

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

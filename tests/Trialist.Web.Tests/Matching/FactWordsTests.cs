using Trialist.Notes;
using Trialist.Web.Matching;

namespace Trialist.Web.Tests.Matching;

public sealed class FactWordsTests
{
    [Theory]
    [InlineData("Letrozole 03/2023 - 09/2024", "letrozole, March 2023 to September 2024")]
    [InlineData("Letrozole stopped in March 2024", "letrozole, until March 2024")]
    [InlineData("Treatment history: letrozole 06/2025 - present", "letrozole, since June 2025")]
    [InlineData("Takes letrozole.", "letrozole (now)")]
    [InlineData("Previously treated with letrozole.", "letrozole (past)")]
    [InlineData("Scheduled for letrozole.", "letrozole (planned)")]
    [InlineData("No letrozole.", "no letrozole")]
    public void Treatment_SaysFromWhenToWhen(string note, string expected) =>
        Assert.Equal(expected, FactWords.Of(NoteReader.Default.Read(note, new DateOnly(2026, 11, 24)).Person.Facts.Single(fact => fact.Concept.Name == "letrozole")));

    [Theory]
    [InlineData("mo", "months")]
    [InlineData("mm[Hg]", "mmHg")]
    [InlineData("mL/min/{1.73_m2}", "mL/min/1.73 m²")]
    [InlineData("mg/dL", "mg/dL")]
    public void Unit_ToChoose_IsWrittenAsPeopleDo(string unit, string expected) => Assert.Equal(expected, AnswerForm.WordsOf(unit));
}

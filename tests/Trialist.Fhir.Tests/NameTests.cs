namespace Trialist.Fhir.Tests;

/// <summary>What the names of records say beside the thing that they name.</summary>
public sealed class NameTests
{
    private static Fact Observe(string name, string rest) =>
        Chart.FactOf($$"""{"resourceType":"Observation","id":"o","status":"final","code":{"text":"{{name}}"},"effectiveDateTime":"2026-11-10",{{rest}} }""");

    private static string Describe(Fact fact) => string.Join(' ', new[] { fact.Concept.Name, $"{fact.Presence}", $"{fact.Status}" }.Concat(fact.Qualifiers.Select(one => one.Value))).ToLowerInvariant();

    [Theory]
    [InlineData("History of head injury", "head injury absent unstated")]
    [InlineData("Severe arrhythmia", "arrhythmia absent unstated severe")]
    [InlineData("Active infection", "infection absent unstated active")]
    [InlineData("Systemic corticosteroid therapy", "systemic corticosteroid absent unstated")]
    [InlineData("Prior CAR-T cell therapy", "car-t cell therapy absent unstated")]
    [InlineData("No history of epilepsy", "epilepsy uncertain unstated")]
    [InlineData("Family history of epilepsy", "family history of epilepsy absent unstated")]
    [InlineData("Risk of stroke", "risk of stroke absent unstated")]
    [InlineData("Suspected epilepsy", "suspected epilepsy absent unstated")]
    [InlineData("Migraine without infection", "migraine without infection absent unstated")]
    public void Name_IsTakenApart(string name, string expected) => Assert.Equal(expected, Describe(Observe(name, """ "valueBoolean":false """)));

    [Theory]
    [InlineData("Prior CAR-T cell therapy", """ "valueBoolean":true """, "car-t cell therapy present past")]
    [InlineData("Electrocardiogram", """ "valueString":"No QT prolongation" """, "prolonged qt interval absent unstated")]
    [InlineData("Infection status", """ "valueString":"No active infection" """, "infection absent unstated active")]
    [InlineData("CD123", """ "valueCodeableConcept":{"text":"Positive"} """, "cd123 positive present unstated positive")]
    [InlineData("CD123 expression on blasts", """ "valueCodeableConcept":{"text":"Positive"} """, "cd123 positive present unstated positive")]
    [InlineData("Seizure history", """ "valueString":"None" """, "seizure absent unstated")]
    [InlineData("HIV status", """ "valueString":"negative" """, "hiv infection absent unstated")]
    [InlineData("Lactation status", """ "valueString":"not lactating" """, "lactation absent unstated")]
    [InlineData("Pregnancy test", """ "valueString":"negative" """, "pregnancy absent unstated")]
    [InlineData("Beta hCG, qualitative", """ "valueString":"negative" """, "pregnancy absent unstated")]
    [InlineData("Immunophenotyping", """ "valueString":"CD123 positive" """, "cd123 positive present unstated positive")]
    [InlineData("CD123 (IL3RA) expression by flow cytometry", """ "valueString":"positive" """, "cd123 positive present unstated positive flow cytometry")]
    [InlineData("Prior gene-modified T cell therapy", """ "valueString":"None" """, "gene-modified cell therapy absent unstated")]
    public void Answer_IsOfTheThing(string name, string answer, string expected) =>
        Assert.Equal(expected, Describe(Chart.ReadBundle($$"""{"resourceType":"Observation","id":"o","status":"final","code":{"text":"{{name}}"},{{answer}} }""").Person.Facts[0]));

    [Fact]
    public void Window_InTheName_IsThatOfTheDenial()
    {
        var fact = Observe("Systemic corticosteroid use within the past 2 weeks", """ "valueString":"No" """);

        Assert.Equal(("systemic corticosteroid absent unstated active", PartialDate.Parse("2026-10-27")), (Describe(fact), fact.Start!.Value));
    }

    [Fact]
    public void Marker_InTheNameOfADisease_IsAFactOfItsOwn() =>
        Assert.Equal(["cd123 positive present unstated positive", "acute myeloid leukemia present active relapsed refractory"], Chart.ReadBundle("""{"resourceType":"Condition","id":"c","clinicalStatus":{"coding":[{"code":"active"}]},"code":{"text":"Acute myeloid leukemia, relapsed/refractory, CD123+"} }""").Person.Facts.Select(Describe));

    [Theory]
    [InlineData("No history of epilepsy or stroke", "epilepsy absent unstated, stroke absent unstated")]
    [InlineData("No history of epilepsy or flying saucers", "no history of epilepsy or flying saucers present unstated")]
    [InlineData("HER2-negative breast cancer", "her2 negative present unstated, breast cancer present unstated")]
    [InlineData("AML - acute myeloid leukemia in relapse", "acute myeloid leukemia present unstated relapsed")]
    public void NameOfACondition_IsTakenApart(string name, string expected) =>
        Assert.Equal(expected, string.Join(", ", Chart.ReadBundle($$"""{"resourceType":"Condition","id":"c","code":{"text":"{{name}}"} }""").Person.Facts.Select(Describe)));

    [Theory]
    [InlineData("Bone marrow blasts by morphology", "", "morphology")]
    [InlineData("Bone marrow blasts", ""","method":{"text":"Flow cytometry technique"} """, "flow cytometry")]
    [InlineData("Bone marrow blasts", ""","method":{"text":"Microscopy"} """, "morphology")]
    [InlineData("Bone marrow blasts by manual count", "", "morphology")]
    [InlineData("Bone marrow blasts", "", "")]
    public void Method_IsSaidByNameOrField(string name, string method, string expected) =>
        Assert.Equal(expected, string.Join(' ', Observe(name, $$""" "valueQuantity":{"value":20,"code":"%"}{{method}} """).Qualifiers.Select(one => one.Value)));

    [Theory]
    [InlineData("Number of relapses", """ "valueQuantity":{"value":2,"unit":"{count}","code":"1"} """)]
    [InlineData("Number of prior relapses", """ "valueInteger":2 """)]
    [InlineData("Relapse count", """ "valueQuantity":{"value":2,"unit":"relapses"} """)]
    public void Count_IsOfWhatIsCounted(string name, string value)
    {
        var fact = Observe(name, value);

        Assert.Equal((LeafType.Count, "relapses", new Quantity(2, null)), (fact.Type, fact.Concept.Name, fact.Value!.Value));
    }

    [Theory]
    [InlineData("COPD, GOLD stage 3", "chronic obstructive pulmonary disease present")]
    [InlineData("Breast cancer, stage IIIA", "breast cancer present")]
    [InlineData("Heart failure, NYHA class III", "heart failure present")]
    [InlineData("Diabetes mellitus without complications", "diabetes mellitus present")]
    [InlineData("Pneumonia, ruled out", "pneumonia, ruled out present")]
    public void Stage_StandsBesideTheDisease(string name, string expected) =>
        Assert.Equal(expected, Describe(Chart.FactOf($$"""{"resourceType":"Condition","id":"c","code":{"text":"{{name}}"} }""")).Split(" unstated")[0]);

    [Theory]
    [InlineData("LVEF", "25-30%", "25..30 %")]
    [InlineData("LVEF", "60 %", "60 %")]
    [InlineData("eGFR", "> 60 mL/min/1.73m2", "60.. mL/min/{1.73_m2}")]
    [InlineData("NYHA class", "Class III", "3 ")]
    [InlineData("NYHA class", "II", "2 ")]
    [InlineData("LVEF", "60 % last year", "")]
    public void Value_InWords_IsRead(string name, string words, string expected)
    {
        var fact = Observe(name, $$""" "valueString":"{{words}}" """);

        Assert.Equal(expected, fact switch { { Value: { } value } => $"{value.Value} {value.Unit}", { ValueWithin: { } within } => $"{within.Min?.Value}..{within.Max?.Value} {within.Unit}", _ => "" });
    }

    [Fact]
    public void Words_OnAnotherThingThanTheCode_DenyNothingOfIt() =>
        Assert.Equal(Presence.Present, Chart.FactOf($$"""{"resourceType":"Condition","id":"c","code":{{Chart.Coding("http://hl7.org/fhir/sid/icd-10-cm", "C50.912", "No known distant metastasis")}} }""").Presence);

    [Fact]
    public void Medication_NamedAsNone_IsDenied() =>
        Assert.Equal(Presence.Absent, Chart.FactOf("""{"resourceType":"MedicationStatement","id":"m","status":"active","medicationCodeableConcept":{"text":"No systemic corticosteroids"} }""").Presence);

    [Theory]
    [InlineData("C92.02", "relapsed")]
    [InlineData("C92.01", "in remission")]
    [InlineData("C92.00", "")]
    public void Icd10_SaysHowALeukemiaStands(string code, string expected) =>
        Assert.Equal(expected, string.Join(' ', Chart.FactOf($$"""{"resourceType":"Condition","id":"c","code":{{Chart.Coding("http://hl7.org/fhir/sid/icd-10-cm", code)}} }""").Qualifiers.Select(one => one.Value)));

    [Fact]
    public void Procedure_NotDone_WithoutADay_IsDenied() =>
        Assert.Equal("car-t cell therapy absent unstated", Describe(Chart.FactOf("""{"resourceType":"Procedure","id":"p","status":"not-done","code":{"text":"CAR-T cell therapy"} }""")));

    [Fact]
    public void Procedure_NotDone_OnADay_IsLeftOut() =>
        Assert.Empty(Chart.ReadBundle("""{"resourceType":"Procedure","id":"p","status":"not-done","code":{"text":"Colonoscopy"},"performedDateTime":"2026-11-01"}""").Person.Facts);

    [Fact]
    public void Antigen_NotFound_IsAWordOnTheDisease() =>
        Assert.Equal(["hepatitis b surface antigen absent unstated", "hepatitis b absent unstated active"], Chart.ReadBundle($$"""{"resourceType":"Observation","id":"o","status":"final","code":{{Chart.Loinc("5196-1")}},"valueCodeableConcept":{"text":"Negative"} }""").Person.Facts.Select(Describe));
}

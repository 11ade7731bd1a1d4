namespace Trialist.Fhir.Tests;

public sealed class TreatmentTests
{
    [Theory]
    [InlineData("MedicationRequest", "active", "order", FactStatus.Active)]
    [InlineData("MedicationRequest", "active", "plan", FactStatus.Planned)]
    [InlineData("MedicationRequest", "active", "proposal", FactStatus.Planned)]
    [InlineData("MedicationRequest", "draft", "order", FactStatus.Planned)]
    [InlineData("MedicationRequest", "completed", "order", FactStatus.Past)]
    [InlineData("MedicationRequest", "stopped", "order", FactStatus.Past)]
    [InlineData("MedicationRequest", "on-hold", "order", FactStatus.Unstated)]
    [InlineData("MedicationStatement", "active", "", FactStatus.Active)]
    [InlineData("MedicationStatement", "intended", "", FactStatus.Planned)]
    [InlineData("MedicationStatement", "completed", "", FactStatus.Past)]
    [InlineData("MedicationAdministration", "in-progress", "", FactStatus.Active)]
    [InlineData("MedicationAdministration", "completed", "", FactStatus.Past)]
    public void Status_SaysWhereATreatmentStands(string kind, string status, string intent, FactStatus expected)
    {
        var fact = Chart.FactOf($$"""{"resourceType":"{{kind}}","id":"m","status":"{{status}}","intent":"{{intent}}","medicationCodeableConcept":{"text":"Elbowine"} }""");

        Assert.Equal((LeafType.Treatment, "elbowine", expected), (fact.Type, fact.Concept.Name, fact.Status));
    }

    [Theory]
    [InlineData("""{"resourceType":"MedicationRequest","id":"m","status":"cancelled","intent":"order","medicationCodeableConcept":{"text":"x y"}}""")]
    [InlineData("""{"resourceType":"MedicationRequest","id":"m","status":"active","intent":"order","doNotPerform":true,"medicationCodeableConcept":{"text":"x y"}}""")]
    [InlineData("""{"resourceType":"MedicationRequest","id":"m","status":"entered-in-error","intent":"order","medicationCodeableConcept":{"text":"x y"}}""")]
    [InlineData("""{"resourceType":"MedicationAdministration","id":"m","status":"not-done","medicationCodeableConcept":{"text":"x y"}}""")]
    [InlineData("""{"resourceType":"Procedure","id":"p","status":"not-done","code":{"text":"x y"},"performedDateTime":"2024-05-06"}""")]
    [InlineData("""{"resourceType":"Immunization","id":"i","status":"not-done","vaccineCode":{"text":"x y"}}""")]
    public void WhatWasNeverGiven_IsLeftOutWithARemark(string resource)
    {
        var reading = Chart.ReadBundle(resource);

        Assert.Empty(reading.Person.Facts);
        Assert.NotEmpty(reading.Remarks);
    }

    [Fact]
    public void NotTaken_IsADenial() =>
        Assert.Equal(Presence.Absent, Chart.FactOf("""{"resourceType":"MedicationStatement","id":"m","status":"not-taken","medicationCodeableConcept":{"text":"x y"}}""").Presence);

    [Fact]
    public void Reference_MeetsAMedication_LaterInTheBundle()
    {
        var reading = Chart.ReadBundle(
            """{"resourceType":"MedicationStatement","id":"m","status":"active","medicationReference":{"reference":"Medication/d"},"effectivePeriod":{"start":"2024-01-02","end":"2024-02-03"}}""",
            """{"resourceType":"Medication","id":"d","code":{"text":"Elbowine"}}""");

        var fact = Assert.Single(reading.Person.Facts);
        Assert.Equal(("elbowine", PartialDate.Parse("2024-01-02"), PartialDate.Parse("2024-02-03")), (fact.Concept.Name, fact.Start!.Value, fact.End!.Value));
    }

    [Fact]
    public void Reference_MeetsAContainedMedication() =>
        Assert.Equal("elbowine", Chart.FactOf("""
            {"resourceType":"MedicationRequest","id":"m","contained":[{"resourceType":"Medication","id":"d","code":{"text":"Elbowine"}}],"status":"active","intent":"order","medicationReference":{"reference":"#d"},"authoredOn":"2024-01-02"}
            """).Concept.Name);

    [Theory]
    [InlineData("elbowine 5 mg oral tablet", "oral")]
    [InlineData("60 actuat elbowine 0.25 mg/actuat dry powder inhaler", "inhaled")]
    [InlineData("elbowine 10 mg/ml topical cream", "topical")]
    [InlineData("1 ml elbowine 150 mg/ml injection", "parenteral")]
    [InlineData("elbowine", null)]
    public void DoseForm_SaysTheRoute(string product, string? route) => Assert.Equal(route, Terms.DoseForm.RouteOf(product));

    [Fact]
    public void Procedure_HasItsDays()
    {
        var fact = Chart.FactOf("""{"resourceType":"Procedure","id":"p","status":"completed","code":{"text":"Mending of the elbow"},"performedPeriod":{"start":"2020-01-01T08:00:00Z","end":"2020-01-02T09:00:00Z"}}""");

        Assert.Equal((LeafType.Procedure, FactStatus.Past, PartialDate.Parse("2020-01-01"), PartialDate.Parse("2020-01-02")), (fact.Type, fact.Status, fact.Start!.Value, fact.End!.Value));
    }

    [Fact]
    public void Immunization_IsNotTakenForTheDisease() =>
        Assert.Equal((LeafType.Treatment, "elbow flu vaccine"), Chart.FactOf("""{"resourceType":"Immunization","id":"i","status":"completed","vaccineCode":{"text":"Elbow flu"},"occurrenceDateTime":"2020"}""") is var fact ? (fact.Type, fact.Concept.Name) : default);
}

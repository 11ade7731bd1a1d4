namespace Trialist.Fhir.Tests;

public sealed class ConditionTests
{
    [Theory]
    // Clinical status says where it stands in time.
    [InlineData("active", "confirmed", Presence.Present, FactStatus.Active)]
    [InlineData("recurrence", "confirmed", Presence.Present, FactStatus.Active)]
    [InlineData("relapse", "confirmed", Presence.Present, FactStatus.Active)]
    [InlineData("inactive", "confirmed", Presence.Present, FactStatus.Past)]
    [InlineData("remission", "confirmed", Presence.Present, FactStatus.Past)]
    [InlineData("resolved", "confirmed", Presence.Present, FactStatus.Past)]
    // Verification status says whether it is there at all.
    [InlineData("active", "refuted", Presence.Absent, FactStatus.Active)]
    [InlineData("active", "unconfirmed", Presence.Uncertain, FactStatus.Active)]
    [InlineData("active", "provisional", Presence.Uncertain, FactStatus.Active)]
    [InlineData("active", "differential", Presence.Uncertain, FactStatus.Active)]
    public void Statuses_SayPresenceAndTime(string clinical, string verification, Presence presence, FactStatus status)
    {
        var fact = Chart.FactOf($$"""
            {"resourceType":"Condition","id":"c","clinicalStatus":{"coding":[{"code":"{{clinical}}"}]},"verificationStatus":{"coding":[{"code":"{{verification}}"}]},
             "code":{"text":"Elbow trouble"},"onsetDateTime":"2019-03-02T10:00:00+01:00"}
            """);

        Assert.Equal((LeafType.Condition, "elbow trouble", presence, status), (fact.Type, fact.Concept.Name, fact.Presence, fact.Status));
        Assert.Equal(PartialDate.Parse("2019-03-02"), fact.Start);
        Assert.Equal("Condition/c", fact.Source);
    }

    [Fact]
    public void HistoryOfAThing_IsTheThing_InThePast()
    {
        var fact = Chart.FactOf($$"""{"resourceType":"Condition","id":"c","clinicalStatus":{"coding":[{"code":"active"}]},"code":{{Chart.Snomed("1", "History of elbow trouble (situation)")}} }""");

        Assert.Equal(("elbow trouble", FactStatus.Past, 0), (fact.Concept.Name, fact.Status, fact.Concept.Codes.Count));
        Assert.Null(fact.Start);
    }

    [Fact]
    public void EnteredInError_IsLeftOutWithARemark()
    {
        var reading = Chart.ReadBundle("""{"resourceType":"Condition","id":"c","verificationStatus":{"coding":[{"code":"entered-in-error"}]},"code":{"text":"Elbow trouble"}}""");

        Assert.Empty(reading.Person.Facts);
        Assert.Contains(reading.Remarks, remark => remark is { Where: "Condition/c", Field: "verificationStatus" });
    }

    [Fact]
    public void Abatement_WithoutAStatus_IsThePast()
    {
        var fact = Chart.FactOf("""{"resourceType":"Condition","id":"c","code":{"text":"x y"},"onsetPeriod":{"start":"2001"},"abatementDateTime":"2003-04"}""");

        Assert.Equal((FactStatus.Past, PartialDate.OfYear(2001), PartialDate.OfMonth(2003, 4)), (fact.Status, fact.Start!.Value, fact.End!.Value));
    }

    [Fact]
    public void StageSeverityAndSite_AreQualifiers()
    {
        var fact = Chart.FactOf("""
            {"resourceType":"Condition","id":"c","code":{"text":"Growth of the elbow"},"severity":{"text":"Severe"},"stage":[{"summary":{"text":"Stage IIIA"}}],"bodySite":[{"text":"Left arm"}]}
            """);

        Assert.Equal(
            [new Qualifier(QualifierKind.Severity, "severe"), new Qualifier(QualifierKind.Stage, "iiia"), new Qualifier(QualifierKind.Site, "left arm")],
            fact.Qualifiers);
    }

    [Theory]
    [InlineData("Stage IV", "iv")]
    [InlineData("Stage 3A (qualifier value)", "iiia")]
    [InlineData("4", "iv")]
    [InlineData("IIB", "iib")]
    [InlineData("cT2", "t2")]
    [InlineData("N0", "n0")]
    [InlineData("unknown", null)]
    public void Stage_IsReadInOneForm(string written, string? expected) =>
        Assert.Equal(expected, People.CancerStage.Parse(written));

    [Fact]
    public void StageGroup_OfAnObservation_GoesToTheConditionInFocus()
    {
        var facts = Chart.ReadBundle(
            """{"resourceType":"Observation","id":"s","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"21908-9"}]},"valueCodeableConcept":{"coding":[{"system":"http://cancerstaging.org","code":"4"}]},"focus":[{"reference":"Condition/c"}]}""",
            """{"resourceType":"Condition","id":"c","code":{"text":"Growth of the elbow"}}""",
            """{"resourceType":"Condition","id":"d","code":{"text":"Growth of the knee"}}""").Person.Facts;

        Assert.Contains(new Qualifier(QualifierKind.Stage, "iv"), facts.Single(fact => fact.Source == "Condition/c").Qualifiers);
        Assert.Empty(facts.Single(fact => fact.Source == "Condition/d").Qualifiers);
    }

    [Theory]
    [InlineData("http://snomed.info/sct", "72892002", LeafType.Pregnancy, "pregnancy", Presence.Present)]
    [InlineData("http://snomed.info/sct", "60001007", LeafType.Pregnancy, "pregnancy", Presence.Absent)]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "O09.92", LeafType.Pregnancy, "pregnancy", Presence.Present)]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "Z87.891", LeafType.Behaviour, "smoking", Presence.Present)]
    public void CodesOfOtherKinds_MakeFactsOfTheirKind(string system, string code, LeafType type, string name, Presence presence)
    {
        var fact = Chart.ReadBundle($$"""{"resourceType":"Condition","id":"c","code":{{Chart.Coding(system, code, "as the chart says")}} }""").Person.Facts[0];

        Assert.Equal((type, name, presence), (fact.Type, fact.Concept.Name, fact.Presence));
    }

    [Fact]
    public void RelativesCondition_IsMarkedAsTheirs()
    {
        var fact = Chart.FactOf("""{"resourceType":"FamilyMemberHistory","id":"f","status":"completed","relationship":{"text":"Mother"},"condition":[{"code":{"text":"Elbow trouble"}}]}""");

        Assert.Equal([new Qualifier(QualifierKind.Subject, "mother")], fact.Qualifiers);
    }

    [Theory]
    [InlineData("confirmed", "high", Presence.Present)]
    [InlineData("unconfirmed", "low", Presence.Uncertain)]
    [InlineData("refuted", "low", Presence.Absent)]
    public void Allergy_HasVerificationAndCriticality(string verification, string criticality, Presence presence)
    {
        var fact = Chart.FactOf($$"""
            {"resourceType":"AllergyIntolerance","id":"a","verificationStatus":{"coding":[{"code":"{{verification}}"}]},"criticality":"{{criticality}}","code":{"text":"Allergy to thistles"} }
            """);

        Assert.Equal((LeafType.Allergy, "thistles", presence), (fact.Type, fact.Concept.Name, fact.Presence));
        Assert.Equal(criticality == "high", !fact.Qualifiers.IsEmpty);
    }

    [Theory]
    [InlineData("No known allergies", "allergy", Presence.Absent)]
    [InlineData("No Known Allergy", "allergy", Presence.Absent)]
    [InlineData("No known drug allergies", "drug allergy", Presence.Absent)]
    [InlineData("NKDA", "drug allergy", Presence.Absent)]
    [InlineData("NKA", "allergy", Presence.Absent)]
    [InlineData("No known food allergy", "food allergy", Presence.Absent)]
    [InlineData("Penicillin", "penicillin", Presence.Present)]
    public void Allergy_InWords_IsOneOrNone(string words, string name, Presence presence)
    {
        var fact = Chart.FactOf($$"""{"resourceType":"AllergyIntolerance","id":"a","code":{"text":"{{words}}"} }""");

        Assert.Equal((LeafType.Allergy, name, presence), (fact.Type, fact.Concept.Name, fact.Presence));
    }

    [Fact]
    public void NoKnownAllergy_IsADenial()
    {
        var fact = Chart.FactOf($$"""{"resourceType":"AllergyIntolerance","id":"a","code":{{Chart.Snomed("716186003")}} }""");

        Assert.Equal(("allergy", Presence.Absent), (fact.Concept.Name, fact.Presence));
    }
}

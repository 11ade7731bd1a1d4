namespace Trialist.Fhir.Tests;

public sealed class ObservationTests
{
    private static Fact Observe(string code, string rest) =>
        Chart.FactOf($$"""{"resourceType":"Observation","id":"o","status":"final","code":{{code}},"effectiveDateTime":"2024-03-04T05:06:07Z",{{rest}} }""");

    [Fact]
    public void Quantity_KeepsValueUnitDateAndRange()
    {
        var fact = Observe(Chart.Loinc("2160-0"), """
            "valueQuantity":{"value":1.30,"unit":"mg per dL","system":"http://unitsofmeasure.org","code":"mg/dL"},"referenceRange":[{"low":{"value":0.6,"unit":"mg/dL"},"high":{"value":1.2,"unit":"mg/dL"}}]
            """);

        Assert.Equal((LeafType.Measurement, "creatinine", new Quantity(1.30m, "mg/dL"), PartialDate.Parse("2024-03-04")), (fact.Type, fact.Concept.Name, fact.Value!.Value, fact.Date!.Value));
        Assert.Equal(new Bounds(new Bound(0.6m, true), new Bound(1.2m, true), "mg/dL"), fact.ReferenceRange);
    }

    [Theory]
    [InlineData("<", null, null, "5", false)]
    [InlineData("<=", null, null, "5", true)]
    [InlineData(">", "5", false, null, null)]
    [InlineData(">=", "5", true, null, null)]
    public void Comparator_GivesBoundsInsteadOfAValue(string comparator, string? min, bool? minInclusive, string? max, bool? maxInclusive)
    {
        var fact = Observe("""{"text":"elbow level"}""", $$"""  "valueQuantity":{"value":5,"comparator":"{{comparator}}","code":"mg"} """);

        Assert.Null(fact.Value);
        Assert.Equal(new Bounds(Of(min, minInclusive), Of(max, maxInclusive), "mg"), fact.ValueWithin);

        static Bound? Of(string? value, bool? inclusive) => value is null ? null : new Bound(decimal.Parse(value), inclusive!.Value);
    }

    [Fact]
    public void Components_AreFactsOfTheirOwn()
    {
        var facts = Chart.ReadBundle($$"""
            {"resourceType":"Observation","id":"bp","status":"final","code":{{Chart.Loinc("85354-9")}},"component":[
              {"code":{{Chart.Loinc("8480-6")}},"valueQuantity":{"value":140,"code":"mm[Hg]"} },
              {"code":{{Chart.Loinc("8462-4")}},"valueQuantity":{"value":90,"code":"mm[Hg]"} },
              {"code":{{Chart.Loinc("8478-0")}},"dataAbsentReason":{"text":"not asked"} }]}
            """).Person.Facts;

        Assert.Equal([("sbp", 140m), ("dbp", 90m)], facts.Select(fact => (fact.Concept.Name, fact.Value!.Value.Value)));
    }

    [Theory]
    [InlineData("""  "valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"10828004"}]} """, Presence.Present, "positive")]
    [InlineData("""  "valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"260385009"}]} """, Presence.Absent, null)]
    [InlineData("""  "valueCodeableConcept":{"text":"Not detected"} """, Presence.Absent, null)]
    [InlineData("""  "valueString":"Positive" """, Presence.Present, "positive")]
    [InlineData("""  "valueBoolean":false """, Presence.Absent, null)]
    [InlineData("""  "interpretation":[{"coding":[{"code":"POS"}]}] """, Presence.Present, "positive")]
    [InlineData("""  "valueCodeableConcept":{"text":"indeterminate"} """, Presence.Uncertain, "indeterminate")]
    public void Answer_SaysWhetherAMarkerIsThere(string value, Presence presence, string? result)
    {
        var fact = Observe("""{"text":"Elbow antigen"}""", value);

        Assert.Equal((LeafType.Biomarker, presence), (fact.Type, fact.Presence));
        Assert.Equal(result is null ? [] : [new Qualifier(QualifierKind.Result, result)], fact.Qualifiers);
    }

    [Theory]
    [InlineData("266919005", Presence.Absent, FactStatus.Unstated)]
    [InlineData("8517006", Presence.Present, FactStatus.Past)]
    [InlineData("449868002", Presence.Present, FactStatus.Active)]
    [InlineData("266927001", Presence.Uncertain, FactStatus.Unstated)]
    public void TobaccoStatus_IsABehaviour(string snomed, Presence presence, FactStatus status)
    {
        var fact = Observe(Chart.Loinc("72166-2"), $$"""  "valueCodeableConcept":{{Chart.Snomed(snomed)}} """);

        Assert.Equal((LeafType.Behaviour, "smoking", presence, status), (fact.Type, fact.Concept.Name, fact.Presence, fact.Status));
    }

    [Theory]
    [InlineData("77386006", Presence.Present)]
    [InlineData("60001007", Presence.Absent)]
    [InlineData("152231000119106", Presence.Uncertain)]
    public void PregnancyStatus_IsAPregnancy(string snomed, Presence presence)
    {
        var fact = Chart.ReadBundle($$"""{"resourceType":"Observation","id":"o","status":"final","code":{{Chart.Loinc("82810-3")}},"valueCodeableConcept":{{Chart.Snomed(snomed)}} }""").Person.Facts[0];

        Assert.Equal((LeafType.Pregnancy, presence), (fact.Type, fact.Presence));
    }

    [Theory]
    [InlineData("negative", "pregnancy Absent, negative pregnancy test Present")]
    [InlineData("positive", "pregnancy Present, negative pregnancy test Absent")]
    public void PregnancyTest_SaysWhatItFoundAndWhatThatMeans(string answer, string expected) =>
        Assert.Equal(expected, string.Join(", ", Chart.ReadBundle($$"""{"resourceType":"Observation","id":"o","status":"final","code":{"text":"Pregnancy test"},"valueString":"{{answer}}"}""").Person.Facts.Select(fact => $"{fact.Concept.Name} {fact.Presence}")));

    [Fact]
    public void Variant_IsNamedAfterTheGeneAndTheChange()
    {
        var facts = Chart.ReadBundle($$"""
            {"resourceType":"Observation","id":"v","status":"final","code":{{Chart.Loinc("69548-6")}},"valueCodeableConcept":{{Chart.Loinc("LA9633-4")}},"component":[
              {"code":{{Chart.Loinc("48018-6")}},"valueCodeableConcept":{"coding":[{"system":"http://www.genenames.org/geneId","code":"HGNC:0","display":"ELBW"}]} },
              {"code":{{Chart.Loinc("48005-3")}},"valueCodeableConcept":{"text":"p.Val600Glu"} }]}
            """).Person.Facts;

        Assert.Equal(["elbw", "elbw v600e"], facts.Select(fact => fact.Concept.Name));
        Assert.All(facts, fact => Assert.Equal([new Qualifier(QualifierKind.Result, "mutated")], fact.Qualifiers));
    }

    [Theory]
    [InlineData("entered-in-error")]
    [InlineData("cancelled")]
    [InlineData("registered")]
    public void ObservationWithoutAResult_IsLeftOut(string status) =>
        Assert.Empty(Chart.ReadBundle($$"""{"resourceType":"Observation","id":"o","status":"{{status}}","code":{"text":"x y"},"valueInteger":1}""").Person.Facts);

    [Theory]
    [InlineData("""  "valueInteger":1 """)]
    [InlineData("""  "valueQuantity":{"value":1,"unit":"{score}"} """)]
    [InlineData("""  "valueCodeableConcept":{"coding":[{"system":"http://loinc.org","code":"LA9623-5"}]} """)]
    public void PerformanceStatus_IsANumber_HoweverItIsWritten(string value)
    {
        var fact = Observe(Chart.Loinc("89247-1"), value);

        Assert.Equal(new Quantity(1, null), fact.Value);
    }

    [Fact]
    public void Counts_AreOfWhatIsCounted()
    {
        var fact = Chart.ReadBundle("""{"resourceType":"Observation","id":"o","status":"final","code":{"text":"Number of relapses"},"valueInteger":2}""").Person.Facts.Single();

        Assert.Equal((LeafType.Count, "relapses"), (fact.Type, fact.Concept.Name));
        Assert.Equal(new Quantity(2, null), fact.Value);
    }

    [Fact]
    public void Method_NarrowsTheValue()
    {
        var fact = Chart.ReadBundle("""{"resourceType":"Observation","id":"o","status":"final","code":{"text":"Blasts"},"method":{"text":"Flow cytometry"},"valueQuantity":{"value":5,"unit":"%"}}""").Person.Facts.Single();

        Assert.Contains(new Qualifier(QualifierKind.Method, "flow cytometry"), fact.Qualifiers);
    }
}

using System.Text;

namespace Trialist.Fhir.Tests;

public sealed class FhirReaderTests
{
    [Fact]
    public void Bundle_WithOnePatient_GivesWhoThePersonIs()
    {
        var person = Chart.Read(Chart.Bundle("""
            {"resourceType":"Patient","id":"p1","gender":"male","birthDate":"1961-02-03","deceasedDateTime":"2020-01-01",
             "address":[{"use":"old","city":"Elsewhere"},{"city":"Springfield","state":"Massachusetts","country":"US","line":["1 Street"],
               "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/geolocation","extension":[{"url":"latitude","valueDecimal":42.1},{"url":"longitude","valueDecimal":-72.5}]}]}]}
            """)).Person;

        Assert.Equal("p1", person.Id);
        Assert.Equal(Sex.Male, person.Sex);
        Assert.Equal(PartialDate.Parse("1961-02-03"), person.BirthDate);
        Assert.True(person.Deceased);
        Assert.Equal(new Place("Springfield, Massachusetts, US", 42.1, -72.5), person.Place);
    }

    [Theory]
    [InlineData("other", "F", Sex.Female)]
    [InlineData("unknown", "M", Sex.Male)]
    [InlineData("unknown", "UNK", null)]
    [InlineData("female", "M", Sex.Female)]
    public void Patient_GenderThatSaysNothing_FallsBackOnSexAtBirth(string gender, string birthSex, Sex? expected)
    {
        var person = Chart.Read(Chart.Bundle($$"""
            {"resourceType":"Patient","id":"p","extension":[{"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex","valueCode":"{{birthSex}}"}],"gender":"{{gender}}"}
            """)).Person;

        Assert.Equal(expected, person.Sex);
    }

    [Fact]
    public void Stream_WithTinyReads_GivesTheSameAsBytes()
    {
        var json = Encoding.UTF8.GetBytes(Chart.Bundle(Chart.Patient, Observation("o1", "12.5"), Observation("o2", "13"), """{"resourceType":"Claim","id":"c"}"""));

        var whole = FhirReader.Default.ReadPerson(json);
        var dripped = FhirReader.Default.ReadPerson(new DrippingStream(json));

        Assert.Equal(whole.Person, dripped.Person);
        Assert.Equal(whole.Remarks, dripped.Remarks);
        Assert.Equal(2, whole.Person.Facts.Count);
    }

    [Fact]
    public void Ndjson_OfBundles_GivesOnePersonEach()
    {
        var json = string.Join("\n", Enumerable.Range(0, 3).Select(i => Chart.Bundle(Chart.Patient.Replace("\"p\"", $"\"p{i}\""), Observation("o", "1", $"Patient/p{i}"))));

        var readings = FhirReader.Default.ReadPersons(Encoding.UTF8.GetBytes(json)).ToArray();

        Assert.Equal(["p0", "p1", "p2"], readings.Select(reading => reading.Person.Id));
        Assert.All(readings, reading => Assert.Single(reading.Person.Facts));
    }

    [Fact]
    public void Ndjson_OfResources_IsGatheredByPerson()
    {
        string[] lines =
        [
            """{"resourceType":"Patient","id":"a","gender":"female"}""",
            """{"resourceType":"Patient","id":"b","gender":"male"}""",
            Observation("o1", "1", "Patient/b"),
            Observation("o2", "2", "https://server.example/fhir/Patient/a"),
            Observation("o3", "3", "Patient/b/_history/2"),
        ];

        var persons = FhirReader.Default.ReadPersons(Encoding.UTF8.GetBytes(string.Join("\n", lines))).Select(reading => reading.Person).ToArray();

        Assert.Equal(["Observation/o2"], persons[0].Facts.Select(fact => fact.Source));
        Assert.Equal(["Observation/o1", "Observation/o3"], persons[1].Facts.Select(fact => fact.Source));
    }

    [Fact]
    public void Strangers_BesideThePatient_AreLeftOutWithARemark()
    {
        var reading = Chart.ReadBundle(Observation("o1", "1"), Observation("o2", "2", "Patient/somebody-else"));

        Assert.Equal(["Observation/o1"], reading.Person.Facts.Select(fact => fact.Source));
        Assert.Contains(reading.Remarks, remark => remark.Text.Contains("not in the file", StringComparison.Ordinal));
    }

    [Fact]
    public void Subject_ByFullUrl_MeetsThePatient()
    {
        var reading = Chart.Read($$"""
            {"resourceType":"Bundle","entry":[
              {"fullUrl":"urn:uuid:o","resource":{{Observation("o", "1", "urn:uuid:11")}} },
              {"fullUrl":"urn:uuid:11","resource":{"resourceType":"Patient","id":"p"} }]}
            """);

        Assert.Single(reading.Person.Facts);
        Assert.Equal("p", reading.Person.Id);
    }

    [Fact]
    public void ResourceType_NeedNotStandFirst() =>
        Assert.Single(Chart.Read("""
            {"type":"collection","entry":[{"resource":{"id":"p","gender":"male","resourceType":"Patient"}},
              {"resource":{"valueQuantity":{"unit":"%","value":7},"code":{"text":"HbA1c"},"status":"final","resourceType":"Observation"}}],"resourceType":"Bundle"}
            """).Person.Facts);

    [Fact]
    public void Parameters_OfAMatchingClient_AreRead()
    {
        var parameters = Chart.Read(Chart.Bundle(Chart.Patient, """
            {"resourceType":"Parameters","parameter":[{"name":"zipCode","valueString":"01886"},{"name":"travelRadius","valueString":"100"},{"name":"phase","valueString":"any"},{"name":"recruitmentStatus","valueString":"open"}]}
            """)).Parameters;

        Assert.Equal(new MatchParameters { ZipCode = "01886", TravelRadius = 100, RecruitmentStatus = "open" }, parameters);
    }

    [Fact]
    public void KindsWithoutFacts_AreCounted() =>
        Assert.Contains(
            Chart.ReadBundle("""{"resourceType":"Claim","id":"1"}""", """{"resourceType":"Claim","id":"2"}""").Remarks,
            remark => remark is { Where: "Claim", Text: "2 of a kind that holds no facts, not used." });

    [Theory]
    [InlineData("", "no Patient")]
    [InlineData("  \n ", "no Patient")]
    [InlineData("[]", "expected a JSON object")]
    [InlineData("\"text\"", "expected a JSON object")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[", "ends in the middle")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":7}", "Bundle.entry: expected an array")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[7]}", "Bundle.entry[0]: expected an object")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[{]}", "damaged")]
    [InlineData("{\"resourceType\":\"Bundle\"}", "no Patient")]
    [InlineData("Jane Doe, secret", "damaged")]
    public void Damage_IsOneSentence_WithoutValues(string json, string expected)
    {
        var error = Assert.Throws<FhirFormatException>(() => Chart.Read(json));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Jane", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoPersons_WhereOneIsExpected_IsAnError() =>
        Assert.Throws<FhirFormatException>(() => Chart.Read(Chart.Bundle(Chart.Patient, Chart.Patient.Replace("\"p\"", "\"q\""))));

    [Fact]
    public void Nesting_BeyondTheLimit_IsAnError() =>
        Assert.Throws<FhirFormatException>(() => Chart.Read(new string('[', 1000).Insert(0, "{\"resourceType\":\"Bundle\",\"x\":")));

    [Theory]
    [InlineData("""{"resourceType":"Observation","id":"o","status":"final","code":{"text":"x"},"valueQuantity":{"value":"high"}}""", "Observation/o", "valueQuantity.value")]
    [InlineData("""{"resourceType":"Observation","id":"o","status":"final","code":{"text":"x"},"valueQuantity":7}""", "Observation/o", "valueQuantity")]
    [InlineData("""{"resourceType":"Observation","id":"o","status":"final","code":"x","valueInteger":7}""", "Observation/o", "code")]
    [InlineData("""{"resourceType":"Condition","id":"c","code":{}}""", "Condition/c", "code")]
    [InlineData("""{"resourceType":"Condition","id":"c","code":{"text":"x"},"onsetDateTime":"last spring"}""", "Condition/c", "onsetDateTime")]
    [InlineData("""{"resourceType":"MedicationRequest","id":"m","status":"active","medicationReference":{"reference":"Medication/none"}}""", "MedicationRequest/m", "medicationReference")]
    public void DamagedField_IsNamed_AndTheRestIsRead(string resource, string where, string field)
    {
        var remarks = Chart.ReadBundle(resource).Remarks;

        Assert.Contains(remarks, remark => remark.Where == where && remark.Field == field);
        Assert.DoesNotContain(remarks, remark => remark.Text.Contains("high", StringComparison.Ordinal) || remark.Text.Contains("spring", StringComparison.Ordinal));
    }

    private static string Observation(string id, string value, string subject = "Patient/p") =>
        $$"""{"resourceType":"Observation","id":"{{id}}","status":"final","subject":{"reference":"{{subject}}"},"code":{"text":"haemoglobin"},"valueQuantity":{"value":{{value}},"code":"g/dL"} }""";
}

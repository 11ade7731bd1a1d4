using System.Text;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Trialist.Testing;
using Code = Trialist.Model.Concepts.Code;
using CodeSystem = Trialist.Model.Concepts.CodeSystem;
using Person = Trialist.Model.Persons.Person;
using Quantity = Hl7.Fhir.Model.Quantity;

namespace Trialist.Fhir.Tests;

/// <summary>The Firely SDK reads the same charts as an independent oracle: what it finds in each resource has to be what the streaming reader made a fact of.</summary>
public sealed class FirelyAgreementTests
{
    private static readonly FhirJsonDeserializer Oracle = new(new DeserializerSettings().UsingMode(DeserializationMode.Recoverable));

    [Theory]
    [InlineData("patients-r4.ndjson.zst")]
    [InlineData("patients-mcode.ndjson")]
    public void EveryPatient_IsReadAsTheOracleReadsThem(string file)
    {
        var charts = 0;
        foreach (var line in SharedData.ReadLines(file))
        {
            charts++;
            var bundle = OracleRead(line);
            var readings = FhirReader.Default.ReadPersons(Encoding.UTF8.GetBytes(line)).ToArray();
            var resources = bundle.Entry.Select(entry => entry.Resource).OfType<Resource>().ToList();
            foreach (var patient in resources.OfType<Patient>())
            {
                Compare(patient, resources, readings.Single(reading => reading.Person.Id == patient.Id).Person);
            }
        }

        Assert.True(charts > 0);
    }

    private static Bundle OracleRead(string line)
    {
        try
        {
            return Oracle.Deserialize<Bundle>(line);
        }
        catch (DeserializationFailedException partly) when (partly.PartialResult is Bundle bundle)
        {
            // Charts hold small breaches of the standard that neither reader minds.
            return bundle;
        }
    }

    private static void Compare(Patient patient, List<Resource> resources, Person person)
    {
        Assert.Equal(patient.BirthDate, person.BirthDate?.ToString());
        Assert.Equal(patient.Gender switch { AdministrativeGender.Female => Sex.Female, AdministrativeGender.Male => Sex.Male, _ => (Sex?)null }, person.Sex);
        Assert.Equal(patient.Deceased is FhirDateTime or FhirBoolean { Value: true }, person.Deceased);
        var bySource = person.Facts.ToLookup(fact => fact.Source);
        foreach (var resource in resources)
        {
            var facts = bySource[$"{resource.TypeName}/{resource.Id}"].ToArray();
            switch (resource)
            {
                case Condition condition:
                    CompareCondition(condition, facts);
                    break;
                case Observation observation:
                    CompareObservation(observation, facts);
                    break;
                case MedicationRequest request:
                    Assert.NotEmpty(facts);
                    Assert.All(facts, fact => Assert.Equal(Day(request.AuthoredOnElement), fact.Start?.ToString()));
                    break;
                case MedicationStatement { Effective: Period period }:
                    Assert.All(facts, fact => Assert.Equal((Day(period.StartElement), Day(period.EndElement)), (fact.Start?.ToString(), fact.End?.ToString())));
                    Assert.NotEmpty(facts);
                    break;
                case Procedure { Performed: Period period }:
                    Assert.Equal(Day(period.StartElement), Assert.Single(facts).Start?.ToString());
                    break;
                case Immunization { Occurrence: FhirDateTime given }:
                    Assert.Equal(Day(given), Assert.Single(facts).Date?.ToString());
                    break;
                case AllergyIntolerance allergy:
                    Assert.Equal(Day(allergy.RecordedDateElement), Assert.Single(facts).Date?.ToString());
                    break;
            }
        }
    }

    private static void CompareCondition(Condition condition, Fact[] facts)
    {
        var fact = facts[0];
        if (condition.Code!.Coding[0].Display?.StartsWith("History of", StringComparison.OrdinalIgnoreCase) == true)
        {
            Assert.Equal(FactStatus.Past, fact.Status);
            return;
        }

        Assert.Equal(Day(condition.Onset as FhirDateTime), fact.Start?.ToString());
        Assert.Equal(Day(condition.Abatement as FhirDateTime), fact.End?.ToString());
        Assert.Equal(condition.VerificationStatus?.Coding[0].Code is null or "confirmed" ? Presence.Present : fact.Presence, fact.Presence);
        Assert.Contains(new Code(CodeSystem.Snomed, condition.Code!.Coding[0].Code!), fact.Concept.Codes);
        Assert.Equal(condition.ClinicalStatus?.Coding[0].Code switch { "active" => FactStatus.Active, "resolved" => FactStatus.Past, _ => fact.Status }, fact.Status);
    }

    private static void CompareObservation(Observation observation, Fact[] facts)
    {
        var expected = new[] { (observation.Code, observation.Value) }.Concat(observation.Component.Select(component => (component.Code, component.Value)))
            .Where(part => part.Value is Quantity { Value: not null, Comparator: null } or Integer)
            .Select(part => (part.Code?.Coding.FirstOrDefault()?.Code, part.Value is Quantity quantity ? quantity.Value!.Value : ((Integer)part.Value!).Value!.Value))
            .ToArray();
        var read = facts.Where(fact => fact.Value is not null).ToArray();
        if (expected.Length == 0)
        {
            return;
        }

        Assert.Equal(expected.Select(part => part.Item2), read.Select(fact => fact.Value!.Value.Value));
        Assert.All(expected.Zip(read), pair => Assert.Contains(pair.Second.Concept.Codes, code => code.Value == pair.First.Code));
        Assert.All(read, fact => Assert.Equal(Day(observation.Effective as FhirDateTime), fact.Date?.ToString()));
        if (observation.Value is Quantity { Code: { } unit } && unit[0] is not ('{' or '('))
        {
            Assert.Equal(unit, read[0].Value!.Value.Unit);
        }
    }

    private static string? Day(FhirDateTime? time) => time?.Value is { } text ? text[..Math.Min(10, text.Length)] : null;
}

using Trialist.Fhir.Resources;
using Trialist.Terminology;

namespace Trialist.Fhir.People;

/// <summary>A person while the file is being read.</summary>
internal sealed class PersonDraft
{
    public FactSink Sink { get; } = new();

    public ResourceFields? Patient { get; set; }

    public void Take(PersonDraft other)
    {
        Patient ??= other.Patient;
        Sink.Take(other.Sink);
    }

    public Person ToPerson()
    {
        var person = new Person { Facts = TestMeanings.Default.AddedTo(Sink.Facts).ToValueList() };
        if (Patient is not { } patient)
        {
            Sink.Remark("Patient", null, "no Patient resource: age, sex and place are not known.");
            return person;
        }

        return person with
        {
            Id = patient.Id,
            BirthDate = patient.BirthDate,
            Sex = SexOf(patient.Gender) ?? SexOf(patient.BirthSex),
            Deceased = patient.Deceased,
            Place = PlaceOf(patient.Addresses),
        };
    }

    // https://hl7.org/fhir/R4/valueset-administrative-gender.html; "other" and "unknown" say nothing that a study asks.
    private static Sex? SexOf(string? code) => code switch
    {
        "female" or "F" => Sex.Female,
        "male" or "M" => Sex.Male,
        _ => null,
    };

    private static Place? PlaceOf(List<FhirAddress> addresses)
    {
        var address = addresses.Find(candidate => !candidate.Old);
        if (address is null)
        {
            return null;
        }

        var name = string.Join(", ", new[] { address.City, address.State, address.Country }.Where(part => !string.IsNullOrWhiteSpace(part)));
        var located = address is { Latitude: not null, Longitude: not null };
        return name.Length == 0 && !located ? null : new Place(name, located ? address.Latitude : null, located ? address.Longitude : null);
    }
}

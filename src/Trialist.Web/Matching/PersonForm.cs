using System.Text;
using Trialist.Screening.Sources;

namespace Trialist.Web.Matching;

/// <summary>What a visitor tells about a person: a few facts in a form, and a note or a FHIR bundle. Lives for one request.</summary>
internal sealed class PersonForm
{
    public int? Age { get; set; }

    public string? Sex { get; set; }

    public string? Text { get; set; }

    public string? Near { get; set; }

    public string? Study { get; set; }

    public bool IsEmpty => Age is null && string.IsNullOrWhiteSpace(Sex) && string.IsNullOrWhiteSpace(Text);

    /// <summary>The person. What the form says wins over what the text says.</summary>
    /// <exception cref="TrialistException">The text is no bundle that can be read.</exception>
    public Person ToPerson(DateOnly asOf, Place? home)
    {
        var person = new Person();
        if (!string.IsNullOrWhiteSpace(Text))
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Text));
            person = PersonFiles.ReadOne(stream, asOf);
        }

        if (Age is { } age)
        {
            person = person with { AgeYears = age, AgeMonths = null, BirthDate = null };
        }

        return person with
        {
            Sex = Sex?.ToUpperInvariant() switch { "FEMALE" => Model.Studies.Sex.Female, "MALE" => Model.Studies.Sex.Male, _ => person.Sex },
            Place = home ?? person.Place,
        };
    }
}

using System.Text;
using Trialist.Notes;
using Trialist.Screening.Sources;

namespace Trialist.Web.Matching;

/// <summary>What a visitor tells about a person: ten questions, each optional, a note or a FHIR bundle, and answers to what a match asked. Lives for one request.</summary>
internal sealed class PersonForm
{
    public int? Age { get; set; }

    public string? Sex { get; set; }

    public string? Near { get; set; }

    public string? Disease { get; set; }

    public string? OtherDiseases { get; set; }

    public string? Treatments { get; set; }

    public string? Medicines { get; set; }

    public string? NotHad { get; set; }

    public string? Ecog { get; set; }

    public string? Pregnancy { get; set; }

    public string? Text { get; set; }

    /// <summary>A note or bundle as a file; wins over the text and is put in its place.</summary>
    public IFormFile? File { get; set; }

    public string? Study { get; set; }

    public List<AnswerForm> Answers { get; set; } = [];

    /// <summary>What is said about each fact of the note, in its order.</summary>
    public List<string?> Corrections { get; set; } = [];

    /// <summary>The text that the corrections are about.</summary>
    public string? Corrected { get; set; }

    public bool IsEmpty => Age is null && new[] { Sex, Disease, OtherDiseases, Treatments, Medicines, NotHad, Ecog, Pregnancy, Text }.All(string.IsNullOrWhiteSpace) && Answers.Count == 0;

    /// <summary>The note with its facts; null when there is none or the text is a bundle.</summary>
    public NoteReading? Note { get; private set; }

    /// <summary>Puts the content of an uploaded file in the place of the text.</summary>
    public async Task TakeFileAsync(CancellationToken cancellation)
    {
        if (File is { Length: > 0 } file)
        {
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            Text = await reader.ReadToEndAsync(cancellation);
        }
    }

    /// <summary>The person. What the form says about age, sex and place wins over what the text says.</summary>
    /// <exception cref="TrialistException">The text is no bundle that can be read.</exception>
    public Person ToPerson(DateOnly asOf, Place? home)
    {
        var person = OfText(asOf);
        if (Age is { } age)
        {
            person = person with { AgeYears = age, AgeMonths = null, BirthDate = null };
        }

        return person with
        {
            Sex = Sex?.ToUpperInvariant() switch { "FEMALE" => Model.Studies.Sex.Female, "MALE" => Model.Studies.Sex.Male, _ => person.Sex },
            Place = home ?? person.Place,
            Facts = person.Facts.Concat(FormFacts.Of(this, asOf)).ToValueList(),
        };
    }

    private Person OfText(DateOnly asOf)
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            return new Person();
        }

        if (Text.AsSpan().TrimStart() is ['{' or '[', ..])
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Text));
            return PersonFiles.ReadOne(stream, asOf);
        }

        Note = NoteReader.Default.Read(Text, asOf);
        return Corrected == NoteCorrections.NameOf(Text)
            ? Note.Person with { Facts = NoteCorrections.Apply(Note, Corrections, asOf) }
            : Note.Person;
    }
}

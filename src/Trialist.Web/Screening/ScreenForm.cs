using System.Text;
using Trialist.Matching;
using Trialist.Registry;
using Trialist.Screening;
using Trialist.Screening.Sources;
using Trialist.Web.Security;

namespace Trialist.Web.Screening;

/// <summary>A cohort and the study that it is screened for. Lives for one request, in memory only.</summary>
internal sealed class ScreenForm
{
    /// <summary>A study of the registry.</summary>
    public string? Study { get; set; }

    /// <summary>Criteria text or a v2 record of a study that is in no registry; wins over <see cref="Study"/>.</summary>
    public string? Draft { get; set; }

    /// <summary>The cohort as a file.</summary>
    public IFormFile? Cohort { get; set; }

    /// <summary>The cohort as a table, pasted.</summary>
    public string? Table { get; set; }

    /// <summary>Names of the parts of the record whose silence is read as "no".</summary>
    public List<string> Complete { get; set; } = [];

    /// <summary>True to number the persons and leave out facts, dates and sources.</summary>
    public bool DeIdentify { get; set; }

    /// <summary>The persons, one by one, as the file is read.</summary>
    /// <exception cref="TrialistException">There are none, or they cannot be read; while enumerating.</exception>
    public IEnumerable<Person> Persons(DateOnly asOf)
    {
        var (stream, name) = Cohort is { Length: > 0 } file ? (file.OpenReadStream(), file.FileName)
            : string.IsNullOrWhiteSpace(Table) ? throw new TrialistException("There is no cohort: choose a file, or paste a table.")
            : (new MemoryStream(Encoding.UTF8.GetBytes(Table)), "table.csv");
        return Limited(PersonFiles.ReadMany(stream, name, asOf));
    }

    /// <summary>The study to screen for.</summary>
    /// <exception cref="TrialistException">None is named, or it is not in the registry.</exception>
    public async Task<ReadStudy> StudyAsync(Screener screener, CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(Draft))
        {
            return Draft.TrimStart().StartsWith('{') ? ReadStudy.Of(StudyReader.Read(Encoding.UTF8.GetBytes(Draft))) : ReadStudy.OfDraft("Draft", Draft);
        }

        return NctId.TryParse(Study?.Trim(), out var id)
            ? await screener.StudyAsync(id, cancellation)
            : throw new TrialistException("Name a study by its number, such as NCT04599543, or paste the criteria of a draft.");
    }

    /// <summary>How to screen.</summary>
    /// <exception cref="TrialistException">A part that is assumed complete is none that can be.</exception>
    public ScreenOptions Options(DateOnly asOf)
    {
        try
        {
            return new ScreenOptions(asOf) { AssumeComplete = AssumedComplete.Parse(string.Join(',', Complete)), DeIdentify = DeIdentify };
        }
        catch (FormatException e)
        {
            throw new TrialistException(e.Message, e);
        }
    }

    private static IEnumerable<Person> Limited(IEnumerable<Person> persons)
    {
        var count = 0;
        foreach (var person in persons)
        {
            yield return ++count <= RequestLimits.CohortPersons
                ? person
                : throw new TrialistException($"The cohort holds more than {RequestLimits.CohortPersons:N0} persons: split it, or use 'trialist screen' on the command line.");
        }
    }
}

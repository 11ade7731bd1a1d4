using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Matching.Changes;
using Trialist.Registry;
using Trialist.Registry.Locals;
using Trialist.Screening;
using Trialist.Web.Matching;
using Trialist.Web.Security;

namespace Trialist.Web.Pages.Match;

/// <remarks>The person stands in the body of the form only: never in an address, log or cache.</remarks>
[RequestSizeLimit(RequestLimits.PersonBody)]
[RequestFormLimits(ValueLengthLimit = (int)RequestLimits.PersonBody, MemoryBufferThreshold = (int)RequestLimits.PersonBody, MultipartBodyLengthLimit = RequestLimits.PersonBody)]
internal sealed class IndexModel(Screener screener, StudyRegistry registry, Site site) : PageModel
{
    private const int Shown = 20;

    [BindProperty]
    public PersonForm Person { get; set; } = new();

    public MatchResult? Result { get; private set; }

    /// <summary>What is known of the person, for the print-out.</summary>
    public ValueList<Fact> Facts { get; private set; }

    /// <summary>The criteria texts of the studies shown, by study and id.</summary>
    public Dictionary<(NctId Study, string Id), string> Texts { get; } = [];

    /// <summary>What would let the person take part, for studies that they narrowly miss.</summary>
    public Dictionary<NctId, ValueList<Change>> Changes { get; } = [];

    /// <summary>What is wrong, by field.</summary>
    public Dictionary<string, string> Errors { get; } = new(StringComparer.Ordinal);

    public Study? Only { get; private set; }

    /// <summary>The id of the only study, NCT or local; null for all studies.</summary>
    public string? StudyId { get; private set; }

    /// <summary>The only study when it is a local one.</summary>
    private ReadStudy? Draft { get; set; }

    /// <summary>The page of a study that is shown.</summary>
    public string PageOf(NctId id) => Draft is null ? $"/studies/{id}" : $"/local/{StudyId}";

    public async Task OnGetAsync(string? study, CancellationToken cancellation)
    {
        Person.Study = study;
        await FindStudyAsync(cancellation);
    }

    public async Task OnPostAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        ModelState.Remove("Person.Text");
        await Person.TakeFileAsync(cancellation);
        await FindStudyAsync(cancellation);
        if (ModelState.TryGetValue("Person.Age", out var age) && age.Errors.Count > 0 || Person.Age is < 0 or > 120)
        {
            Errors["Age"] = "This is not an age in years: expected a whole number from 0 to 120.";
        }

        if (Person.IsEmpty && Errors.Count == 0)
        {
            Errors["Text"] = "Tell something about the person: answer a question, or give a note or a FHIR bundle.";
        }

        Place? home = null;
        if (!string.IsNullOrWhiteSpace(Person.Near))
        {
            var index = await registry.IndexAsync(cancellation);
            home = Person.Near.Length <= 200 && index.FindPlaces(Person.Near) is [var place, ..] ? new Place(place.Name, place.Latitude, place.Longitude) : null;
            if (home is null)
            {
                Errors["Near"] = "No site of any study lies there: try a larger city near it.";
            }
        }

        if (Errors.Count == 0)
        {
            await MatchAsync(home, cancellation);
        }

        if (Errors.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private async Task MatchAsync(Place? home, CancellationToken cancellation)
    {
        try
        {
            var person = Person.ToPerson(site.Today, home);
            Facts = person.Facts;
            var options = new MatchOptions(site.Today) { Top = Shown, Study = Draft is null ? Only?.NctId : null };
            Result = Draft is { } draft ? screener.Match(person, [draft], options) : await screener.MatchAsync(person, options, cancellation);
            foreach (var verdict in Result.Results.ToArray())
            {
                var read = Draft ?? await screener.StudyAsync(verdict.NctId, cancellation);
                foreach (var criterion in read.Criteria?.Criteria.ToArray() ?? [])
                {
                    Texts[(verdict.NctId, criterion.Id)] = Web.Studies.CriterionText.PlainText(criterion.Text);
                }

                Changes[verdict.NctId] = screener.Changes(person, read, options);
            }
        }
        catch (TrialistException e)
        {
            Errors["Text"] = e.Message;
        }
    }

    private async Task FindStudyAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Person.Study))
        {
            return;
        }

        if (LocalId.TryParse(Person.Study, out var local) && new LocalStudies(registry.Folder).Find(local) is { } own)
        {
            Draft = ReadStudy.OfDraft(own.Title, own.Text);
            Only = Draft.Study;
            StudyId = own.Id.ToString();
            return;
        }

        Only = NctId.TryParse(Person.Study, out var id) ? (await registry.Store.FindAsync(id, cancellation))?.Study : null;
        StudyId = Only?.NctId.ToString();
        if (Only is null)
        {
            Errors["Study"] = "There is no such study in this registry, so the person is compared with all studies.";
            Person.Study = null;
        }
    }
}

using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Criteria;
using Trialist.Registry;
using Trialist.Registry.Reading;
using Trialist.Web.Api;
using Trialist.Web.Studies;
using Trialist.Web.Words;

namespace Trialist.Web.Pages.Studies;

internal sealed class DetailsModel(StudyRegistry registry, Site site) : PageModel
{
    private const int YearsUntilStale = 2;
    private const string EligibilityModule = "protocolSection.eligibilityModule";

    public StoredStudy Stored { get; private set; } = null!;

    public Study Study => Stored.Study;

    public int Versions { get; private set; }

    public string CanonicalUrl { get; private set; } = "";

    public IReadOnlyList<SiteCountry> Countries { get; private set; } = [];

    public PostedResults? Results { get; private set; }

    public IReadOnlyList<StudyDocument> Documents { get; private set; } = [];

    /// <summary>The eligibility text as read; null when there is none.</summary>
    public CriteriaDocument? Criteria { get; private set; }

    /// <summary>Values of the record that are not of the registry's kind: they are shown as "not stated", or as they came.</summary>
    public ValueList<FieldWarning> Oddities { get; private set; }

    /// <summary>What stands where the eligibility text belongs and is none; null where nothing does.</summary>
    public string? OddEligibility => Oddities.FirstOrDefault(oddity => oddity.Field is EligibilityModule or EligibilityModule + ".eligibilityCriteria")?.Problem;

    /// <summary>How far the criteria were understood, in one sentence.</summary>
    public string CriteriaRead
    {
        get
        {
            var asked = WholeReading.Of(Criteria!);
            var full = asked.Count(reading => reading == Reading.Full);
            var person = asked.Count(reading => reading is Reading.Judgement or Reading.Action);
            return $"Trialist read {Counts.Plain(full)} of {Counts.Of(asked.Count, "criterion", "criteria")} in full; {Counts.Plain(person)} are for people to decide.";
        }
    }

    /// <summary>True to show what was understood in plain English.</summary>
    public bool English { get; private set; }

    public int OpenSites => Countries.Sum(country => country.Open);

    /// <summary>When the sponsor last confirmed the status, else when the record last changed.</summary>
    public PartialDate? LastSign => Study.Dates.StatusVerified ?? Study.Dates.LastUpdatePosted;

    /// <summary>True when the study claims to be open or about to open, and nobody has confirmed it for years.</summary>
    public bool IsStale =>
        LastSign is { } date && date.Latest.AddYears(YearsUntilStale) < site.Today
        && RecruitmentStatus.Of(Study.Status) is (Recruitment.Open or Recruitment.Soon or Recruitment.Unknown);

    public async Task<IActionResult> OnGetAsync(string nctId, CancellationToken cancellation, string? words = null)
    {
        English = words == "english";
        switch (await StudyLookup.FindAsync(registry, nctId, cancellation))
        {
            case StudyLookup.Moved { To: var to }:
                return RedirectPermanent($"/studies/{to}");
            case StudyLookup.Found { Study: var study }:
                Stored = study;
                break;
            default:
                return NotFound();
        }

        Versions = (await registry.Store.VersionsAsync(Stored.NctId, cancellation)).Count;
        CanonicalUrl = $"{Request.PageRoot()}/studies/{Stored.NctId}";
        Countries = SiteCountry.Group(Study);
        Criteria = await registry.CriteriaAsync(Stored, cancellation);
        using var record = JsonDocument.Parse(Stored.Json);
        Oddities = RecordCheck.Of(record.RootElement);
        Results = PostedResults.Read(record.RootElement);
        Documents = StudyDocument.Read(Stored.NctId, record.RootElement);
        return Page();
    }

    /// <summary>"36 participants in 1 patient group".</summary>
    public string? Participants
    {
        get
        {
            var group = Study.Design.StudyType == "OBSERVATIONAL" ? "group" : "patient group";
            return (Study.Design.Enrollment, Study.Arms.Count) switch
            {
                ({ } count, 0) => Counts.Of(count, "participant"),
                ({ } count, var arms) => $"{Counts.Of(count, "participant")} in {Counts.Of(arms, group)}",
                (null, 0) => null,
                (null, var arms) => Counts.Of(arms, group),
            };
        }
    }
}

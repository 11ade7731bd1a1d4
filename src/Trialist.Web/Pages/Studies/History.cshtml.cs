using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Registry;
using Trialist.Registry.Differences;
using Trialist.Web.Studies;

namespace Trialist.Web.Pages.Studies;

internal sealed class HistoryModel(StudyRegistry registry) : PageModel
{
    /// <summary>Differences are worked out for so many of the newest versions; the rest are listed by date.</summary>
    private const int MostCompared = 60;

    public StoredStudy Stored { get; private set; } = null!;

    /// <summary>The versions, newest first, each with what it changed, and what to say where that is silent; null for the first version and where nobody compares.</summary>
    public IReadOnlyList<(StudyVersion Version, StudyDifference? Difference, string? Otherwise)> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string nctId, CancellationToken cancellation)
    {
        switch (await StudyLookup.FindAsync(registry, nctId, cancellation))
        {
            case StudyLookup.Moved { To: var to }:
                return RedirectPermanent($"/studies/{to}/history");
            case StudyLookup.Found { Study: var study }:
                Stored = study;
                break;
            default:
                return NotFound();
        }

        var versions = await registry.Store.VersionsAsync(Stored.NctId, cancellation);
        var compared = new List<(StudyVersion, StudyDifference?, string?)>();
        StoredStudy? before = null;
        foreach (var version in versions)
        {
            if (version.Number < versions[^1].Number - MostCompared)
            {
                compared.Add((version, null, null));
                continue;
            }

            var now = await registry.Store.FindVersionAsync(Stored.NctId, version.Number, cancellation);
            var difference = before is not null && now is not null ? StudyDifference.Between(before.Study, now.Study) : null;
            compared.Add((version, difference, difference is { IsSilent: true } ? StudyDifference.OtherwiseBetween(before!, now!) : null));
            before = now;
        }

        compared.Reverse();
        Versions = compared;
        return Page();
    }
}

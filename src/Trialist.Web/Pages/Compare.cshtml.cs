using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Registry;
using Trialist.Web.Finding;

namespace Trialist.Web.Pages;

internal sealed class CompareModel(StudyRegistry registry) : PageModel
{
    private const int Most = 4;

    public IReadOnlyList<StoredStudy> Studies { get; private set; } = [];

    public IReadOnlyList<ComparisonRow> Rows { get; private set; } = [];

    /// <summary>What could not be taken, one sentence each.</summary>
    public List<string> Remarks { get; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var asked = Request.Query["ids"].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (asked.Count > Most)
        {
            Remarks.Add($"Only the first {Most} of {asked.Count} studies are compared.");
        }

        var found = new List<StoredStudy>();
        foreach (var text in asked.Take(Most))
        {
            var shown = text.Length <= 40 ? text : text[..39] + "…";
            if (!NctId.TryParse(text, out var id))
            {
                Remarks.Add($"'{shown}' is not a study number.");
            }
            else if (await registry.Store.FindAsync(id, cancellation) is { } study)
            {
                found.Add(study);
            }
            else
            {
                Remarks.Add($"{id} is not in this registry.");
            }
        }

        Studies = [.. found.DistinctBy(study => study.NctId)];
        Rows = ComparisonRow.Of(Studies);
    }
}

using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Registry;
using Trialist.Web.Studies;

namespace Trialist.Web.Pages;

internal sealed class SavedModel(StudyRegistry registry) : PageModel
{
    public IReadOnlyList<StoredStudy> Studies { get; private set; } = [];

    public string Ids => string.Join(',', Studies.Select(study => study.NctId));

    public async Task OnGetAsync(CancellationToken cancellation) => Studies = await SavedStudies.FindAsync(registry, Request.Query["ids"], cancellation);
}

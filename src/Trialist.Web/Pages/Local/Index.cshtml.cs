using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Registry;
using Trialist.Registry.Locals;

namespace Trialist.Web.Pages.Local;

internal sealed class IndexModel(StudyRegistry registry) : PageModel
{
    private readonly LocalStudies locals = new(registry.Folder);

    public IReadOnlyList<LocalStudy> All => locals.All();

    public void OnGet()
    {
        // The list is all there is.
    }

    public IActionResult OnPost(string? id)
    {
        if (LocalId.TryParse(id, out var local))
        {
            locals.Remove(local);
        }

        return Redirect("/local");
    }
}

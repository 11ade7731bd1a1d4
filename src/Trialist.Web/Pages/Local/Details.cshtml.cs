using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Criteria;
using Trialist.Registry;
using Trialist.Registry.Locals;

namespace Trialist.Web.Pages.Local;

internal sealed class DetailsModel(StudyRegistry registry) : PageModel
{
    public LocalStudy Study { get; private set; } = null!;

    public CriteriaDocument Document { get; private set; } = null!;

    /// <summary>True to show what was understood in plain English.</summary>
    public bool English { get; private set; }

    public IActionResult OnGet(string id, string? words = null)
    {
        if (!LocalId.TryParse(id, out var local) || new LocalStudies(registry.Folder).Find(local) is not { } study)
        {
            return NotFound();
        }

        (Study, Document, English) = (study, CriteriaReader.Default.Read(study.Text), words == "english");
        return Page();
    }
}
